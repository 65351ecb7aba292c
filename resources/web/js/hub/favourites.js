// SPDX-License-Identifier: Apache-2.0
import { get, pageOf, request } from './api.js';
import { Emitter } from './emitter.js';

const pageLength = 500;

/** Which tracks are marked. */
export class Favourites {
    /** @type {Set<number>} */
    #ids = new Set();
    /** @type {Emitter<'changed'>} */
    changed = new Emitter();

    /** @param {number} id */
    has(id) {
        return this.#ids.has(id);
    }

    async load() {
        for (let offset = 0, total = 1; offset < total; offset += pageLength) {
            const page = pageOf(await get('favourites', { offset, limit: pageLength }).catch(() => ({ items: [] })));
            page.items.forEach(track => this.#ids.add(track.id));
            total = page.total;
        }
        this.changed.emit('changed');
    }

    /** @param {number} id */
    async toggle(id) {
        const wanted = !this.has(id);
        this.#mark(id, wanted);
        try {
            await request(wanted ? 'PUT' : 'DELETE', `favourites/${id}`);
        } catch (error) {
            this.#mark(id, !wanted);
            throw error;
        }
    }

    /** @param {number} id @param {boolean} marked */
    #mark(id, marked) {
        if (marked)
            this.#ids.add(id);
        else
            this.#ids.delete(id);
        this.changed.emit('changed');
    }
}
