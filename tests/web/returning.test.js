// SPDX-License-Identifier: Apache-2.0
// The hub goes away and comes back, or the network does: the page returns by itself, and shows what is true.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach } from 'node:test';

import { House } from './support/house.js';
import { isPlaying, NativeClient } from './support/native.js';
import { test } from './support/testing.js';

/** @typedef {import('./support/browser.js').Page} Page */

/** @type {House} */
let house;
/** @type {Awaited<ReturnType<House['pairedPhone']>>} */
let phone;
/** @type {ReturnType<House['phonesSound']>} */
let sound;

before(async () => {
    house = await House.open();
    sound = house.phonesSound();
});
after(async () => house.close());
beforeEach(async () => {
    phone = await house.pairedPhone();
    await phone.page.getByRole('link', { name: 'Tides' }).tap();
    await phone.page.getByRole('button', { name: /^Harbour/ }).tap();
    await phone.page.getByRole('link', { name: /^Harbour/ }).tap();
});
afterEach(async () => {
    assert.deepEqual(phone.problems, []);
    await phone.page.context().close();
});

/** @param {Page} page */
const isAway = (page) => page.getByRole('status').getByText('Connecting…').waitFor();

/** @param {Page} page */
const isBack = (page) => page.getByRole('status').getByText('Connecting…').waitFor({ state: 'detached' });

/** @param {Page} page */
const position = (page) => page.getByRole('slider', { name: 'Position' });

test('a remote control shows where the hub has paused', async () => {
    const { page } = phone;
    await house.hub.kill();
    await isAway(page);
    assert.ok(await position(page).isDisabled());
    await house.hub.start();
    await isBack(page);
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    const watcher = await house.watcher();
    const { player } = await watcher.hearsState((state) => !isPlaying(state));
    assert.equal(Number(await position(page).inputValue()), Math.floor(player.position_ms / 1000) * 1000);
});

test('a phone that listens plays on, and takes the session along', async () => {
    const { page } = phone;
    await page.getByRole('button', { name: 'Listen here' }).tap();
    await sound.hearsTune('Harbour');
    await house.hub.kill();
    await isAway(page);
    const { positionMs } = await sound.hearsTune('Harbour');
    await house.hub.start();
    await isBack(page);
    const watcher = await house.watcher();
    await watcher.hearsState(isPlaying);
    assert.ok(await watcher.positionNow() >= positionMs);
    await sound.hears((heard) => heard.title === 'Harbour' && heard.positionMs > positionMs, 'Harbour, further on');
    watcher.say({ type: 'pause' });
    await sound.hearsNothing();
});

test('after the network was away the first thing shown is what is true', async () => {
    const { page } = phone;
    const watcher = await house.watcher();
    await watcher.hearsState(isPlaying);
    await house.network.cut();
    await isAway(page);
    const frozen = await position(page).inputValue();
    await recordPositions(page);
    watcher.say({ type: 'play', track_id: house.trackId('Noon'), from_is: 'tracks', from_is_id: 0, position_ms: 50_000 });
    watcher.say({ type: 'pause' });
    const { player } = await watcher.hearsState((state) => !isPlaying(state) && state.track?.title === 'Noon');
    await house.network.mend();
    await isBack(page);
    await page.getByText('Noon').first().waitFor();
    const now = String(Math.floor(player.position_ms / 1000) * 1000);
    await page.waitForFunction((value) => /** @type {HTMLInputElement | null} */ (document.querySelector('input.seek'))?.value === value, now);
    const shown = await recordedPositions(page);
    assert.deepEqual([...new Set(shown)].filter((value) => value !== frozen), [now]);
});

test('a page that could not be loaded whole says so, and comes by itself', async () => {
    const { page } = phone;
    for (const lost of ['**/js/views/shell.js', '**/style/shell.css', '**/js/main.js']) {
        await page.route(lost, (route) => route.abort('internetdisconnected'));
        await page.reload();
        await page.getByRole('alert').getByText('The page could not be loaded.').waitFor();
        await page.getByRole('button', { name: 'Try again' }).waitFor();
        await page.unroute(lost);
        await page.getByRole('heading', { level: 1 }).waitFor();
        assert.equal(await page.getByRole('alert').count(), 0);
    }
    phone.problems.splice(0); // it tells the browser's console why
});

test('a list that could not be read is read again when somebody wants it', async () => {
    const { page } = phone;
    await page.route('**/api/v1/artists?*', (route) => route.abort('internetdisconnected'));
    await page.evaluate(() => location.hash = '#/artists');
    await page.getByRole('alert').getByText('The hub is not reachable right now.').waitFor();
    await page.unroute('**/api/v1/artists?*');
    await page.getByRole('button', { name: 'Try again' }).tap();
    await page.getByRole('list', { name: 'Artists' }).getByText('Salt & Rope').waitFor();
    assert.equal(await page.getByRole('alert').count(), 0);
});

test('a device keeps the name somebody else has given it', async () => {
    const { page } = phone;
    const lamp = await NativeClient.join(house.hub.here, 'lamp');
    await page.evaluate(() => location.hash = '#/devices');
    await page.getByRole('button', { name: 'Rename lamp' }).tap();
    await page.getByRole('textbox', { name: 'Name' }).fill('Standing lamp');
    await page.getByRole('button', { name: 'Save' }).tap();
    await page.getByRole('list', { name: 'Devices' }).getByText('Standing lamp').waitFor();
    lamp.close();
    await page.getByText('Standing lamp').waitFor({ state: 'detached' });
    const again = await NativeClient.join(house.hub.here, 'lamp');
    await page.getByRole('list', { name: 'Devices' }).getByText('Standing lamp').waitFor();
    again.close();
});

/**
 * Remembers from now on what the seek bar shows.
 * @param {Page} page
 */
async function recordPositions(page) {
    await page.evaluate(() => {
        /** @type {string[]} */
        const shown = [];
        const look = () => shown.push(/** @type {HTMLInputElement | null} */ (document.querySelector('input.seek'))?.value ?? '');
        new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
        Object.assign(window, { shown });
    });
}

/**
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
const recordedPositions = (page) => page.evaluate(() => /** @type {any} */ (window).shown);
