// SPDX-License-Identifier: Apache-2.0
// Profiles of their own, and a session of one's own while the others go on.
import assert from 'node:assert/strict';
import { after, before, beforeEach } from 'node:test';

import { House } from './support/house.js';
import { isPlaying } from './support/native.js';
import { axeSource } from './support/packages.js';
import { test } from './support/testing.js';

/** @typedef {import('./support/browser.js').Page} Page */

/** @type {House} */
let house;

before(async () => house = await House.open({ words: ['--name', 'Desk'] }));
after(async () => house.close());
beforeEach(async () => {
    const { body } = await house.hub.ask('GET', '/api/v1/users');
    for (const user of body.items)
        if (!user.default)
            await house.hub.ask('DELETE', `/api/v1/users/${user.id}?everything=true`);
});

/** @param {Page} page */
const isIn = (page) => page.getByRole('link', { name: 'Upwards' }).waitFor();

/** @param {Page} page */
async function openProfiles(page) {
    await page.getByRole('link', { name: 'Devices' }).tap();
    await page.getByRole('heading', { name: 'Devices', level: 1 }).waitFor();
    await page.getByRole('button', { name: /^Profile: / }).tap();
    const dialog = page.getByRole('dialog', { name: 'Profiles' });
    await dialog.waitFor();
    return dialog;
}

/** @param {Page} page @param {string} name */
const isProfile = (page, name) => page.getByRole('button', { name: `Profile: ${name}`, exact: true }).waitFor();

/** @param {Page} page @param {string} title */
async function heart(page, title) {
    await page.getByRole('link', { name: 'Search' }).tap();
    await page.getByRole('searchbox', { name: 'Search' }).fill(title);
    await page.getByRole('button', { name: `More for ${title}` }).tap();
    await page.getByRole('dialog', { name: title }).getByRole('button', { name: 'Favourite', exact: true }).tap();
}

/** @param {Page} page */
async function favourites(page) {
    await page.goto(`${house.hub.address}/#/favourites`);
    await page.getByRole('heading', { name: 'Favourites' }).waitFor();
    return page.getByRole('main');
}

