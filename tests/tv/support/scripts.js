// SPDX-License-Identifier: Apache-2.0
// The TV's scripts as they are, without a browser.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

const folder = new URL('../../../resources/', import.meta.url);

/**
 * @param {string[]} names of files below resources/
 * @param {Record<string, unknown>} [globals] of the browser, as far as they are needed
 * @returns {any} Segue
 */
export function load(names, globals = {}) {
    const context = vm.createContext({ ...globals });
    for (const name of names) {
        const file = fileURLToPath(new URL(name, folder));
        vm.runInContext(readFileSync(file, 'utf8'), context, { filename: file });
    }
    return context['Segue'];
}

/**
 * Arrays and objects of another context are none of this one's, and never strictly equal to them.
 * @template T
 * @param {T} value
 * @returns {T}
 */
export const plain = (value) => JSON.parse(JSON.stringify(value));
