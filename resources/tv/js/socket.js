// SPDX-License-Identifier: Apache-2.0
var Segue = Segue || {};

/**
 * A way to the hub. Both have the same: `received` with each message, and `closed` once, with a WebSocket's code or 0.
 * @typedef {{received: (message: any) => void, closed: (code: number) => void}} WayOwner
 * @typedef {{send: (message: object) => void, close: () => void}} Way
 */

Segue.hasSockets = function () {
    return typeof WebSocket === 'function' || typeof WebSocket === 'object';
};

/**
 * The native wire over a WebSocket.
 * @param {string} base the hub's address, as in `http://192.168.1.2:6681`
 * @param {string} token of a TV, or nothing
 * @param {WayOwner} owner
 * @returns {Way}
 */
Segue.openSocket = function (base, token, owner) {
    var silentFor = 9000; // ms: the clock is asked each 3 s, so this is somebody gone
    var openWithin = 5000; // ms
    var socket = new WebSocket(Segue.address(base.replace(/^http/, 'ws') + '/sync', { tv: token }), 'segue.v1');
    /** @type {number | undefined} */
    var silence;
    var over = false;

    /** @param {number} code */
    function end(code) {
        if (over)
            return;
        over = true;
        clearTimeout(silence);
        socket.onopen = socket.onmessage = socket.onclose = socket.onerror = null;
        owner.closed(code);
    }
    /** @param {number} within */
    function expect(within) {
        clearTimeout(silence);
        silence = window.setTimeout(function () {
            // A dead connection's own close can take minutes.
            socket.close();
            end(0);
        }, within);
    }
    expect(openWithin);
    socket.onopen = function () {
        expect(silentFor);
    };
    socket.onmessage = function (event) {
        expect(silentFor);
        owner.received(JSON.parse(event.data));
    };
    socket.onclose = function (event) {
        end(event.code || 0);
    };
    return {
        send: function (message) {
            if (!over && socket.readyState === 1)
                socket.send(JSON.stringify(message));
        },
        close: function () {
            over = true;
            clearTimeout(silence);
            socket.onopen = socket.onmessage = socket.onclose = socket.onerror = null;
            socket.close();
        }
    };
};
