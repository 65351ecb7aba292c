// SPDX-License-Identifier: Apache-2.0
// A phone browses, plays and seeks; what the session makes of it is seen by somebody else.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { House } from './support/house.js';
import { durationMs } from './support/music.js';
import { isPlaying } from './support/native.js';
import { test } from './support/testing.js';

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

test('an album is found and played', async () => {
    const { page } = phone;
    await page.getByRole('link', { name: 'Tides' }).tap();
    await page.getByRole('heading', { name: 'Tides' }).waitFor();
    await page.getByRole('list', { name: 'Tracks' }).getByRole('button', { name: /^Harbour/ }).tap();
    const state = await watcher.hearsState(isPlaying);
    assert.equal(state.track.title, 'Harbour');
    assert.equal(state.player.from_is, 'album');
    await page.getByRole('region', { name: 'Now playing' }).getByText('Harbour').waitFor();
});

test('the queue is the album', async () => {
    const { page } = phone;
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Queue' }).tap();
    const queue = page.getByRole('list', { name: 'Queue' });
    await queue.getByRole('button', { name: /^Open Sea/ }).waitFor();
    await queue.getByRole('button', { name: /^Harbour/ }).and(page.locator('[aria-current=true]')).waitFor();
});

test('it is paused, and played on from there', async () => {
    const bar = phone.page.getByRole('region', { name: 'Now playing' });
    await bar.getByRole('button', { name: 'Pause' }).tap();
    const paused = await watcher.hearsState((state) => !isPlaying(state));
    assert.equal(paused.player.paused_by, 'user');
    await bar.getByRole('button', { name: 'Play' }).tap();
    const played = await watcher.hearsState(isPlaying);
    assert.equal(played.player.position_ms, paused.player.position_ms);
});

test('a tap on the seek bar goes there', async () => {
    const { page } = phone;
    await page.getByRole('link', { name: /^Harbour/ }).tap();
    const bar = page.getByRole('slider', { name: 'Position' });
    const { width = 0, height = 0 } = await bar.boundingBox() ?? {};
    await bar.tap({ position: { x: width * 0.75, y: height / 2 } });
    const { player } = await watcher.hearsState((state) => state.player.position_ms > durationMs / 2);
    assert.ok(Math.abs(player.position_ms - durationMs * 0.75) < durationMs * 0.05, `it went to ${player.position_ms}`);
});

test('keys on the seek bar go there, too', async () => {
    const bar = phone.page.getByRole('slider', { name: 'Position' });
    await bar.press('Home');
    await watcher.hearsState((state) => state.player.position_ms === 0);
});

test('the next track, and the one before', async () => {
    const transport = phone.page.getByRole('group', { name: 'Player' });
    await transport.getByRole('button', { name: 'Next' }).tap();
    await watcher.hearsState((state) => state.track.title === 'Open Sea');
    await phone.page.getByText('Open Sea').first().waitFor();
    // Paused at its start it is not three seconds into the track, however slow the machine is.
    await transport.getByRole('button', { name: 'Pause' }).tap();
    await watcher.hearsState((state) => !isPlaying(state));
    watcher.say({ type: 'seek', position_ms: 0 });
    await watcher.hearsState((state) => state.player.position_ms === 0);
    await transport.getByRole('button', { name: 'Previous' }).tap();
    await watcher.hearsState((state) => state.track.title === 'Harbour');
});

test('what others do is shown', async () => {
    watcher.say({ type: 'play', track_id: house.trackId('Noon'), from_is: 'tracks', from_is_id: 0 });
    await phone.page.getByText('Noon').first().waitFor();
    watcher.say({ type: 'pause' });
    await phone.page.getByRole('group', { name: 'Player' }).getByRole('button', { name: 'Play' }).waitFor();
});

test('what is searched is found and played', async () => {
    const { page } = phone;
    await page.getByRole('button', { name: 'Close what plays' }).tap();
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Search' }).tap();
    await page.getByRole('searchbox', { name: 'Search' }).fill('even');
    await page.getByRole('button', { name: /^Evening/ }).tap();
    await watcher.hearsState((state) => isPlaying(state) && state.track.title === 'Evening');
});

test('nothing went wrong in the page', () => {
    assert.deepEqual(phone.problems, []);
});