/** @param {Page} page */
async function violations(page) {
    await page.evaluate(axeSource);
    /** @type {{ violations: { id: string, nodes: { html: string }[] }[] }} */
    const found = await page.evaluate(() => /** @type {any} */ (globalThis).axe.run());
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

test('one is made and taken, and has favourites of its own', async () => {
    const { page, problems } = await house.pairedPhone({ role: 'admin' });
    await isIn(page);
    await heart(page, 'Harbour');
    await (await favourites(page)).getByText('Harbour').first().waitFor();
    assert.equal(await page.getByRole('button', { name: /^Profile: / }).count(), 0); // there is nobody else to be
    let dialog = await openProfiles(page);
    assert.deepEqual(await violations(page), []);
    await dialog.getByRole('textbox', { name: 'New profile' }).fill('Anna');
    await dialog.getByRole('button', { name: 'Save' }).tap();
    await page.getByRole('button', { name: 'Switch to Anna' }).tap();
    await isProfile(page, 'Anna');
    await (await favourites(page)).getByText('No favourites yet.').waitFor();
    await heart(page, 'Open Sea');
    await (await favourites(page)).getByText('Open Sea').waitFor();
    await isProfile(page, 'Anna'); // it is said where it matters

    dialog = await openProfiles(page);
    await dialog.getByRole('button', { name: 'Switch to Everybody' }).tap();
    await isProfile(page, 'Everybody');
    const shown = await favourites(page);
    await shown.getByText('Harbour').first().waitFor();
    assert.equal(await shown.getByText('Open Sea').count(), 0);
    assert.deepEqual(problems, []);
});

test('one is renamed and deleted, not while it is in use', async () => {
    const { body: anna } = await house.hub.ask('POST', '/api/v1/users', { name: 'Anna' });
    const owner = await house.pairedPhone({ role: 'admin' });
    const phone = await house.pairedPhone();
    await isIn(phone.page);
    await (await openProfiles(phone.page)).getByRole('button', { name: 'Switch to Anna' }).tap();
    await isProfile(phone.page, 'Anna');
    await phone.page.getByRole('switch', { name: 'Listen privately' }).waitFor(); // it is connected

    const { page } = owner;
    await (await openProfiles(page)).getByRole('button', { name: 'More for Anna' }).tap();
    await page.getByRole('dialog', { name: 'Anna' }).getByRole('button', { name: 'Rename' }).tap();
    await page.getByRole('textbox', { name: 'Name' }).fill('Anne');
    await page.getByRole('button', { name: 'Save' }).tap();
    const remove = async () => {
        await (await openProfiles(page)).getByRole('button', { name: 'More for Anne' }).tap();
        await page.getByRole('button', { name: 'Delete the profile' }).tap();
        await page.getByRole('dialog', { name: 'Delete the profile' }).getByRole('button', { name: 'Delete', exact: true }).tap();
    };
    await remove();
    await page.getByText('Devices play as this profile now.').waitFor();
    await (await openProfiles(phone.page)).getByRole('button', { name: 'Switch to Everybody' }).tap();
    await isProfile(phone.page, 'Everybody');
    await remove();
    await page.getByText('“Anne” is deleted.').waitFor();
    assert.equal((await house.hub.ask('PATCH', `/api/v1/users/${anna.id}`, { name: 'x' })).status, 404);
    assert.deepEqual([...owner.problems, ...phone.problems], []);
});

test('who may not make one is not offered to, and who may only listen has no choice', async () => {
    const phone = await house.pairedPhone();
    const dialog = await openProfiles(phone.page);
    assert.equal(await dialog.getByRole('textbox').count(), 0);
    const listener = await house.pairedPhone({ role: 'listener' });
    await listener.page.getByRole('link', { name: 'Devices' }).tap();
    await listener.page.getByText('This device').waitFor();
    assert.equal(await listener.page.getByRole('button', { name: /^Profile: / }).count(), 0);
    assert.equal(await listener.page.getByRole('switch').count(), 0);
});

test('one listens privately while the others go on', async () => {
    const watcher = await house.watcher();
    watcher.say({ type: 'play', track_id: house.trackId('Harbour'), from_is: 'album', from_is_id: house.track('Harbour').album_id });
    await watcher.hearsState(isPlaying);
    const phone = await house.pairedPhone();
    const other = await house.pairedPhone();
    const { page } = phone;
    await page.getByRole('link', { name: 'Devices' }).press('Enter');
    const control = page.getByRole('switch', { name: 'Listen privately' });
    assert.equal(await control.getAttribute('aria-checked'), 'false');
    await control.press('Space'); // as somebody does who has only a keyboard
    await page.getByRole('status').getByText('You listen privately.').waitFor();
    assert.equal(await control.getAttribute('aria-checked'), 'true');
    assert.deepEqual(await violations(page), []);

    await other.page.getByRole('link', { name: 'Devices' }).tap();
    await other.page.getByText('Listens privately').waitFor();
    await page.getByRole('link', { name: 'Search' }).tap();
    await page.getByRole('searchbox', { name: 'Search' }).fill('Open Sea');
    await page.getByRole('main').getByText('Open Sea').first().tap();
    await page.getByRole('region', { name: 'Now playing' }).getByText('Open Sea').waitFor();
    await other.page.getByRole('region', { name: 'Now playing' }).getByText('Harbour').waitFor();
    assert.equal(await other.page.getByRole('region', { name: 'Now playing' }).getByText('Open Sea').count(), 0);

    await page.reload(); // it stays so
    await page.getByRole('status').getByText('You listen privately.').waitFor();
    await page.getByRole('region', { name: 'Now playing' }).getByText('Open Sea').waitFor();
    await page.getByRole('button', { name: 'Return to the others' }).tap();
    await page.getByRole('region', { name: 'Now playing' }).getByText('Harbour').waitFor();
    await page.getByText('You listen privately.').waitFor({ state: 'hidden' });
    assert.deepEqual([...phone.problems, ...other.problems], []);
});
