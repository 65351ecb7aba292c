// SPDX-License-Identifier: Apache-2.0
var Segue = Segue || {};

/**
 * MSX as an output's player. It plays outside this page: it is told by actions, and tells by events what it does and what was
 * done with the TV's own remote control.
 * @param {{execute: (action: string) => void, ask: (done: (video: any) => void) => void}} msx
 * @param {{playlist: (target: Target) => string, queueRev: () => number, current: () => number, isQueued: (item: number) => boolean,
 *     changed: () => void, ended: (playId: number) => void,
 *     failed: (playId: number) => void, person: (what: string, value: number) => void, volume: () => void}} owner
 */
Segue.msxPlayer = function (msx, owner) {
    var startWithin = 15000; // ms: a slow TV, which may have to wait for a transcoding
    var stopWithin = 2000; // ms: then it is asked
    var chosenWithin = 400; // ms: who stops and who chooses another item is told apart by then
    var atEndWithin = 2; // s
    var endToldAfter = 700; // ms: the list's own trigger tells it, too, and only one of them is to count (docs/tv.md)
    var stopped = 1;
    var echoes = Segue.expectations();
    /** @type {Own | null} */
    var own = null;
    var heardAt = 0;
    var duration = 0;
    var loadedRev = -1;
    /** Of the loaded playlist: the one that always begins where it began first. */
    var resumed = 0;
    var track = 0;
    /** Told to go, and not heard of yet. */
    var stopping = false;
    /** @type {number | undefined} */
    var startTimer;
    /** @type {number | undefined} */
    var stopTimer;
    /** While it is not known yet what somebody did. @type {number | undefined} */
    var personTimer;
    var undecided = false;
    /** @type {{volume?: number, muted?: boolean}} */
    var level = {};

    function now() {
        return Segue.ownTime();
    }
    function position() {
        if (!own)
            return 0;
        return own.paused || !own.ready || own.ended ? own.position : own.position + now() - heardAt;
    }
    /** @param {number} at ms */
    function isAt(at) {
        if (own)
            own.position = at;
        heardAt = now();
    }
    /** @param {Target} target @param {number} at */
    function begin(target, at) {
        own = { playId: target.playId, item: target.item, position: at, paused: target.paused, ready: false, ended: false, failed: false,
            line: target.line, aimedAt: now(), corrections: 0 };
        heardAt = now();
        track = target.track;
        stopping = false;
        decided();
        clearTimeout(stopTimer);
        clearTimeout(startTimer);
        startTimer = window.setTimeout(neverStarted, startWithin);
    }
    function neverStarted() {
        if (!own || own.ready)
            return;
        own.failed = true;
        loadedRev = -1; // what is loaded may not have it
        owner.failed(own.playId);
    }
    /** @param {Target} target @param {number} at */
    function start(target, at) {
        var again = own && own.item === target.item && track === target.track && !own.failed && !own.ended;
        var listed = own && loadedRev === owner.queueRev() && resumed !== target.item;
        begin(target, at);
        var time = now();
        echoes.expect('stop', target.playId, time);
        echoes.expect('load', target.playId, time);
        echoes.expect('play', target.playId, time);
        if (again) {
            // One track once more: it is all there.
            if (own)
                own.ready = true;
            seek(at, target.playId);
            msx.execute('player:play');
            return;
        }
        if (listed)
            msx.execute('player:goto:' + target.item);
        else
            msx.execute('playlist:' + owner.playlist(target));
        if (!listed)
            resumed = at > 0 ? target.item : 0;
        loadedRev = owner.queueRev();
    }
    /** @param {number} at ms @param {number} playId */
    function seek(at, playId) {
        echoes.expect('seek', playId, now());
        isAt(at);
        msx.execute('player:seek:' + Math.round(at / 1000));
    }
    function stop() {
        if (!own || stopping)
            return;
        stopping = true;
        echoes.expect('stop', own.playId, now());
        msx.execute('player:eject');
        clearTimeout(stopTimer);
        stopTimer = window.setTimeout(function () {
            msx.ask(function (video) {
                if (!video || !video.data || video.data.state === stopped)
                    gone();
                else
                    stopping = false; // it is told again
            });
        }, stopWithin);
    }
    function gone() {
        own = null;
        stopping = false;
        loadedRev = -1;
        decided();
        clearTimeout(startTimer);
        clearTimeout(stopTimer);
        owner.changed();
    }
    /** What MSX says of itself. @param {any} data */
    function learn(data) {
        if (!own || !data)
            return;
        if (data.duration > 0)
            duration = data.duration;
        if (own.ready && typeof data.position === 'number')
            isAt(data.position * 1000);
    }
    /** @param {any} volume */
    function learnVolume(volume) {
        if (!volume)
            return;
        if (typeof volume.level === 'number' || typeof volume.volume === 'number')
            level.volume = Math.round(typeof volume.level === 'number' ? volume.level : volume.volume);
        if (typeof volume.muted === 'boolean')
            level.muted = volume.muted;
    }
    /** @param {any} data */
    function isAtEnd(data) {
        return Boolean(data && (data.ended || (data.duration > 0 && data.position >= data.duration - atEndWithin)));
    }
    /** @param {() => void} decide */
    function soon(decide) {
        clearTimeout(personTimer);
        undecided = true;
        personTimer = window.setTimeout(function () {
            undecided = false;
            decide();
        }, chosenWithin);
    }
    function decided() {
        clearTimeout(personTimer);
        undecided = false;
    }
    /** @param {number} playId */
    function atEnd(playId) {
        own = own && { playId: playId, item: own.item, position: position(), paused: false, ready: false, ended: false, failed: false, line: own.line,
            aimedAt: now(), corrections: 0 };
        window.setTimeout(function () {
            if (!own || own.playId !== playId || own.ready)
                return;
            own.ended = true;
            owner.ended(playId);
            owner.changed();
        }, endToldAfter);
    }
    /** @type {Record<string, (data: any) => void>} */
    var handlers = {
        'video:load': function (data) {
            decided();
            var item = Number(data.info && data.info.id);
            if (echoes.isEcho('load', 0, now()) && own && own.item === item)
                return;
            if (!item)
                return; // somebody plays something of another source: not ours
            // Another item of the list, by the remote control's own keys or because the one before has ended.
            own = { playId: 0, item: item, position: 0, paused: false, ready: false, ended: false, failed: false, line: 0, aimedAt: now(), corrections: 0 };
            // The hub may have chosen it, and not have told us yet.
            if (owner.current() !== item)
                soon(function () {
                    if (!own || own.item !== item || own.playId !== 0 || owner.current() === item)
                        return;
                    if (owner.isQueued(item))
                        owner.person('item', item);
                    else
                        loadedRev = -1; // a list that was asked for earlier has come later
                });
        },
        'video:play': function () {
            if (!own)
                return;
            clearTimeout(startTimer);
            var wasPaused = own.paused;
            isAt(own.position);
            own.paused = false;
            own.ready = true;
            own.ended = false;
            if (!echoes.isEcho('play', own.playId, now()) && wasPaused)
                owner.person('play', 0);
            owner.changed();
        },
        'video:pause': function (data) {
            if (!own)
                return;
            own.position = position();
            own.paused = true;
            learn(data.data);
            if (!echoes.isEcho('pause', own.playId, now()))
                owner.person('pause', 0);
            owner.changed();
        },
        'video:seek': function (data) {
            if (!own || typeof data.position !== 'number')
                return;
            isAt(data.position * 1000);
            if (!echoes.isEcho('seek', own.playId, now()))
                owner.person('seek', data.position * 1000);
        },
        'video:restart': function () {
            if (!own)
                return;
            isAt(0);
            owner.person('seek', 0);
        },
        'video:stop': function (data) {
            if (!own)
                return;
            if (stopping) {
                gone();
                return;
            }
            var playId = own.playId;
            if (echoes.isEcho('stop', playId, now()) && !own.ready)
                return; // the one before it
            if (isAtEnd(data.data)) {
                atEnd(playId);
                return;
            }
            own.position = position();
            own.ready = false;
            soon(function () {
                if (!own || own.playId !== playId)
                    return;
                owner.person('stop', 0);
                gone();
            });
        },
        'video:volume': function (data) {
            learnVolume(data);
            owner.volume();
        }
    };
    return {
        /** @type {Habits} */
        habits: { alone: 3000, together: 1500, settling: 5000, opensPaused: false },
        /** @returns {Own | null} */
        own: function () {
            if (!own)
                return null;
            return { playId: own.playId, item: own.item, position: position(), paused: own.paused, ready: own.ready && !stopping, ended: own.ended, failed: own.failed,
                line: own.line, aimedAt: own.aimedAt, corrections: own.corrections };
        },
        /** @param {Action} action @param {Target | null} target */
        act: function (action, target) {
            if (action.act === 'stop') {
                stop();
                return;
            }
            if (action.act === 'start' && target) {
                start(target, action.at);
                return;
            }
            if (!own || !target)
                return;
            if (action.act === 'pause') {
                echoes.expect('pause', own.playId, now());
                own.position = position();
                own.paused = true;
                msx.execute('player:pause');
                return;
            }
            own.line = target.line;
            own.aimedAt = now();
            if (action.act === 'adopt') {
                own.playId = target.playId;
                track = target.track;
            } else if (action.act === 'play') {
                echoes.expect('play', own.playId, now());
                isAt(own.position);
                own.paused = false;
                msx.execute('player:play');
            } else if (action.act === 'seek') {
                own.corrections = action.wished ? 0 : own.corrections + 1;
                seek(action.at, own.playId);
            }
        },
        volume: function () {
            return { volume: level.volume, muted: level.muted };
        },
        /** @param {{volume?: number, muted?: boolean}} wish */
        setVolume: function (wish) {
            if (wish.volume !== undefined)
                msx.execute('volume:set:' + wish.volume);
            if (wish.muted !== undefined)
                msx.execute(wish.muted ? 'volume:mute' : 'volume:unmute');
        },
        blocked: function () {
            return false;
        },
        undecided: function () {
            return undecided;
        },
        /** @param {any} data of MSX's handleEvent */
        event: function (data) {
            if (Object.prototype.hasOwnProperty.call(handlers, data.event))
                handlers[data.event](data);
        },
        /** The app has stopped, and nobody has told it to. */
        gone: gone,
        /** Asks where it is, because events tell only what changes. @param {() => void} done */
        refresh: function (done) {
            msx.ask(function (video) {
                learn(video && video.data);
                learnVolume(video && video.volume);
                done();
            });
        },
        /** Seconds, 0: unknown. */
        duration: function () {
            return duration;
        }
    };
};
