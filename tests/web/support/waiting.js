// SPDX-License-Identifier: Apache-2.0

/** How long a test waits for what is bound to come, in milliseconds; it costs nothing where it comes in time. */
export const patienceMs = 60_000;

const betweenLooksMs = 50;

/**
 * @template T
 * @param {Promise<T>} promise
 * @param {string | (() => string)} what what is waited for, or what to say of it when it has not come
 * @returns {Promise<T>} rejects where it does not come in time
 */
export async function within(promise, what) {
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const late = new Promise((_, reject) => {
        const told = () => new Error(`Not within ${patienceMs / 1000} s: ${typeof what === 'string' ? what : what()}`);
        timer = setTimeout(() => reject(told()), patienceMs);
    });
    try {
        return /** @type {T} */ (await Promise.race([promise, late]));
    } finally {
        clearTimeout(timer);
    }
}

/**
 * For what nothing announces: asks again and again.
 * @template T
 * @param {() => Promise<T>} ask
 * @param {(answer: T) => boolean} isRight
 * @param {string} what
 * @returns {Promise<T>}
 */
export async function asked(ask, isRight, what) {
    const deadline = Date.now() + patienceMs;
    for (;;) {
        const answer = await ask();
        if (isRight(answer))
            return answer;
        if (Date.now() > deadline)
            throw new Error(`Not within ${patienceMs / 1000} s: ${what}; last: ${JSON.stringify(answer)}`);
        await new Promise((resolve) => setTimeout(resolve, betweenLooksMs));
    }
}

/** Somebody who remembers what happened to it, and can be waited for. */
export class Changing {
    /** @type {Set<() => void>} */
    #watchers = new Set();

    /** To be called at each change. */
    changed() {
        for (const watcher of [...this.#watchers])
            watcher();
    }

    /**
     * @template T
     * @param {() => T | undefined | false} look what is wanted, once it is there
     * @param {string | (() => string)} what
     * @returns {Promise<T>}
     */
    async until(look, what) {
        /** @type {() => void} */
        let watcher = () => {};
        const found = new Promise((resolve, reject) => {
            watcher = () => {
                try {
                    const answer = look();
                    if (answer !== undefined && answer !== false)
                        resolve(answer);
                } catch (error) {
                    reject(error);
                }
            };
            this.#watchers.add(watcher);
            watcher();
        });
        try {
            return await within(/** @type {Promise<T>} */ (found), what);
        } finally {
            this.#watchers.delete(watcher);
        }
    }
}
