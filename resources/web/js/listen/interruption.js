// SPDX-License-Identifier: Apache-2.0

const resumedWithin = 30 * 60 * 1000; // ms: what was stopped by a call longer ago is not expected to begin by itself

/** A pause that the phone made: a call, another app, headphones pulled out. */
export class Interruption {
    /** @type {number | null} */
    #since = null;
    #pausedSession = false;
    #hub;
    #ended;

    /**
     * @param {import('../hub/hub.js').Hub} hub
     * @param {() => void} ended
     */
    constructor(hub, ended) {
        this.#hub = hub;
        this.#ended = ended;
        // Somebody went on, here or elsewhere: nothing of it is left.
        hub.changed.on(['state'], () => {
            if (this.#pausedSession && hub.playing && performance.now() - (this.#since ?? 0) > 1000)
                this.#since = null;
        });
    }

    get lasts() {
        return this.#since !== null;
    }

    /** Nobody would hear what goes on meanwhile. @param {boolean} othersSound */
    began(othersSound) {
        if (this.lasts)
            return;
        this.#since = performance.now();
        this.#pausedSession = !othersSound;
        if (!othersSound)
            this.#hub.send({ type: 'pause' });
    }

    /** Somebody looks at the page again, or the browser has gone on by itself. */
    over() {
        if (this.#since === null)
            return;
        const lasted = performance.now() - this.#since;
        this.#since = null;
        if (this.#pausedSession && !this.#hub.playing && lasted < resumedWithin)
            this.#hub.send({ type: 'resume' });
        this.#ended();
    }
}
