// SPDX-License-Identifier: Apache-2.0
import { test as nodeTest } from 'node:test';

import { openPhones } from './browser.js';

/**
 * node:test's own, which where it fails also tells what all phones showed.
 * @param {string} name
 * @param {() => Promise<void> | void} body
 */
export function test(name, body) {
    nodeTest(name, async (context) => {
        try {
            await body();
        } catch (error) {
            for (const { page, problems } of openPhones)
                context.diagnostic(`${page.url()} ${problems.join('\n')}\n${await page.locator('body').ariaSnapshot().catch(String)}`);
            throw error;
        }
    });
}
