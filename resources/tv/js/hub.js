// SPDX-License-Identifier: Apache-2.0
var Segue = Segue || {};

/**
 * The session as the hub tells it, and what may be said to it.
 * @param {{base: string, token: () => string, device: string, name: string,
 *     word: () => object}} self `word`: what is said of this output at each joining
 * @param {{changed: (what: string) => void, volume: (wish: {volume?: number, muted?: boolean}) => void}} owner
 *     what: `status`, `state`, `queue`, `devices`, `fault`
 */
Segue.hub = function (self, owner) {
    var burstLength = 8;
    var burstEvery = 60; // ms
    var askEvery = 3000; // ms
    var clock = Segue.clockFilter();
    var burst = 0;
    /** @type {number | undefined} */
    var askTimer;
    var frozen = 0;

    var hub = {
        /** `connecting`, `joined`, `superseded` or `refused` */
        status: 'connecting',
        /** @type {any} */
        hello: null,
        /** @type {State | null} */
        state: null,
        /** @type {Queue | null} */
        queue: null,
        /** @type {Device[]} */
        devices: [],
        /** @type {any} */
        fault: null,
        device: self.device,
        base: self.base,
        token: self.token,
        /** False while what is shown may be old. */
        live: function () {
            return hub.status === 'joined' && hub.state !== null && clock.offset() !== null;
        },
        /** Microseconds of the hub's clock. */
        now: function () {
            return Segue.ownTime() * 1000 + (clock.offset() || 0);
        },
        /** Milliseconds. It stands still while the hub is away. */
        position: function () {
            if (!hub.state || !hub.state.player)
                return 0;
            if (hub.live())
                frozen = Segue.positionAt(hub.state.player, hub.now());
            return frozen;
        },
        playing: function () {
            return Segue.isPlaying(hub.state ? hub.state.player : undefined);
        },
        /** @returns {Device | undefined} */
        ownEntry: function () {
            return hub.devices.filter(function (device) {
                return device.id === self.device;
            })[0];
        },
        /** @param {object} message */
        send: function (message) {
            link.send(message);
        },
        open: function () {
            setStatus('connecting');
            link.open();
        },
        /** Somebody has come back to the TV. */
        wake: function () {
            link.wake();
        },
        close: function () {
            link.close();
            clearTimeout(askTimer);
        },
        /**
         * This output's last word.
         * @param {number} position milliseconds
         */
        leave: function (position) {
            if (!hub.hello)
                return;
            var message = { type: 'leave', connection: hub.hello.connection, position_ms: Math.max(0, Math.round(position)) };
            link.send(message);
            var beacon = { device: self.device, connection: message.connection, position_ms: message.position_ms };
            if (typeof navigator.sendBeacon === 'function')
                navigator.sendBeacon(Segue.address(self.base + '/api/sync/leave', { tv: self.token() }), JSON.stringify(beacon));
        }
    };

    /** @param {string} status */
    function setStatus(status) {
        hub.position();
        if (hub.status === status)
            return;
        hub.status = status;
        owner.changed('status');
    }
    function askClock() {
        clearTimeout(askTimer);
        link.send({ type: 'clock', sent_us: Math.round(Segue.ownTime() * 1000) });
        burst = Math.max(0, burst - 1);
        askTimer = window.setTimeout(askClock, burst > 0 ? burstEvery : askEvery);
    }
    /** @param {any} message */
    function heardClock(message) {
        var first = clock.offset() === null;
        clock.add(message.sent_us, message.received_us, message.answered_us, Segue.ownTime() * 1000);
        if (first)
            owner.changed('state');
    }
    /** @param {any} hello */
    function join(hello) {
        hub.hello = hello;
        hub.queue = null;
        clock.reset();
        var message = /** @type {any} */ (self.word());
        message.type = 'join';
        message.device = self.device;
        message.name = self.name;
        message.output = true;
        link.send(message);
        burst = burstLength;
        askClock();
    }
    /** @param {any} message */
    function tookQueue(message) {
        hub.queue = Segue.changedQueue(hub.queue, message);
        if (hub.queue)
            owner.changed('queue');
        else
            link.reconnect();
    }
    /** @type {Record<string, (message: any) => void>} */
    var handlers = {
        hello: join,
        state: function (message) {
            hub.state = message;
            if (hub.status !== 'joined')
                link.settled();
            setStatus('joined');
            owner.changed('state');
        },
        queue: tookQueue,
        devices: function (message) {
            hub.devices = message.devices;
            owner.changed('devices');
        },
        clock: heardClock,
        volume: function (message) {
            owner.volume(message);
        },
        fault: function (message) {
            hub.fault = message;
            owner.changed('fault');
        }
    };
    var link = Segue.link(self, {
        opened: function () {},
        received: function (message) {
            if (Object.prototype.hasOwnProperty.call(handlers, message.type))
                handlers[message.type](message);
        },
        lost: function () {
            clearTimeout(askTimer);
            setStatus('connecting');
        },
        superseded: function () {
            clearTimeout(askTimer);
            setStatus('superseded');
        },
        refused: function () {
            setStatus('refused');
        }
    });
    return hub;
};
