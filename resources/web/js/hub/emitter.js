// SPDX-License-Identifier: Apache-2.0

/** Tells those who asked that something has changed; what it is now they read themselves. @template {string} Name */
export class Emitter {
    /** @type {Map<string, Set<() => void>>} */
    #listeners = new Map();

    /**
     * @param {Name[]} names
     * @param {() => void} listener
     * @param {AbortSignal} [signal] ends it
     */
    on(names, listener, signal) {
        for (const name of names) {
            const listeners = this.#listeners.get(name) ?? new Set();
            listeners.add(listener);
            this.#listeners.set(name, listeners);
            signal?.addEventListener('abort', () => listeners.delete(listener));
        }
    }

    /** @param {Name} name */
    emit(name) {
        for (const listener of [...(this.#listeners.get(name) ?? [])])
            listener();
    }
}
