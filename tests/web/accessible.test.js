// SPDX-License-Identifier: Apache-2.0
// Nothing that axe-core knows keeps anybody from using the page, whose look is light or dark.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { Phone } from './support/browser.js';
import { House } from './support/house.js';
import { isPlaying } from './support/native.js';
import { axeSource } from './support/packages.js';
import { test } from './support/testing.js';
import { show, viewsWith } from './support/views.js';

/** @typedef {import('./support/browser.js').Page} Page */

/** @type {House} */
let house;

before(async () => {
    house = await House.open({ words: ['--name', 'Desk'] });
    const watcher = await house.watcher();
    watcher.say({ type: 'play', track_id: house.trackId('Harbour'), from_is: 'album', from_is_id: house.track('Harbour').album_id });
    await watcher.hearsState(isPlaying);
});
after(async () => house.close());

/**
 * @param {Page} page
 * @param {string} where
 * @returns {Promise<string[]>} what is wrong, a line each
 */
async function violations(page, where) {
    await page.evaluate(axeSource);
    /** @type {{ violations: { id: string, help: string, nodes: { html: string, failureSummary?: string }[] }[] }} */
    const found = await page.evaluate(() => /** @type {any} */ (globalThis).axe.run());
    return found.violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${where}: ${id} (${help}): ${html} ${failureSummary}`));
}

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    test(`every view, ${colorScheme}`, async () => {
        const phone = await house.pairedPhone({ colorScheme, role: 'admin' });
        const wrong = [];
        for (const view of viewsWith(house.track('Harbour'))) {
            await show(phone.page, view);
            wrong.push(...await violations(phone.page, view.name));
        }
        assert.deepEqual([...wrong, ...phone.problems], []);
    });

    test(`menus and dialogs, ${colorScheme}`, async () => {
        const phone = await house.pairedPhone({ colorScheme, role: 'admin' });
        const { page } = phone;
        await page.getByRole('link', { name: 'Devices' }).tap();
        await page.getByRole('button', { name: 'Add a device' }).tap();
        await page.getByRole('dialog', { name: 'Add a device' }).waitFor();
        const wrong = await violations(page, 'adding a device');
        await page.keyboard.press('Escape');
        await page.getByRole('link', { name: 'Search' }).tap();
        await page.getByRole('searchbox', { name: 'Search' }).fill('sea');
        await page.getByRole('button', { name: 'More for Open Sea' }).tap();
        await page.getByRole('dialog', { name: 'Open Sea' }).waitFor();
        wrong.push(...await violations(page, 'menu of a track'));
        assert.deepEqual([...wrong, ...phone.problems], []);
    });

    test(`the way in, ${colorScheme}`, async () => {
        const phone = await Phone.open(house.browser, house.hub, { colorScheme });
        await phone.page.getByRole('heading', { name: 'Join this Segue' }).waitFor();
        await phone.page.getByRole('button', { name: 'Join', exact: true }).tap();
        await phone.page.getByRole('alert').getByText('The code has 6 digits.').waitFor();
        assert.deepEqual([...await violations(phone.page, 'the way in'), ...phone.problems], []);
    });
}
