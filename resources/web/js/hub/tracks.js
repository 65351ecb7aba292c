// SPDX-License-Identifier: Apache-2.0
import { get, pageOf } from './api.js';
import { Emitter } from './emitter.js';

/** @typedef {import('../types.js').Track} Track */

const atOnce = 6; // more connections than that no browser opens to one server

/** What is known of tracks. The queue has only their ids: the rest is asked for where it is shown. */
export class Tracks {
    /** @type {Map<number, Track>} */
    #known = new Map();
    /** What a page of the queue tells is shown until the rest is known. @type {Map<number, Track>} */
    #partly = new Map();
    /** @type {Set<number>} */
    #asked = new Set();
    /** @type {number[]} */
    #waiting = [];
    #running = 0;
    #queuePages = true; // until the hub says otherwise
    /** @type {Emitter<'known'>} */
    changed = new Emitter();

    /** @param {Track[]} tracks */
    learn(tracks) {
        for (const track of tracks)
            this.#known.set(track.id, track);
    }

    /**
     * @param {number} id
     * @returns {Track | undefined} undefined: it is being asked for; `changed` tells
     */
    find(id) {
        const known = this.#known.get(id);
        if (!known && !this.#asked.has(id)) {
            this.#asked.add(id);
            this.#waiting.push(id);
            this.#next();
        }
        return known ?? this.#partly.get(id);
    }

    /** What could not be read is asked for again. */
    retry() {
        this.#asked.clear();
    }

    /**
     * The tracks of a part of the queue in one request.
     * @param {number} offset
     * @param {number} limit
     * @param {number[]} ids of that part
     */
    async learnQueue(offset, limit, ids) {
        const missing = ids.filter(id => !this.#known.has(id) && !this.#partly.has(id));
        if (!this.#queuePages || missing.length < 2)
            return;
        try {
            for (const item of pageOf(await get('queue', { offset, limit })).items)
                this.#partly.set(item.track_id, { ...item, id: item.track_id });
        } catch {
            this.#queuePages = false;
        }
        this.changed.emit('known');
    }

    async #next() {
        if (this.#running >= atOnce)
            return;
        const id = this.#waiting.shift();
        if (id === undefined)
            return;
        ++this.#running;
        try {
            this.#known.set(id, await get(`tracks/${id}`));
            this.changed.emit('known');
        } catch {
            // It is shown without a name, and asked for again after the next connecting.
        }
        --this.#running;
        this.#next();
    }
}
