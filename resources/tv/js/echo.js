// SPDX-License-Identifier: Apache-2.0
var Segue = Segue || {};

/**
 * Tells a player's answers to what it was told from what somebody did with the TV's own remote control. An event is expected for
 * one playback, once, and for a while only; the newest order of two that contradict each other is the one that counts.
 */
Segue.expectations = function () {
    var within = 5000; // ms
    /** @type {Record<string, string[]>} */
    var contrary = { play: ['pause', 'stop'], pause: ['play'], stop: ['play', 'pause', 'seek', 'load'] };
    /** @type {{kind: string, playId: number, until: number}[]} */
    var expected = [];

    /** @param {string} kind @param {number} playId @param {number} now */
    function find(kind, playId, now) {
        expected = expected.filter(function (each) {
            return each.until > now;
        });
        for (var i = 0; i < expected.length; ++i)
            if (expected[i].kind === kind && (!playId || expected[i].playId === playId))
                return i;
        return -1;
    }
    return {
        /**
         * @param {string} kind `load`, `play`, `pause`, `seek`, `stop`
         * @param {number} playId
         * @param {number} now milliseconds
         */
        expect: function (kind, playId, now) {
            expected = expected.filter(function (each) {
                return each.kind !== kind && (contrary[kind] || []).indexOf(each.kind) < 0;
            });
            expected.push({ kind: kind, playId: playId, until: now + within });
        },
        /**
         * Whether the event was expected, which it is no more then.
         * @param {string} kind
         * @param {number} playId 0: of whatever plays
         * @param {number} now milliseconds
         */
        isEcho: function (kind, playId, now) {
            var at = find(kind, playId, now);
            if (at < 0)
                return false;
            expected.splice(at, 1);
            return true;
        },
        /** @param {string} kind @param {number} now */
        isExpected: function (kind, now) {
            return find(kind, 0, now) >= 0;
        }
    };
};
