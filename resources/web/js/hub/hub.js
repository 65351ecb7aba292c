// SPDX-License-Identifier: Apache-2.0
import { ClockFilter, ownTime } from './clock.js';
import { Emitter } from './emitter.js';
import { deviceId, deviceName } from './identity.js';
import { changedQueue } from './queue.js';
import { isPlaying, positionAt } from './session.js';
import { HubSocket } from './socket.js';

/**
 * @typedef {import('../types.js').Device} Device
 * @typedef {'connecting' | 'joined' | 'superseded'} Status
 * @typedef {'status' | 'state' | 'queue' | 'devices' | 'asking' | 'fault' | 'volume' | 'lost'} Change
 * @typedef {{volume?: number, muted?: boolean, playing?: {epoch: string, play_id: number, position_ms: number}}} OutputWord
 */

const leaveWithin = 2000; // ms

/** The session as the hub tells it, and what may be said to it. */
export class Hub {
    /** @type {Emitter<Change>} */
    changed = new Emitter();
    /** @type {Status} */
    status = 'connecting';
    /** @type {import('../types.js').Hello | null} */
    hello = null;
    /** @type {import('../types.js').SessionState | null} */
    state = null;
    /** @type {import('./queue.js').Queue | null} */
    queue = null;
    /** @type {Device[]} */
    devices = [];
    /** @type {import('../types.js').Asking[]} */
    asking = [];
    /** @type {import('../types.js').Fault | null} */
    fault = null;
    /** What somebody wishes this device's volume to be. @type {{volume?: number, muted?: boolean}} */
    wishedVolume = {};
    /** Asked at each joining; null: this is a remote control only. @type {(() => OutputWord) | null} */
    output = null;

    #clock = new ClockFilter();
    /** @type {number | undefined} */
    #askTimer;
    #frozen = 0;
    #left = () => {};
    #socket = new HubSocket({
        opened: () => this.#clock.reset(),
        received: message => this.#receive(message),
        lost: () => this.#lost(),
        superseded: () => this.#setStatus('superseded'),
    });

    constructor() {
        // The clock of a browser may stand still while it sleeps.
        document.addEventListener('visibilitychange', () => {
            if (document.hidden)
                return;
            this.position();
            this.#clock.reset();
            if (this.status === 'joined')
                this.#askClock();
        });
    }

    open() {
        this.#socket.open();
    }

    /** Joins anew, with what `output` says now. */
    rejoin() {
        this.#setStatus('connecting');
        this.#socket.reconnect();
    }

    /**
     * Says that this output goes.
     * @param {number} [position] milliseconds
     * @returns {Promise<void>} once the hub has stored what that causes, or does not answer
     */
    leave(position) {
        return new Promise(done => {
            this.#left = done;
            setTimeout(done, leaveWithin);
            const where = position === undefined ? {} : { position_ms: Math.max(0, position) };
            this.send({ type: 'leave', connection: this.hello?.connection, ...where });
        });
    }

    close() {
        this.#socket.close();
        this.#setStatus('connecting');
    }

    /** @param {object} message */
    send(message) {
        this.#socket.send(message);
    }

    get ownDevice() {
        return deviceId();
    }

    /** @returns {Device | undefined} */
    get ownEntry() {
        return this.devices.find(device => device.id === this.ownDevice);
    }

    get playing() {
        return Boolean(this.state?.player && isPlaying(this.state.player));
    }

    /** False while what is shown may be old. */
    get live() {
        return this.status === 'joined' && this.state !== null && this.#clock.knows;
    }

    /** Microseconds of the hub's clock. */
    now() {
        const own = ownTime();
        return own + (this.#clock.at(own)?.offset ?? 0);
    }

    /** Milliseconds. It stands still while the hub is away. */
    position() {
        if (!this.state?.player)
            return 0;
        if (this.live)
            this.#frozen = positionAt(this.state.player, this.now());
        return this.#frozen;
    }

    /** @param {any} message */
    #receive(message) {
        switch (message.type) {
        case 'hello':
            this.hello = message;
            this.queue = null;
            this.#join();
            break;
        case 'state':
            this.state = message;
            this.#joined();
            this.changed.emit('state');
            break;
        case 'queue':
            this.queue = changedQueue(this.queue, message);
            if (!this.queue)
                this.rejoin();
            else
                this.changed.emit('queue');
            break;
        case 'devices':
            this.devices = message.devices;
            this.changed.emit('devices');
            break;
        case 'clock':
            this.#heardClock(message);
            break;
        case 'asking':
            this.asking = message.requests;
            this.changed.emit('asking');
            break;
        case 'volume':
            this.wishedVolume = message;
            this.changed.emit('volume');
            break;
        case 'left':
            this.#left();
            break;
        case 'fault':
            this.fault = message;
            this.changed.emit('fault');
            break;
        }
    }

    #join() {
        const message = { type: 'join', device: this.ownDevice, name: deviceName(), output: this.output !== null };
        this.send(this.output ? { ...message, ...this.output() } : message);
        this.#askClock();
    }

    #joined() {
        if (this.status === 'joined')
            return;
        this.#socket.settled();
        this.#setStatus('joined');
    }

    #lost() {
        clearTimeout(this.#askTimer);
        this.position();
        this.asking = [];
        this.#setStatus('connecting');
        this.changed.emit('lost');
    }

    /** @param {Status} status */
    #setStatus(status) {
        if (this.status === status)
            return;
        this.position();
        this.status = status;
        this.changed.emit('status');
    }

    #askClock() {
        clearTimeout(this.#askTimer);
        this.send({ type: 'clock', sent_us: ownTime() });
        this.#askTimer = window.setTimeout(() => this.#askClock(), this.#clock.askAfter);
    }

    /** @param {{sent_us: number, received_us: number, answered_us: number}} message */
    #heardClock(message) {
        const first = !this.#clock.knows;
        this.#clock.add(message.sent_us, message.received_us, message.answered_us, ownTime());
        if (first)
            this.changed.emit('state');
    }
}
