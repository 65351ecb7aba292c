// SPDX-License-Identifier: Apache-2.0
// The rule and its constants are those of sync/link/clockfilter.{h,cpp}, which explain them.

const samplesKept = 192;
const forgottenAfter = 120_000_000; // microseconds of silence
const doubtsBelieved = 3;
const burstLength = 16;
const settledFrom = 128;
const burstEvery = 60; // ms
const settlingEvery = 125; // ms
const steadyEvery = 1000; // ms

const usualDrift = 100e-6;
const mostDrift = 500e-6;
const wander = 5e-6;
const clockGrain = 500; // microseconds: some browsers round their clock to whole milliseconds
const leastDelay = -1000; // microseconds: likewise, both its ends
const partOfUsualExcess = 0.25;
const evenSpread = 12;
const sigmasClaimed = 2.5;

/**
 * @typedef {{sent: number, heard: number, middle: number, offset: number, delay: number}} Sample
 * @typedef {{offset: number, driftPpm: number, error: number}} Estimate microseconds that the hub's clock is ahead, how
 *     much faster it runs, and how wrong the former may well be
 */

/** Microseconds of this browser's monotonic clock. */
export const ownTime = () => Math.round(performance.now() * 1000);

/** Follows the hub's clock: a line through the last samples' offsets, begun anew when it is wrong. */
export class ClockFilter {
    /** @type {Sample[]} */
    #samples = [];
    #least = 0;
    #floor = 0;
    #line = { at: 0, offset: 0, drift: 0, offsetVariance: 0, covariance: 0, driftVariance: 0 };
    #doubt = 0;
    #doubts = 0;

    /**
     * @param {number} sent ours
     * @param {number} received the hub's
     * @param {number} answered the hub's
     * @param {number} heard ours
     */
    add(sent, received, answered, heard) {
        const delay = heard - sent - (answered - received);
        if (delay < leastDelay)
            return; // an answer to something else
        const last = this.#samples[this.#samples.length - 1];
        if (last && (heard < last.heard || sent - last.heard > forgottenAfter))
            this.reset();
        else if (last && sent <= last.sent)
            return; // said twice, or overtaken
        const sample = { sent, heard, middle: (sent + heard) / 2, offset: (received - sent + (answered - heard)) / 2, delay };
        this.#judge(sample);
        this.#samples.push(sample);
        if (this.#doubts === doubtsBelieved) {
            this.#samples = this.#samples.slice(-doubtsBelieved);
            this.#doubts = 0;
        }
        if (this.#samples.length > samplesKept)
            this.#samples.shift();
        this.#measureDelays();
        this.#fit(sample);
    }

    reset() {
        this.#samples = [];
        this.#doubt = 0;
        this.#doubts = 0;
    }

    get knows() {
        return this.#samples.length > 0;
    }

    /** Milliseconds after a question in which to ask again: soon while little is known. */
    get askAfter() {
        if (this.#samples.length < burstLength)
            return burstEvery;
        return this.#samples.length < settledFrom ? settlingEvery : steadyEvery;
    }

    /**
     * @param {number} time ours, microseconds
     * @returns {Estimate | null} null: nothing is known yet
     */
    at(time) {
        if (!this.knows)
            return null;
        const { at, offset, drift, offsetVariance, covariance, driftVariance } = this.#line;
        const ahead = time - at;
        const variance = offsetVariance + ahead * (2 * covariance + ahead * driftVariance);
        return { offset: offset + drift * ahead, driftPpm: drift * 1e6, error: sigmasClaimed * Math.sqrt(variance) };
    }

    /** @param {Sample} sample */
    #judge(sample) {
        const expected = this.at(sample.middle);
        if (!expected)
            return;
        const apart = sample.offset - expected.offset;
        const explained = (Math.abs(sample.delay - this.#least) + this.#floor) / 2 + expected.error;
        const doubt = Math.abs(apart) > explained ? apart : 0;
        if (doubt === 0)
            this.#doubts = 0;
        else
            this.#doubts = doubt * this.#doubt > 0 ? this.#doubts + 1 : 1;
        this.#doubt = doubt;
    }

    #measureDelays() {
        const delays = this.#samples.map(sample => sample.delay).sort((a, b) => a - b);
        const least = delays[0] ?? 0;
        const median = delays[Math.floor(delays.length / 2)] ?? least;
        this.#least = least;
        this.#floor = clockGrain + partOfUsualExcess * (median - least) + Math.max(0, least) / delays.length;
    }

    /** @param {Sample} newest */
    #fit(newest) {
        let weights = 0;
        let times = 0;
        let squares = 1 / usualDrift ** 2;
        let offsets = 0;
        let products = 0;
        for (const sample of this.#samples) {
            const time = sample.middle - newest.middle;
            const offset = sample.offset - newest.offset;
            const width = sample.delay - this.#least + this.#floor;
            const weight = 1 / (width ** 3 / this.#floor / evenSpread + (wander * time) ** 2);
            weights += weight;
            times += weight * time;
            squares += weight * time * time;
            offsets += weight * offset;
            products += weight * time * offset;
        }
        const determinant = weights * squares - times * times;
        const slope = (weights * products - times * offsets) / determinant;
        const drift = Math.min(mostDrift, Math.max(-mostDrift, slope));
        this.#line = {
            at: newest.middle,
            offset: newest.offset + (offsets - drift * times) / weights,
            drift,
            offsetVariance: squares / determinant,
            covariance: -times / determinant,
            driftVariance: weights / determinant,
        };
    }
}
