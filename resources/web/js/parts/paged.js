// SPDX-License-Identifier: Apache-2.0

const pageLength = 100;

/** A long list of the hub's, read a page at a time where it is looked at. @template T */
export class Paged {
    /** @type {Map<number, T>} */
    #items = new Map();
    /** @type {Map<number, Promise<void>>} */
    #asked = new Map();
    /** @type {Set<number>} */
    #failed = new Set();
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
        return [...this.#items].filter(([index]) => index < this.total).sort(([a], [b]) => a - b).map(([, item]) => item);
    }

    start() {
        return this.#read(0);
    }

    /** Reads again what could not be read. */
    again() {
        for (const page of [...this.#failed])
            this.#read(page);
    }

    /** What is known may be old: reads it again, and shows it until then. */
    reload() {
        const known = [...this.#asked.keys()];
        this.#asked.clear();
        known.forEach(page => this.#read(page));
    }

    /** All there is; what is not known yet is read. @throws what went wrong */
    async whole() {
        await this.#read(0);
        for (let page = 1; page * pageLength < this.total; ++page)
            await this.#read(page);
        if (this.error)
            throw this.error;
        return this.all;
    }

    /** Reads what is not known yet of these. @param {number} first @param {number} last */
    need(first, last) {
        for (let page = Math.floor(first / pageLength); page * pageLength < Math.min(last, this.total); ++page)
            if (!this.#failed.has(page)) // it waits for again()
                this.#read(page);
    }

    /** @param {number} page */
    #read(page) {
        const asked = this.#asked.get(page) ?? this.#ask(page);
        this.#asked.set(page, asked);
        return asked;
    }

    /** @param {number} page */
    async #ask(page) {
        this.#failed.delete(page);
        try {
            const answer = await this.#load(page * pageLength, pageLength);
            answer.items.forEach((item, i) => this.#items.set(page * pageLength + i, item));
            this.total = answer.total;
            if (this.#failed.size === 0)
                this.error = null;
        } catch (error) {
            this.#asked.delete(page);
            this.#failed.add(page);
            this.error = /** @type {Error} */ (error);
        }
        this.#changed();
    }
}
