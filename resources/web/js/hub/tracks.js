// SPDX-License-Identifier: Apache-2.0
import { get, pageOf } from './api.js';
import { Emitter } from './emitter.js';

/** @typedef {import('../types.js').Track} Track */

const mostAtOnce = 200; // ids in one address: the hub's limit

/** What is known of tracks. The queue has only their ids: the rest is asked for where it is shown. */
export class Tracks {
    /** @type {Map<number, Track>} */
    #known = new Map();
    /** What only the queue can tell: stations are no tracks of the library. @type {Map<number, Track>} */
    #queued = new Map();
    /** @type {Set<number>} */
    #asked = new Set();
    /** Asked for, and the library does not have them: whether the queue was asked too. @type {Map<number, boolean>} */
    #absent = new Map();
    /** @type {number[]} */
    #next = [];
    /** Why some could not be read. @type {Error | null} */
    error = null;
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
        const known = this.#known.get(id) ?? this.#queued.get(id);
        if (known || this.#asked.has(id))
            return known;
        this.#asked.add(id);
        // Whoever draws a list asks for many, one after the other.
        if (this.#next.push(id) === 1)
            queueMicrotask(() => this.#askNext());
        return undefined;
    }

    /** What could not be read is asked for again. */
    retry() {
        this.#asked.clear();
        this.#absent.clear();
        this.error = null;
        this.changed.emit('known');
    }

    /**
     * Asks the queue for those of a part of it that the library does not have.
     * @param {number} offset
     * @param {number[]} ids of that part
     */
    async learnQueue(offset, ids) {
        const absent = ids.filter(id => this.#absent.get(id) === false);
        if (absent.length === 0)
            return;
        absent.forEach(id => this.#absent.set(id, true));
        try {
            for (const item of pageOf(await get('queue', { offset, limit: ids.length })).items)
                if (item.title !== undefined)
                    this.#queued.set(item.track_id, { ...item, id: item.track_id });
            this.changed.emit('known');
        } catch {
            // They are shown without a name, and asked for again after the next connecting.
        }
    }

    #askNext() {
        const ids = this.#next.splice(0);
        for (let at = 0; at < ids.length; at += mostAtOnce)
            this.#ask(ids.slice(at, at + mostAtOnce));
    }

    /** @param {number[]} ids */
    async #ask(ids) {
        try {
            this.learn(pageOf(await get('tracks', { ids: ids.join(',') })).items);
            ids.filter(id => !this.#known.has(id)).forEach(id => this.#absent.set(id, false));
            this.error = null;
        } catch (error) {
            this.error = /** @type {Error} */ (error);
        }
        this.changed.emit('known');
    }
}
