// SPDX-License-Identifier: Apache-2.0
/**
 * @typedef {{track: number, playId: number, position: number, paused: boolean, together: boolean}} Target where the session is;
 *     `together`: others sound too. Milliseconds.
 * @typedef {{track: number, playId: number, position: number, paused: boolean, ready: boolean, ended: boolean}} Own
 * @typedef {{act: 'hold'} | {act: 'stop'} | {act: 'pause'} | {act: 'start', at: number} | {act: 'play', at: number | null}
 *     | {act: 'jump', at: number} | {act: 'rate', rate: number}} Action `at` in milliseconds; null: where it is
 */

const jumpFrom = 300; // ms: what a browser's own delays make of a jump is less
const wishedFrom = 1000; // ms: an error this large is somebody's seek
const closeEnough = 25; // ms
const trimFrom = 60; // ms
const trimOver = 4000; // ms in which an error is taken up
const trimMost = 0.03; // more is heard
const settling = 1200; // ms after a start or a jump in which the position means little
const patienceFirst = 4000; // ms between jumps nobody wished for; doubles up to
const patienceLast = 64000;

/** Decides what this browser's output does to stay on the session's timeline. Times are milliseconds of one clock. */
export class Follower {
    #aimedAt = -Infinity;
    #correctedAt = -Infinity;
    #patience = patienceFirst;
    #rate = 1;
    #late = 0; // how much later than asked the sound came after the last jumps

    /**
     * @param {Target | null} target null: nothing is to sound here
     * @param {Own | null} own null: nothing is loaded
     * @param {number} now
     * @returns {Action}
     */
    next(target, own, now) {
        if (!target)
            return own ? { act: 'stop' } : { act: 'hold' };
        if (!own || own.track !== target.track || own.playId !== target.playId)
            return this.#aim('start', target, now);
        const error = target.position - own.position;
        if (target.paused)
            return this.#keepPaused(target, own, error);
        if (own.ended)
            return error < -wishedFrom ? this.#aim('start', target, now) : { act: 'hold' };
        if (own.paused) {
            this.#aimedAt = now;
            return { act: 'play', at: Math.abs(error) > jumpFrom ? this.#ahead(target) : null };
        }
        return this.#stayClose(target, own, error, now);
    }

    /**
     * @param {Target} target
     * @param {Own} own
     * @param {number} error
     * @returns {Action}
     */
    #keepPaused(target, own, error) {
        if (!own.paused && !own.ended)
            return { act: 'pause' };
        return own.ready && Math.abs(error) > closeEnough ? { act: 'jump', at: target.position } : { act: 'hold' };
    }

    /**
     * @param {Target} target
     * @param {Own} own
     * @param {number} error
     * @param {number} now
     * @returns {Action}
     */
    #stayClose(target, own, error, now) {
        const size = Math.abs(error);
        if (now - this.#aimedAt < settling || !own.ready)
            return { act: 'hold' };
        if (size > jumpFrom && this.#mayJump(size, now)) {
            this.#late = size < wishedFrom ? Math.max(0, Math.min(500, this.#late + error)) : this.#late;
            return this.#aim('jump', target, now);
        }
        return this.#trim(target.together ? error : 0);
    }

    /**
     * @param {number} error
     * @returns {Action}
     */
    #trim(error) {
        const size = Math.abs(error);
        const wanted = size > trimFrom || (this.#rate !== 1 && size > closeEnough)
            ? 1 + Math.max(-trimMost, Math.min(trimMost, error / trimOver)) : 1;
        const rate = Math.round(wanted * 200) / 200; // each change costs: not at every millisecond
        if (rate === this.#rate)
            return { act: 'hold' };
        this.#rate = rate;
        return { act: 'rate', rate };
    }

    /**
     * @param {'start' | 'jump'} act
     * @param {Target} target
     * @param {number} now
     * @returns {Action}
     */
    #aim(act, target, now) {
        this.#aimedAt = now;
        this.#rate = 1;
        return { act, at: target.paused ? target.position : this.#ahead(target) };
    }

    /** A track that only now begins is heard from its first note. @param {Target} target */
    #ahead(target) {
        return !target.together && target.position < jumpFrom ? 0 : target.position + this.#late;
    }

    /** @param {number} size @param {number} now */
    #mayJump(size, now) {
        if (size >= wishedFrom)
            return true;
        if (now - this.#correctedAt < this.#patience)
            return false;
        const helped = now - this.#correctedAt > 2 * this.#patience;
        this.#patience = helped ? patienceFirst : Math.min(2 * this.#patience, patienceLast);
        this.#correctedAt = now;
        return true;
    }
}
