// SPDX-License-Identifier: Apache-2.0
var Segue = Segue || {};

/**
 * The native wire for TVs whose WebSocket fails: a request that waits for what the hub says, and others that say something.
 * @param {string} base the hub's address
 * @param {string} token of a TV, or nothing
 * @param {WayOwner} owner
 * @returns {Way}
 */
Segue.openPoll = function (base, token, owner) {
    var path = base + '/api/sync/poll';
    var waitFor = 20000; // ms: the hub answers after 10 s
    var sendWithin = 10000; // ms
    var atOnce = 32; // messages in one request
    var id = '';
    var over = false;
    var sending = false;
    /** @type {object[]} */
    var waiting = [];
    /** @type {() => void} */
    var stopReading = function () {};

    /** @param {number} code */
    function end(code) {
        if (over)
            return;
        over = true;
        stopReading();
        owner.closed(code);
    }
    /** @param {number} status @param {any} answer */
    function take(status, answer) {
        if (over)
            return false;
        if (status !== 200 && status !== 201 || !answer) {
            end(answer && answer.error && answer.error.code === 'superseded' ? 1008 : 0);
            return false;
        }
        (answer.messages || []).forEach(function (/** @type {any} */ message) {
            if (!over)
                owner.received(message);
        });
        return !over;
    }
    function read() {
        stopReading = Segue.request('GET', Segue.address(path, { tv: token, poll: id }), null, waitFor, function (status, answer) {
            if (take(status, answer))
                read();
        });
    }
    /** One request at a time: that keeps the order. */
    function flush() {
        if (sending || over || !id || !waiting.length)
            return;
        sending = true;
        var messages = waiting.splice(0, atOnce);
        Segue.request('POST', Segue.address(path, { tv: token, poll: id }), { messages: messages }, sendWithin, function (status) {
            sending = false;
            if (status < 200 || status > 299)
                end(0);
            else
                flush();
        });
    }
    stopReading = Segue.request('POST', Segue.address(path, { tv: token }), {}, sendWithin, function (status, answer) {
        id = answer && answer.poll !== undefined ? String(answer.poll) : '';
        if (!take(id ? status : 0, answer))
            return;
        read();
        flush();
    });
    return {
        send: function (message) {
            if (over)
                return;
            waiting.push(message);
            flush();
        },
        close: function () {
            over = true;
            stopReading();
        }
    };
};
