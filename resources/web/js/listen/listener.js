// SPDX-License-Identifier: Apache-2.0
import { Emitter } from '../hub/emitter.js';
import { upcoming } from '../hub/queue.js';
import { isPlaying } from '../hub/session.js';
import { Deck } from './deck.js';
import { Follower } from './follower.js';
import { Interruption } from './interruption.js';
import { OwnVolume } from './ownvolume.js';
import { conditionOf, othersSound, report, stillPlaying } from './reports.js';

/** @typedef {import('../types.js').Condition} Condition */

const followEvery = 250; // ms
const reportEvery = 3000; // ms
const passOverAfter = 1000; // ms: somebody else may be able to play it
const failuresAtMost = 10; // in a row: the hub's disk may be away

/** Makes this browser one of the session's outputs. */
export class Listener {
    on = false;
    /** The browser wants a tap first. */
    blocked = false;
    /** @type {Emitter<'changed'>} */
    changed = new Emitter();

    #hub;
    #follower = new Follower();
    #owner = {
        ended: (/** @type {Deck} */ deck) => this.#ended(deck),
        failed: (/** @type {Deck} */ deck) => this.#failed(deck),
        interrupted: (/** @type {Deck} */ deck) => deck === this.#deck && this.#interruption.began(othersSound(this.#hub)),
        changed: (/** @type {Deck} */ deck) => this.#deckChanged(deck),
        blocked: (/** @type {Deck} */ deck) => deck === this.#deck && this.#setBlocked(true),
    };
    #deck = new Deck(this.#owner);
    #spare = new Deck(this.#owner);
    #volume;
    #interruption;
    #alone = false;
    #failures = 0;
    #endedTold = '';
    /** @type {Condition | null} */
    #told = null;
    /** @type {number[]} */
    #timers = [];

    /** @param {import('../hub/hub.js').Hub} hub */
    constructor(hub) {
        this.#hub = hub;
        this.#volume = new OwnVolume(hub, () => [this.#deck.audio, this.#spare.audio], () => this.on);
        this.#interruption = new Interruption(hub, () => this.#follow());
        hub.changed.on(['state', 'devices'], () => this.#follow());
        hub.changed.on(['devices'], () => this.#takeOver());
        window.addEventListener('pagehide', () => this.#leaveForGood());
        for (const name of ['visibilitychange', 'click'])
            document.addEventListener(name, () => this.touched(), true);
    }

    /** The element that sounds, for who shows it on the lock screen. */
    get audio() {
        return this.#deck.audio;
    }

    /** Whether this device's entry says that it is to sound. */
    get active() {
        return this.#hub.ownEntry?.active !== false;
    }

    /** To be called at a tap. @param {{alone?: boolean}} [how] alone: nobody else sounds from then on */
    start(how = {}) {
        this.#alone = Boolean(how.alone);
        if (this.on) {
            this.#takeOver();
            return;
        }
        this.on = true;
        this.#deck.unlock();
        this.#spare.unlock();
        this.#volume.apply();
        this.#hub.output = () => ({ ...this.#volume.word(), ...stillPlaying(this.#hub, this.#deck) });
        this.#hub.rejoin();
        this.#timers = [window.setInterval(() => this.#follow(), followEvery), window.setInterval(() => this.#report(), reportEvery)];
        this.changed.emit('changed');
    }

    /** Only a remote control again. */
    async stop() {
        if (!this.on)
            return;
        const position = this.#deck.track ? Math.round(this.#deck.position) : undefined;
        this.#end();
        await this.#hub.leave(position);
        this.#hub.rejoin();
    }

    /** @param {{volume?: number, muted?: boolean}} level */
    setVolume(level) {
        this.#volume.set(level);
    }

    /** Somebody is here: what the browser did not allow before may be allowed now. */
    touched() {
        if (!this.on || document.hidden)
            return;
        this.#setBlocked(false);
        this.#interruption.over();
        this.#follow();
    }

    #end() {
        this.on = false;
        this.#timers.forEach(timer => clearInterval(timer));
        this.#deck.unload();
        this.#spare.unload();
        this.#hub.output = null;
        this.#setBlocked(false);
        this.changed.emit('changed');
    }

    #leaveForGood() {
        if (!this.on)
            return;
        const connection = this.#hub.hello?.connection;
        const position = Math.round(this.#deck.position);
        this.#end();
        this.#hub.leave(position);
        const word = JSON.stringify({ device: this.#hub.ownDevice, connection, position_ms: position });
        navigator.sendBeacon('/api/sync/leave', new Blob([word], { type: 'application/json' }));
    }

    #takeOver() {
        if (!this.#alone || !this.on || !this.#hub.ownEntry?.output)
            return;
        this.#alone = false;
        this.#hub.send({ type: 'outputs', devices: [this.#hub.ownDevice] });
    }

    /** @returns {import('./follower.js').Target | null} */
    #target() {
        const player = this.#hub.state?.player;
        if (!player || !this.active)
            return null;
        return { track: player.track_id, playId: player.play_id, position: this.#hub.position(), paused: !isPlaying(player),
            together: othersSound(this.#hub) };
    }

    #follow() {
        // Without a hub it goes on as it is.
        if (!this.on || !this.#hub.live || this.#deck.failed && this.#isCurrent())
            return;
        if (this.blocked || this.#interruption.lasts)
            return;
        const deck = this.#deck;
        if (deck.audio.ended && this.#isCurrent() && this.#hub.playing)
            this.#ended(deck);
        const own = deck.track ? { track: deck.track, playId: deck.playId, position: deck.position, paused: deck.audio.paused,
            ready: deck.ready, ended: deck.audio.ended } : null;
        this.#act(this.#follower.next(this.#target(), own, performance.now()));
        if (this.#isCurrent() && deck.audio.readyState === HTMLMediaElement.HAVE_ENOUGH_DATA)
            this.#prepareNext();
    }

    /** @param {Deck} deck */
    #deckChanged(deck) {
        if (deck !== this.#deck)
            return;
        // After a call some browsers go on by themselves.
        if (this.#interruption.lasts && !deck.audio.paused)
            this.#interruption.over();
        this.#report();
    }

    #isCurrent() {
        const player = this.#hub.state?.player;
        return Boolean(player && this.#deck.track === player.track_id && this.#deck.playId === player.play_id);
    }

    /** @param {import('./follower.js').Action} action */
    #act(action) {
        switch (action.act) {
        case 'hold':
            return;
        case 'stop':
            this.#deck.unload();
            break;
        case 'pause':
            this.#deck.pause();
            break;
        case 'start':
            this.#begin(action.at);
            break;
        case 'play':
            if (action.at !== null)
                this.#deck.seek(action.at);
            this.#deck.play();
            break;
        case 'jump':
            this.#deck.seek(action.at);
            break;
        case 'rate':
            this.#deck.audio.playbackRate = action.rate;
            return;
        }
        this.#report();
    }

    /** @param {number} at milliseconds */
    #begin(at) {
        const player = this.#hub.state?.player;
        if (!player)
            return;
        if (this.#spare.track === player.track_id && !this.#spare.failed) {
            this.#deck.pause();
            [this.#deck, this.#spare] = [this.#spare, this.#deck];
            this.#spare.unload();
        } else if (this.#deck.track !== player.track_id || this.#deck.failed) {
            this.#deck.load(player.track_id);
        }
        this.#deck.playId = player.play_id;
        if (at > 0 || this.#deck.position > 0)
            this.#deck.seek(at);
        if (isPlaying(player))
            this.#deck.play();
        else
            this.#deck.pause();
        this.changed.emit('changed');
    }

    #prepareNext() {
        const { state, queue } = this.#hub;
        const next = state?.player && queue ? upcoming(queue, state.player.item, state.modes) : null;
        if (!next || next.track === this.#deck.track || next.track === this.#spare.track)
            return;
        this.#spare.load(next.track);
    }

    /** @param {Deck} deck */
    #ended(deck) {
        if (deck !== this.#deck || !deck.playId)
            return;
        // Once for each connection: what was said over one that was lost may not have been heard.
        const word = `${this.#hub.hello?.connection} ${deck.playId}`;
        if (word === this.#endedTold)
            return;
        this.#endedTold = word;
        this.#failures = 0;
        this.#hub.send({ type: 'ended', play_id: deck.playId });
        this.#report();
    }

    /** Whoever can play it goes on; with nobody left the session would stand at a silent file. @param {Deck} deck */
    #failed(deck) {
        if (deck !== this.#deck)
            return;
        this.#report();
        const { playId } = deck;
        setTimeout(() => {
            if (!this.on || othersSound(this.#hub) || this.#deck.playId !== playId || !this.#deck.failed)
                return;
            this.#failures += 1;
            this.#hub.send(this.#failures < failuresAtMost ? { type: 'ended', play_id: playId } : { type: 'pause' });
        }, passOverAfter);
    }

    #report() {
        if (!this.on || !this.#hub.live || !this.#hub.state?.player)
            return;
        const condition = conditionOf(this.#deck, { active: this.active, blocked: this.blocked, playing: this.#hub.playing });
        if (condition === 'sounding')
            this.#failures = 0;
        report(this.#hub, this.#deck, condition);
        if (condition !== this.#told)
            this.changed.emit('changed');
        this.#told = condition;
    }

    /** @param {boolean} blocked */
    #setBlocked(blocked) {
        if (this.blocked === blocked)
            return;
        this.blocked = blocked;
        this.#report();
        this.changed.emit('changed');
    }
}
