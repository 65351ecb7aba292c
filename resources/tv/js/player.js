// SPDX-License-Identifier: Apache-2.0
var Segue = Segue || {};

/**
 * The page's <audio> element as an output's player. Only one: many TVs have one decoder.
 * @param {HTMLAudioElement} audio
 * @param {{address: (target: Target, format: string) => string, changed: () => void, ended: (playId: number) => void,
 *     failed: (playId: number) => void, person: (what: string, value: number) => void}} owner
 */
Segue.audioPlayer = function (audio, owner) {
    var enough = 3; // HTMLMediaElement.HAVE_FUTURE_DATA
    var brokenOff = 2; // MediaError.MEDIA_ERR_NETWORK
    var breaksAtMost = 3;
    var echoes = Segue.expectations();
    /** @type {Target | null} */
    var loaded = null;
    var format = '';
    var failed = false;
    var breaks = 0;
    var blocked = false;
    var shouldPlay = false;
    /** Kept until the file is known well enough to go there; ms. @type {number | null} */
    var goal = null;
    var goalSince = 0;
    var line = 0;
    var aimedAt = 0;
    var corrections = 0;
    var level = Number(Segue.memory.get('volume') || 100);
    var muted = false;
    var settable = (function () {
        audio.volume = 0.5;
        return audio.volume === 0.5; // where only the TV's own keys do that, it is not
    }());

    /** While the file loads the session goes on. From the first note on nothing is to be missed. */
    function goalNow() {
        return shouldPlay && goal ? goal + Segue.ownTime() - goalSince : goal || 0;
    }
    function position() {
        return goal === null ? audio.currentTime * 1000 : goalNow();
    }
    function ready() {
        return goal === null && !audio.seeking && audio.readyState >= enough;
    }
    function reach() {
        if (goal === null || audio.readyState < 1)
            return;
        var at = goalNow() / 1000;
        goal = null;
        if (Math.abs(audio.currentTime - at) > 0.01)
            audio.currentTime = at;
    }
    /** @param {number} at */
    function seek(at) {
        goal = at;
        goalSince = Segue.ownTime();
        reach();
    }
    function play() {
        shouldPlay = true;
        if (audio.paused)
            echoes.expect('play', playId(), Segue.ownTime());
        var started = audio.play();
        if (started && started.then)
            started.then(function () {}, function (error) {
                if (error && error.name === 'NotAllowedError')
                    setBlocked(true);
            });
    }
    function pause() {
        shouldPlay = false;
        if (!audio.paused)
            echoes.expect('pause', playId(), Segue.ownTime());
        audio.pause();
    }
    function playId() {
        return loaded ? loaded.playId : 0;
    }
    /** @param {boolean} value */
    function setBlocked(value) {
        if (blocked === value)
            return;
        blocked = value;
        owner.changed();
    }
    /** @param {Target} target @param {string} as */
    function load(target, as) {
        format = as;
        failed = false;
        audio.src = owner.address(target, as);
    }
    /** @param {Target} target @param {number} at */
    function start(target, at) {
        var same = loaded && loaded.track === target.track && !failed && audio.readyState > 0;
        if (!loaded || loaded.playId !== target.playId)
            breaks = 0;
        loaded = target;
        corrections = 0;
        if (!same)
            load(target, '');
        seek(at);
        if (target.paused)
            pause();
        else
            play();
    }
    function unload() {
        pause();
        loaded = null;
        goal = null;
        failed = false;
        audio.removeAttribute('src');
        audio.load();
    }
    function broken() {
        if (!loaded)
            return;
        var was = loaded;
        if (audio.error && audio.error.code === brokenOff && breaks < breaksAtMost) {
            // The hub went away, or its network did. It is begun again where the session is by then.
            breaks += 1;
            unload();
            owner.changed();
        } else if (!format) {
            // What this TV cannot decode the hub can turn into something every TV can.
            var at = position();
            load(was, 'mp3');
            seek(at);
            if (shouldPlay)
                play();
        } else {
            failed = true;
            owner.failed(was.playId);
        }
    }
    function applyVolume() {
        if (settable)
            audio.volume = Math.pow(level / 100, 2); // as the ear hears it
        audio.muted = muted;
    }
    /** @param {string} what */
    function heard(what) {
        if (!loaded || failed || audio.ended)
            return;
        if (!echoes.isEcho(what, loaded.playId, Segue.ownTime()))
            owner.person(what, 0);
    }
    audio.addEventListener('loadedmetadata', reach);
    audio.addEventListener('error', broken);
    audio.addEventListener('pause', function () {
        heard('pause');
    });
    audio.addEventListener('play', function () {
        heard('play');
    });
    audio.addEventListener('ended', function () {
        if (loaded)
            owner.ended(loaded.playId);
    });
    ['playing', 'waiting', 'canplay', 'seeked', 'pause'].forEach(function (name) {
        audio.addEventListener(name, owner.changed);
    });
    applyVolume();

    return {
        /** @type {Habits} */
        habits: { alone: 2000, together: 400, settling: 3000, opensPaused: true },
        /** @returns {Own | null} */
        own: function () {
            if (!loaded)
                return null;
            return { playId: loaded.playId, item: loaded.item, position: position(), paused: audio.paused, ready: ready(), ended: audio.ended,
                failed: failed, line: line, aimedAt: aimedAt, corrections: corrections };
        },
        /** @param {Action} action @param {Target | null} target */
        act: function (action, target) {
            if (target && action.act !== 'pause') {
                aimedAt = Segue.ownTime();
                line = target.line;
            }
            if (action.act === 'stop')
                unload();
            else if (action.act === 'pause')
                pause();
            else if (action.act === 'play')
                play();
            else if (action.act === 'start' && target)
                start(target, action.at);
            else if (action.act === 'seek') {
                corrections = action.wished ? 0 : corrections + 1;
                seek(action.at);
            }
        },
        volume: function () {
            return settable ? { volume: level, muted: muted } : { muted: muted };
        },
        /** @param {{volume?: number, muted?: boolean}} wish */
        setVolume: function (wish) {
            if (wish.volume !== undefined)
                level = Math.max(0, Math.min(100, wish.volume));
            if (wish.muted !== undefined)
                muted = wish.muted;
            Segue.memory.set('volume', String(level));
            applyVolume();
        },
        blocked: function () {
            return blocked;
        },
        undecided: function () {
            return false;
        },
        /** Somebody pressed a key: what was refused may be allowed now. */
        unblock: function () {
            setBlocked(false);
        }
    };
};
