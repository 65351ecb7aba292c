// SPDX-License-Identifier: Apache-2.0
// With the keyboard alone: music is found, played, queued and moved, and what has the focus is seen.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { House } from './support/house.js';
import { isPlaying } from './support/native.js';
import { test } from './support/testing.js';

/** @typedef {import('./support/browser.js').Page} Page */

const stepsAtMost = 80;

/** @type {House} */
let house;
/** @type {Awaited<ReturnType<House['pairedPhone']>>} */
let phone;
/** @type {Awaited<ReturnType<House['watcher']>>} */
let watcher;

before(async () => {
    house = await House.open();
    watcher = await house.watcher();
    phone = await house.pairedPhone();
});
after(async () => house.close());

/**
 * Presses Tab until it is there.
 * @param {Page} page
 * @param {import('playwright-core').Locator} wanted
 */
async function tabTo(page, wanted) {
    await wanted.waitFor();
    for (let step = 0; step < stepsAtMost; ++step) {
        await page.keyboard.press('Tab');
        if (await wanted.evaluate((element) => element === document.activeElement)) {
            assert.ok(await isMarked(page), `it is not seen that ${wanted} has the focus`);
            return;
        }
    }
    assert.fail(`Tab does not lead to ${wanted}`);
}

/** @param {Page} page */
const isMarked = (page) => page.evaluate(() => {
    const focused = document.activeElement ?? document.body;
    const marks = [focused, ...focused.querySelectorAll('*')].map((element) => getComputedStyle(element));
    return marks.some((style) => style.outlineStyle !== 'none' || style.boxShadow !== 'none');
});

test('an album is opened and a track played', async () => {
    const { page } = phone;
    await tabTo(page, page.getByRole('link', { name: 'Upwards' }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Upwards' }).waitFor();
    await tabTo(page, page.getByRole('button', { name: /^Noon/ }));
    await page.keyboard.press('Enter');
    await watcher.hearsState((state) => isPlaying(state) && state.track.title === 'Noon');
});

test('it is paused, and another position chosen', async () => {
    const { page } = phone;
    await tabTo(page, page.getByRole('button', { name: 'Pause' }));
    await page.keyboard.press('Space');
    await watcher.hearsState((state) => !isPlaying(state));
    await tabTo(page, page.getByRole('link', { name: /^Noon/ }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('slider', { name: 'Position' }));
    await page.keyboard.press('End');
    await watcher.hearsState((state) => state.player.position_ms >= 59_000);
});

test('a track is queued from its menu, which gives the focus back', async () => {
    const { page } = phone;
    await tabTo(page, page.getByRole('button', { name: 'Close what plays' }));
    await page.keyboard.press('Enter');
    const more = page.getByRole('button', { name: 'More for Morning' });
    await tabTo(page, more);
    await page.keyboard.press('Enter');
    const menu = page.getByRole('dialog', { name: 'Morning' });
    await tabTo(page, menu.getByRole('button', { name: 'Add to the queue' }));
    const before = (await watcher.hears('queue')).queue_rev;
    await page.keyboard.press('Enter');
    await watcher.hears('queue', ({ queue_rev: now }) => now > before);
    await menu.waitFor({ state: 'detached' });
    await page.waitForFunction((element) => element === document.activeElement, await more.elementHandle());
});

test('a track in the queue is moved, and keeps the focus', async () => {
    const { page } = phone;
    await tabTo(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Queue' }));
    await page.keyboard.press('Enter');
    const grip = page.getByRole('button', { name: 'Move Evening' });
    await tabTo(page, grip);
    const before = (await watcher.hears('queue')).queue_rev;
    await page.keyboard.press('ArrowUp');
    const moved = await watcher.hears('queue', ({ queue_rev: now }) => now > before);
    assert.ok(moved.tracks.includes(house.trackId('Evening')));
    await page.getByRole('listitem').filter({ hasText: 'Evening' }).and(page.locator('[aria-posinset="2"]')).waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Move Evening');
});

test('Escape closes a menu', async () => {
    const { page } = phone;
    await tabTo(page, page.getByRole('button', { name: 'More for Noon' }));
    await page.keyboard.press('Enter');
    const menu = page.getByRole('dialog', { name: 'Noon' });
    await menu.waitFor();
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });
    assert.deepEqual(phone.problems, []);
});
