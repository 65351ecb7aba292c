// SPDX-License-Identifier: Apache-2.0

const pageLength = 100;

/** A long list of the hub's, read a page at a time where it is looked at. @template T */
export class Paged {
    /** @type {Map<number, T>} */
    #items = new Map();
    /** @type {Set<number>} */
    #asked = new Set();
    #load;
    #changed;
    total = 0;
    /** What went wrong last. @type {Error | null} */
    error = null;

    /**
     * @param {(offset: number, limit: number) => Promise<{items: T[], total: number}>} load
     * @param {() => void} changed
     */
    constructor(load, changed) {
        this.#load = load;
        this.#changed = changed;
    }

    /** @param {number} index */
    at(index) {
        return this.#items.get(index);
    }

    get all() {
        return [...this.#items].sort(([a], [b]) => a - b).map(([, item]) => item);
    }

    start() {
        return this.#read(0);
    }

    /** Reads what is not known yet of these. @param {number} first @param {number} last */
    need(first, last) {
        for (let page = Math.floor(first / pageLength); page * pageLength < Math.min(last, this.total); ++page)
            this.#read(page);
    }

    /** @param {number} page */
    async #read(page) {
        if (this.#asked.has(page))
            return;
        this.#asked.add(page);
        try {
            const answer = await this.#load(page * pageLength, pageLength);
            answer.items.forEach((item, i) => this.#items.set(page * pageLength + i, item));
            this.total = answer.total;
            this.error = null;
        } catch (error) {
            this.#asked.delete(page);
            this.error = /** @type {Error} */ (error);
        }
        this.#changed();
    }
}
