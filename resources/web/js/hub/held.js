// SPDX-License-Identifier: Apache-2.0

// An answer that has not come by then was lost, or somebody else has moved the same slider meanwhile.
const holdFor = 2000; // ms

/**
 * A value that is being changed here is shown as it was set until the hub says the same, so that a slider does not jump back
 * under the thumb.
 */
export class HeldValue {
    /** @type {{value: number, until: number} | null} */
    #wanted = null;

    /**
     * @param {number} value
     * @param {number} now milliseconds
     */
    want(value, now) {
        this.#wanted = { value, until: now + holdFor };
    }

    drop() {
        this.#wanted = null;
    }

    /**
     * What to show where the hub says @p told.
     * @param {number} told
     * @param {number} now milliseconds
     */
    shown(told, now) {
        if (this.#wanted && (this.#wanted.value === told || now >= this.#wanted.until))
            this.#wanted = null;
        return this.#wanted ? this.#wanted.value : told;
    }
}
