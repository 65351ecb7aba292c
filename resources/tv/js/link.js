// SPDX-License-Identifier: Apache-2.0
var Segue = Segue || {};

/**
 * How long to wait before the next attempt. Milliseconds.
 * @param {number} attempt from 0
 * @param {number} chance 0..1: not every TV of a house comes back at the same moment
 */
Segue.backoff = function (attempt, chance) {
    return Math.min(2000, 250 * Math.pow(2, attempt)) * (0.75 + chance / 4);
};

/**
 * A connection to the hub that always comes back: after a hub's clean end as after its crash. Only a page that somebody else has
 * taken the place of stays away, and one that is not let in.
 * @param {{base: string, token: () => string}} where
 * @param {{opened: () => void, received: (message: any) => void, lost: () => void, superseded: () => void,
 *     refused: () => void}} owner
 */
Segue.link = function (where, owner) {
    var joinedAnew = 1008;
    var socketsTried = 2; // in a row, before the other way is taken
    var checkWithin = 5000; // ms
    var settledAfter = 5000; // ms: two pages that take each other's place are to do it ever more slowly
    /** @type {Way | null} */
    var way = null;
    var attempt = 0;
    var joinedAt = -1;
    var failedSockets = 0;
    /** @type {number | undefined} */
    var retry;
    /** @type {() => void} */
    var stopChecking = function () {};
    var wanted = false;

    function connect() {
        clearTimeout(retry);
        var heard = false;
        var bySocket = Segue.hasSockets() && failedSockets < socketsTried;
        var open = bySocket ? Segue.openSocket : Segue.openPoll;
        way = open(where.base, where.token(), {
            received: function (message) {
                if (!heard) {
                    heard = true;
                    owner.opened();
                }
                owner.received(message);
            },
            closed: function (code) {
                way = null;
                closed(code, heard, bySocket);
            }
        });
    }
    /** @param {number} code @param {boolean} heard @param {boolean} bySocket */
    function closed(code, heard, bySocket) {
        if (code === joinedAnew) {
            wanted = false;
            owner.superseded();
            return;
        }
        if (joinedAt >= 0 && Segue.ownTime() - joinedAt >= settledAfter)
            attempt = 0;
        joinedAt = -1;
        owner.lost();
        if (!wanted)
            return;
        if (heard) {
            failedSockets = 0;
            later();
        } else {
            check(bySocket);
        }
    }
    /** A WebSocket does not tell why it was refused. @param {boolean} bySocket */
    function check(bySocket) {
        stopChecking = Segue.request('GET', Segue.address(where.base + '/api/sync/poll', { tv: where.token() }), null, checkWithin,
            function (status) {
                if (status === 401 || status === 403) {
                    wanted = false;
                    owner.refused();
                    return;
                }
                if (status > 0)
                    failedSockets = bySocket ? failedSockets + 1 : 0;
                later();
            });
    }
    function later() {
        clearTimeout(retry);
        retry = window.setTimeout(connect, Segue.backoff(attempt++, Math.random()));
    }
    function drop() {
        clearTimeout(retry);
        stopChecking();
        if (way)
            way.close();
        way = null;
    }
    function reconnect() {
        wanted = true;
        attempt = 0;
        drop();
        connect();
    }
    return {
        open: reconnect,
        /** Leaves this connection and joins over a new one. */
        reconnect: reconnect,
        /** Does not wait for the next attempt. */
        wake: function () {
            if (wanted && !way)
                reconnect();
        },
        /** Until open() is called. */
        close: function () {
            wanted = false;
            drop();
        },
        /** It has joined: if that lasts, the next loss is a first one. */
        settled: function () {
            joinedAt = Segue.ownTime();
        },
        /** @param {object} message */
        send: function (message) {
            if (way)
                way.send(message);
        }
    };
};
