// SPDX-License-Identifier: Apache-2.0
var Segue = Segue || {};

/**
 * Milliseconds of this TV's clock, which never goes back. Old ones have only the wall clock.
 * @returns {number}
 */
Segue.ownTime = (function () {
    var last = 0;
    var behind = 0;
    return function () {
        if (typeof performance !== 'undefined' && typeof performance.now === 'function')
            return performance.now();
        var now = new Date().getTime() + behind;
        if (now < last) {
            behind += last - now;
            now = last;
        }
        last = now;
        return now;
    };
}());

/** How far the hub's clock is ahead of ours, as the exchange with the least delay says. Microseconds. */
Segue.clockFilter = function () {
    var samplesKept = 16;
    var stepFrom = 100000; // microseconds that no two clocks drift apart in a minute
    /** @type {{offset: number, delay: number}[]} */
    var samples = [];

    /** @returns {{offset: number, delay: number} | null} */
    function best() {
        /** @type {{offset: number, delay: number} | null} */
        var found = null;
        for (var i = 0; i < samples.length; ++i)
            if (!found || samples[i].delay < found.delay)
                found = samples[i];
        return found;
    }

    return {
        /**
         * @param {number} sent ours
         * @param {number} received the hub's
         * @param {number} answered the hub's
         * @param {number} heard ours
         */
        add: function (sent, received, answered, heard) {
            var sample = { offset: (received - sent + (answered - heard)) / 2, delay: heard - sent - (answered - received) };
            if (sample.delay < 0)
                return; // an answer to something else
            var known = best();
            // Each is right within half its delay: where they contradict each other, a clock was set.
            if (known && Math.abs(known.offset - sample.offset) > (known.delay + sample.delay) / 2 + stepFrom)
                samples = [];
            samples.push(sample);
            if (samples.length > samplesKept)
                samples.shift();
        },
        reset: function () {
            samples = [];
        },
        /** @returns {number | null} null: nothing is known yet */
        offset: function () {
            var found = best();
            return found ? found.offset : null;
        }
    };
};
