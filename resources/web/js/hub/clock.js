// SPDX-License-Identifier: Apache-2.0

// At one sample in three seconds the oldest is 48 s old, and two clocks drift by a few milliseconds in that time.
const samplesKept = 16;

/** Microseconds of this browser's monotonic clock. */
export const ownTime = () => Math.round(performance.now() * 1000);

/** How far the hub's clock is ahead of ours: what the exchange with the least delay says. Microseconds. */
export class ClockFilter {
    /** @type {{offset: number, delay: number}[]} */
    #samples = [];

    /**
     * @param {number} sent ours
     * @param {number} received the hub's
     * @param {number} answered the hub's
     * @param {number} heard ours
     */
    add(sent, received, answered, heard) {
        const delay = heard - sent - (answered - received);
        if (delay < 0)
            return; // an answer to something else
        this.#samples.push({ offset: (received - sent + (answered - heard)) / 2, delay });
        if (this.#samples.length > samplesKept)
            this.#samples.shift();
    }

    reset() {
        this.#samples = [];
    }

    /** @returns {number | null} null: nothing is known yet */
    get offset() {
        let best = null;
        for (const sample of this.#samples)
            if (!best || sample.delay < best.delay)
                best = sample;
        return best && best.offset;
    }
}
