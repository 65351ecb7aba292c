// SPDX-License-Identifier: Apache-2.0
var Segue = Segue || {};

/** The page at /tv: wires its parts. */
Segue.page = function () {
    var seekStep = 10000; // ms
    var volumeStep = 5;
    var levelShownFor = 2000; // ms
    var showEvery = 500; // ms
    var base = location.protocol + '//' + location.host;
    var device = Segue.ownId();
    var name = Segue.tvName(navigator.userAgent);
    var view = Segue.view();
    var night = Segue.night(view);
    /** What a press of OK does while a message stands in place of all else. @type {(() => void) | null} */
    var onOk = null;
    /** @type {() => void} */
    var stopAsking = function () {};
    /** @type {number | undefined} */
    var levelTimer;

    function token() {
        return Segue.memory.get('token');
    }
    var given = Segue.fromAddress(location.search, 'tv');
    if (given) {
        Segue.memory.set('token', given);
        if (history.replaceState)
            history.replaceState(null, '', location.pathname);
    }
    var player = Segue.audioPlayer(/** @type {HTMLAudioElement} */ (document.getElementById('audio')), {
        address: function (target, format) {
            return Segue.address('/stream/' + encodeURIComponent(device), { tv: token(), item: target.item, play: target.playId, format: format });
        },
        changed: function () {
            output.report(false);
            show();
        },
        ended: function (playId) {
            output.ended(playId);
        },
        failed: function (playId) {
            output.failed(playId);
        },
        person: function (what, value) {
            output.person(what, value);
        }
    });
    var hub = Segue.hub({ base: base, token: token, device: device, name: name, word: function () {
        return output.word();
    } }, {
        changed: function (what) {
            if (what === 'devices')
                output.devicesChanged();
            else if (what === 'queue')
                tracks.stale();
            else if (what === 'status' && hub.status === 'refused')
                letIn();
            else
                output.follow();
            show();
        },
        volume: function (wish) {
            player.setVolume(wish);
            output.tellVolume();
        }
    });
    var output = Segue.output(hub, player);
    var tracks = Segue.tracks(hub, function () {
        show();
    });
    var controls = Segue.controls(view, {
        previous: function () {
            hub.send({ type: 'previous' });
        },
        toggle: toggle,
        skip: function () {
            hub.send({ type: 'next' });
        },
        here: function () {
            if (output.active())
                output.stopHere();
            else
                output.playHere();
        }
    });

    function toggle() {
        hub.send({ type: hub.playing() ? 'pause' : 'resume' });
    }
    function letIn() {
        stopAsking();
        Segue.memory.set('token', '');
        onOk = null;
        view.message(Segue.text('looking'), '', '');
        stopAsking = Segue.askToJoin({ base: base, device: device, name: name }, {
            code: function (code) {
                view.message(Segue.text('allow'), Segue.text('allowHow'), code);
            },
            allowed: function (allowed) {
                Segue.memory.set('token', allowed);
                hub.open();
            },
            denied: function () {
                view.message(Segue.text('denied'), Segue.text('askAgain'), '');
                onOk = letIn;
            },
            unreachable: function () {
                view.message(Segue.text('connecting'), '', '');
            }
        });
    }
    function note() {
        if (hub.status !== 'joined')
            return Segue.text('connecting');
        if (player.blocked() && output.active())
            return Segue.text('pressOk');
        if (output.condition() === 'failed')
            return Segue.text('failed');
        if (output.active())
            return '';
        var names = hub.devices.filter(function (each) {
            return each.output && each.active;
        }).map(function (each) {
            return each.name;
        });
        return names.length ? Segue.text('on', { names: names.join(', ') }) : Segue.text('pressOk');
    }
    /** @param {Player} playing */
    function nowOf(playing) {
        var state = /** @type {State} */ (hub.state);
        var track = state.track;
        var known = tracks.find(playing.item) || { title: '', artist: '', image: '' };
        var next = hub.queue && !state.modes.stop_after ? Segue.upcoming(hub.queue, playing.item, state.modes, 3) : [];
        return {
            title: track ? track.title : known.title, artist: track ? track.artist || '' : known.artist, album: track && track.album || '',
            image: known.image, position: hub.position(), duration: playing.duration_ms, playing: hub.playing(), note: note(), here: output.active(),
            upNext: /** @type {{title: string, artist: string}[]} */ (next.map(tracks.find).filter(Boolean))
        };
    }
    function show() {
        night.look(hub.playing());
        if (hub.status === 'refused' || !token())
            return; // letIn() has the screen
        if (hub.status === 'superseded') {
            view.message(Segue.text('elsewhere'), Segue.text('pressOkAgain'), '');
            onOk = hub.open;
            return;
        }
        onOk = null;
        var playing = hub.state ? hub.state.player : undefined;
        // A hub that is away for a moment is no reason to take the picture away.
        if (playing)
            view.now(nowOf(playing));
        else if (hub.status === 'joined')
            view.message(Segue.text('nothing'), Segue.text('nothingHow'), '');
        else
            view.message(Segue.text('connecting'), '', '');
        if (night.dark())
            view.message('Segue', '', '');
    }
    /** @param {{volume?: number, muted?: boolean}} wish */
    function setVolume(wish) {
        player.setVolume(wish);
        output.tellVolume();
        var now = player.volume();
        if (now.volume === undefined)
            return;
        view.level(Segue.text('volume', { n: now.muted ? 0 : now.volume }));
        clearTimeout(levelTimer);
        levelTimer = window.setTimeout(function () {
            view.level('');
        }, levelShownFor);
    }
    /** @param {number} by */
    function louder(by) {
        var now = player.volume();
        if (now.volume !== undefined)
            setVolume({ volume: Math.max(0, Math.min(100, now.volume + by)), muted: false });
    }
    /** @param {number} by */
    function seek(by) {
        hub.send({ type: 'seek', position_ms: Math.max(0, Math.round(hub.position() + by)) });
    }
    function ok() {
        if (onOk)
            onOk();
        else if (player.blocked() && output.active()) {
            player.unblock();
            output.follow();
        } else if (!hub.state || !hub.state.player)
            return;
        else if (!output.active() && !controls.shown()) {
            player.unblock();
            output.playHere();
        }
        else if (controls.shown())
            controls.press();
        else {
            controls.show();
            toggle();
        }
    }
    /** @param {number} step */
    function sideways(step) {
        if (controls.shown())
            controls.move(step);
        else
            controls.show();
    }
    /** @type {Record<string, () => void>} */
    var keys = {
        ok: ok, toggle: toggle,
        left: function () {
            sideways(-1);
        },
        right: function () {
            sideways(1);
        },
        up: function () {
            louder(volumeStep);
        },
        down: function () {
            louder(-volumeStep);
        },
        louder: function () {
            louder(volumeStep);
        },
        quieter: function () {
            louder(-volumeStep);
        },
        mute: function () {
            setVolume({ muted: !player.volume().muted });
        },
        play: function () {
            player.unblock();
            if (!hub.playing())
                toggle();
            output.follow();
        },
        pause: function () {
            if (hub.playing())
                toggle();
        },
        stop: output.stopHere,
        rewind: function () {
            seek(-seekStep);
        },
        forward: function () {
            seek(seekStep);
        },
        previous: function () {
            hub.send({ type: 'previous' });
        },
        next: function () {
            hub.send({ type: 'next' });
        },
        back: controls.hide
    };
    document.addEventListener('keydown', function (event) {
        var key = Segue.keyNames.of(event);
        // Back is the TV's own, unless it closes something here.
        if (!key || (key === 'back' && !controls.shown()))
            return;
        event.preventDefault();
        var dark = night.dark();
        night.look(true);
        if (!dark || key === 'play' || key === 'toggle')
            keys[key]();
        show();
    });
    document.addEventListener('click', function () {
        player.unblock();
        output.follow();
    });
    window.addEventListener('pagehide', function () {
        output.leave();
        hub.close();
    });
    window.addEventListener('pageshow', function (event) {
        if (!event.persisted)
            return;
        output.start();
        hub.open();
    });
    window.addEventListener('online', hub.wake);
    document.addEventListener('visibilitychange', function () {
        if (!document.hidden)
            hub.wake();
    });
    window.setInterval(show, showEvery);
    Segue.keyNames.register();
    output.start();
    show();
    if (token())
        hub.open();
    else
        letIn();
};

Segue.page();
