// SPDX-License-Identifier: Apache-2.0
var Segue = Segue || {};

/**
 * The interaction plugin: a device of the session, whose player is MSX itself.
 * @param {any} msx TVXInteractionPlugin
 */
Segue.plugin = function (msx) {
    var deviceWithin = 1500; // ms
    var refreshEvery = 3000; // ms
    var menuWithin = 10000; // ms
    var base = location.protocol + '//' + location.host;
    var address = location.href.replace(/#.*$/, '');
    var version = '1';
    /** @type {any} */
    var hub = null;
    /** @type {any} */
    var output = null;
    /** @type {any} */
    var player = null;
    var device = '';
    var asking = { state: 'asking', code: '' };
    /** @type {() => void} */
    var stopAsking = function () {};
    var labelled = '';
    var sleeping = false;

    function token() {
        return Segue.memory.get('token');
    }
    /** @param {string} action @param {object} [data] */
    function execute(action, data) {
        msx.executeAction(action, data);
    }
    /** @param {any} given */
    function begin(given) {
        if (hub)
            return;
        var id = typeof given === 'string' ? given : given && given.deviceId || '';
        device = id ? Segue.cleanId('msx-', id) : Segue.ownId();
        player = Segue.msxPlayer({
            execute: execute,
            ask: function (done) {
                msx.requestData('video', function (/** @type {any} */ data) {
                    done(data && data.video);
                });
            }
        }, {
            playlist: function (target) {
                return Segue.address(base + '/msx/queue.json', { tv: token(), item: target.item });
            },
            queueRev: function () {
                return hub.queue ? hub.queue.rev : -1;
            },
            current: function () {
                return hub.state && hub.state.player ? hub.state.player.item : 0;
            },
            isQueued: function (item) {
                return Boolean(hub.queue) && hub.queue.items.indexOf(item) >= 0;
            },
            changed: function () {
                output.report(false);
                label();
            },
            ended: function (playId) {
                output.ended(playId);
            },
            failed: function (playId) {
                output.failed(playId);
            },
            person: function (what, value) {
                output.person(what, value);
            },
            volume: function () {
                output.tellVolume();
            }
        });
        hub = Segue.hub({ base: base, token: token, device: device, name: Segue.tvName(navigator.userAgent) + ' (MSX)', word: function () {
            return output.word();
        } }, {
            changed: changed,
            volume: function (wish) {
                player.setVolume(wish);
            }
        });
        output = Segue.output(hub, player);
        output.start();
        window.setInterval(refresh, refreshEvery);
        player.refresh(open);
    }
    function open() {
        if (token())
            hub.open();
        else
            letIn();
    }
    /** @param {string} what */
    function changed(what) {
        if (what === 'devices')
            output.devicesChanged();
        else if (what === 'status' && hub.status === 'refused')
            letIn();
        else
            output.follow();
    }
    function refresh() {
        if (!sleeping && (player.own() || player.volume().volume === undefined))
            player.refresh(function () {});
    }
    /** The player shows what the session says, which for a radio station changes while it plays. */
    function label() {
        var track = hub.state && hub.state.track;
        var own = player.own();
        if (!track || !own || !own.ready || !hub.state.player || own.playId !== hub.state.player.play_id)
            return;
        var words = Segue.msxText(track.artist ? track.artist + ' – ' + track.title : track.title);
        if (words === labelled)
            return;
        labelled = words;
        execute('player:label:content:' + words);
    }
    function letIn() {
        stopAsking();
        Segue.memory.set('token', '');
        showAsking('asking', '');
        stopAsking = Segue.askToJoin({ base: base, device: device, name: Segue.tvName(navigator.userAgent) + ' (MSX)' }, {
            code: function (code) {
                showAsking('code', code);
            },
            allowed: function (allowed) {
                Segue.memory.set('token', allowed);
                hub.open();
                execute('menu:request:interaction:init@' + address);
            },
            denied: function () {
                showAsking('denied', '');
            },
            unreachable: function () {}
        });
    }
    /** @param {string} state @param {string} code */
    function showAsking(state, code) {
        asking = { state: state, code: code };
        var item = Segue.msxPages.code(state, code, address).pages[0].items[0];
        execute('update:content:code', { headline: item.headline, text: item.text });
    }
    /** @param {(data: any) => void} done */
    function menu(done) {
        if (!token()) {
            done(Segue.msxPages.joining(version, address));
            return;
        }
        Segue.request('GET', Segue.address(base + '/msx/menu.json', { tv: token() }), null, menuWithin, function (status, answer) {
            done(status === 200 && answer ? answer : Segue.msxPages.joining(version, address));
        });
    }
    function leave() {
        sleeping = true;
        if (output)
            output.leave();
        if (hub)
            hub.close();
    }
    function comeBack() {
        if (sleeping && output)
            output.start();
        sleeping = false;
        if (hub && token())
            hub.open();
    }
    /** @type {Record<string, () => void>} */
    var events = { 'app:suspend': leave, 'app:sleep': leave, 'app:resume': comeBack, 'app:awake': comeBack, 'app:connect': comeBack };

    msx.setupHandler({
        init: function () {},
        ready: function () {
            var timer = window.setTimeout(function () {
                begin('');
            }, deviceWithin);
            if (typeof msx.requestDeviceId !== 'function')
                return;
            msx.requestDeviceId(function (/** @type {any} */ given) {
                clearTimeout(timer);
                begin(given);
            });
        },
        handleEvent: function (/** @type {any} */ data) {
            if (Object.prototype.hasOwnProperty.call(events, data.event))
                events[data.event]();
            else if (player && sleeping && data.event === 'video:stop')
                player.gone(); // the app's own doing, of which nothing is to be made when it wakes up
            else if (player)
                player.event(data);
        },
        handleData: function (/** @type {any} */ data) {
            if (data && data.message === 'ask')
                letIn();
        },
        handleRequest: function (/** @type {string} */ dataId, /** @type {any} */ data, /** @type {(answer: any) => void} */ callback) {
            if (dataId === 'init')
                menu(callback);
            else if (dataId === 'join')
                callback(Segue.msxPages.code(asking.state, asking.code, address));
            else
                callback(null);
        }
    });
    msx.init();
    window.addEventListener('pagehide', leave);
};

// Without the library there is nobody to talk to: the menu without a plugin is left then (docs/tv.md).
if (/** @type {any} */ (window).TVXInteractionPlugin)
    Segue.plugin(/** @type {any} */ (window).TVXInteractionPlugin);
