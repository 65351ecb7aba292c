// SPDX-License-Identifier: Apache-2.0
var Segue = Segue || {};

/**
 * A player of this TV: the page's <audio> element, or MSX. It tells what somebody did with it by the TV's own means.
 * @typedef {{habits: Habits, own: () => Own | null, act: (action: Action, target: Target | null) => void,
 *     volume: () => {volume?: number, muted?: boolean}, setVolume: (wish: {volume?: number, muted?: boolean}) => void,
 *     blocked: () => boolean, undecided: () => boolean}} TvPlayer `undecided`: what somebody did is not known yet
 */

/**
 * Makes this TV one of the session's outputs: keeps its player where the session is, and tells the hub how it does.
 * @param {ReturnType<typeof Segue.hub>} hub
 * @param {TvPlayer} player
 */
Segue.output = function (hub, player) {
    var followEvery = 250; // ms
    var reportEvery = 3000; // ms
    var passOverAfter = 1000; // ms: somebody else may be able to play it
    var failuresAtMost = 10; // in a row: the hub's disk may be away
    var failures = 0;
    var endedTold = '';
    var told = '';
    var toldActive = false;
    var answerWithin = 2000; // ms
    /**
     * Somebody has done something here, and the session does not know it yet: nothing undoes it meanwhile.
     * @type {{until: number, isOver: (wanted: Target | null) => boolean} | null}
     */
    var held = null;
    /** @type {number[]} */
    var timers = [];

    function active() {
        var entry = hub.ownEntry();
        return entry ? entry.active === true : toldActive;
    }
    /** @returns {Target | null} */
    function target() {
        var now = hub.state ? hub.state.player : undefined;
        if (!now || !active())
            return null;
        return { playId: now.play_id, item: now.item, track: now.track_id, position: hub.position(), line: now.position_ms - now.at_us / 1000,
            paused: !Segue.isPlaying(now), together: Segue.othersSound(hub.devices, hub.device) };
    }
    function follow() {
        // Without a hub it goes on as it is.
        if (!hub.live() || player.blocked() || player.undecided())
            return;
        var wanted = target();
        if (held && Segue.ownTime() < held.until && !held.isOver(wanted))
            return;
        held = null;
        var own = player.own();
        Segue.nextActions(wanted, own, Segue.ownTime(), player.habits).forEach(function (action) {
            player.act(action, wanted);
        });
        if (wanted && own && own.ended && own.playId === wanted.playId && !wanted.paused)
            ended(own.playId);
        report(false);
    }
    /** @returns {string} */
    function condition() {
        var own = player.own();
        if (!own || !active())
            return 'idle';
        if (own.failed)
            return 'failed';
        if (player.blocked())
            return 'silent';
        if (own.paused || own.ended)
            return own.ready || !hub.playing() ? 'paused' : 'loading';
        return own.ready ? 'sounding' : 'loading';
    }
    /** @param {boolean} always */
    function report(always) {
        if (!hub.live() || !hub.state || !hub.state.player)
            return;
        var now = condition();
        if (!always && now === told)
            return;
        told = now;
        var own = player.own();
        var position = own && now !== 'idle' ? own.position : hub.position();
        hub.send({ type: 'report', rev: hub.state.rev, position_ms: Math.max(0, Math.round(position)), condition: now,
            error_us: now === 'sounding' ? Math.round((position - hub.position()) * 1000) : 0 });
        if (now === 'sounding')
            failures = 0;
    }
    /** @param {number} playId */
    function ended(playId) {
        // Once for each connection: what was said over one that was lost may not have been heard.
        var word = (hub.hello ? hub.hello.connection : '') + ' ' + playId;
        if (!playId || word === endedTold)
            return;
        endedTold = word;
        hub.send({ type: 'ended', play_id: playId });
    }
    /** Whoever can play it goes on; with nobody left the session would stand at a silent file. @param {number} playId */
    function failed(playId) {
        report(false);
        window.setTimeout(function () {
            var own = player.own();
            if (!own || own.playId !== playId || !own.failed || Segue.othersSound(hub.devices, hub.device))
                return;
            failures += 1;
            hub.send(failures < failuresAtMost ? { type: 'ended', play_id: playId } : { type: 'pause' });
        }, passOverAfter);
    }
    /** @param {(wanted: Target) => boolean} isOver */
    function hold(isOver) {
        held = { until: Segue.ownTime() + answerWithin, isOver: function (wanted) {
            return !wanted || isOver(wanted);
        } };
    }
    /** By the TV's own means: what the session makes of it comes back as any change does. @param {string} what @param {number} value */
    function person(what, value) {
        var playing = hub.playing();
        var before = target();
        hold(function (wanted) {
            if (what === 'seek')
                return !before || before.line !== wanted.line;
            if (what === 'item')
                return wanted.item === value;
            return wanted.paused === (what !== 'play');
        });
        if (what === 'play' && !playing)
            hub.send({ type: 'resume' });
        else if (what === 'pause' && playing)
            hub.send({ type: 'pause' });
        else if (what === 'seek')
            hub.send({ type: 'seek', position_ms: Math.max(0, Math.round(value)) });
        else if (what === 'item')
            hub.send({ type: 'play_item', item: value });
        else if (what === 'stop')
            stopHere();
    }
    /** The others play on; with nobody else there is nobody to play. */
    function stopHere() {
        var others = hub.devices.filter(function (device) {
            return device.id !== hub.device && device.output && device.active;
        });
        if (active() && others.length)
            hub.send({ type: 'outputs', devices: others.map(function (device) {
                return device.id;
            }) });
        else if (hub.playing())
            hub.send({ type: 'pause' });
    }
    function tellVolume() {
        var word = /** @type {any} */ (player.volume());
        if (word.volume === undefined && word.muted === undefined)
            return;
        word.type = 'volume';
        word.device = hub.device;
        hub.send(word);
    }
    return {
        active: active,
        condition: condition,
        follow: follow,
        report: report,
        ended: ended,
        failed: failed,
        person: person,
        stopHere: stopHere,
        tellVolume: tellVolume,
        /** This TV alone. */
        playHere: function () {
            hub.send({ type: 'outputs', devices: [hub.device] });
            if (!hub.playing())
                hub.send({ type: 'resume' });
        },
        /** What is said of it at each joining. @returns {object} */
        word: function () {
            var word = /** @type {any} */ (player.volume());
            var own = player.own();
            word.active = toldActive;
            if (hub.state && own && own.playId && !own.paused && !own.ended && !own.failed)
                word.playing = { epoch: hub.state.epoch, play_id: own.playId, position_ms: Math.max(0, Math.round(own.position)) };
            return word;
        },
        devicesChanged: function () {
            if (hub.ownEntry())
                toldActive = active();
            follow();
        },
        start: function () {
            timers = [window.setInterval(follow, followEvery), window.setInterval(function () {
                report(true);
            }, reportEvery)];
        },
        /** The page goes. */
        leave: function () {
            var own = player.own();
            if (active())
                hub.leave(own ? own.position : hub.position());
            timers.forEach(function (timer) {
                clearInterval(timer);
            });
        }
    };
};
