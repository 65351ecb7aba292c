// SPDX-License-Identifier: Apache-2.0
var Segue = Segue || {};

/**
 * Asks to be let in, and goes on asking until somebody has decided.
 * @param {{base: string, device: string, name: string}} self
 * @param {{code: (code: string) => void, allowed: (token: string) => void, denied: () => void, unreachable: () => void}} owner
 * @returns {() => void} gives it up
 */
Segue.askToJoin = function (self, owner) {
    var askEvery = 2000; // ms
    var waitAfterRefusal = 30000; // ms: one address may ask only so often
    var within = 10000; // ms
    var path = self.base + '/api/v1/pairing/requests';
    /** @type {number | undefined} */
    var timer;
    var over = false;

    /** @param {() => void} what @param {number} ms */
    function later(what, ms) {
        if (!over)
            timer = window.setTimeout(what, ms);
    }
    function ask() {
        var words = { name: self.name, device: self.device, kind: 'tv' };
        Segue.request('POST', path, words, within, function (status, answer) {
            if (over)
                return;
            if (status === 202 && answer) {
                owner.code(answer.code || '');
                hear(answer.request, answer.secret);
                return;
            }
            if (status === 0)
                owner.unreachable();
            later(ask, status === 0 ? askEvery : waitAfterRefusal);
        });
    }
    /** @param {string} request @param {string} secret */
    function hear(request, secret) {
        Segue.request('POST', path + '/' + encodeURIComponent(request), { secret: secret, keep: 'token' }, within, function (status, answer) {
            if (over)
                return;
            var state = answer ? answer.state : '';
            if (state === 'allowed' || (status === 200 && answer && answer.token)) {
                over = true;
                owner.allowed(answer.token || '');
            } else if (state === 'denied') {
                over = true;
                owner.denied();
            } else if (status === 404) {
                ask(); // nobody has answered in time: the next code
            } else {
                later(function () {
                    hear(request, secret);
                }, askEvery);
            }
        });
    }
    ask();
    return function () {
        over = true;
        clearTimeout(timer);
    };
};
