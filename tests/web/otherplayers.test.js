// SPDX-License-Identifier: Apache-2.0
// What plays elsewhere in the house is shown and held, and goes on here: another segued stands for that.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';

import { House } from './support/house.js';
import { Hub } from './support/hub.js';
import { makeTunes } from './support/music.js';
import { test } from './support/testing.js';
import { asked } from './support/waiting.js';

const otherPort = 6690;

/** @type {House} */
let house;
/** @type {Hub} */
let other;
/** @type {string} */
let music;

before(async () => {
    house = await House.open({ words: ['--no-audio', '--pulse', 'off', '--follow', `Den=http://127.0.0.1:${otherPort}`] });
    music = await mkdtemp(join(tmpdir(), 'segue-music-'));
    const count = await makeTunes(music);
    other = await Hub.start(['--port', String(otherPort), '--music', music, '--no-audio', '--pulse', 'off']);
    other.here = `http://127.0.0.1:${otherPort}`;
    await other.tracks(count);
});
after(async () => {
    await other?.remove();
    await house?.close();
    await rm(music, { recursive: true, force: true });
});

/** @param {Hub} hub */
const session = async hub => (await hub.ask('GET', '/api/v1/session')).body;

test('another player is shown, held and taken over, with keys alone', async () => {
    const { page, problems } = await house.pairedPhone();
    const [track] = house.tracks;
    assert.ok(track);
    const { status } = await other.ask('POST', '/api/v1/session/play', { track_id: track.id, from_is: 'tracks', from_is_id: 0, position_ms: 20_000 });
    assert.equal(status, 200);
    await page.getByRole('link', { name: 'Devices' }).tap();
    const list = page.getByRole('list', { name: 'Other players' });
    const card = list.getByRole('listitem').filter({ hasText: 'Den' });
    await card.getByText(track.title).waitFor();

    await card.getByRole('button', { name: 'Pause: Den' }).focus();
    await page.keyboard.press('Enter');
    await card.getByRole('button', { name: 'Play: Den' }).waitFor();
    assert.notEqual((await session(other)).player.paused_by, 'nobody');
    await card.getByRole('button', { name: 'Play: Den' }).press('Enter');
    await card.getByRole('button', { name: 'Pause: Den' }).waitFor();

    await card.getByRole('button', { name: 'Next: Den' }).press('Enter');
    await asked(() => session(other), ({ player }) => player.track_id !== track.id, 'the other one goes on');
    const { player: there } = await session(other);

    await card.getByRole('button', { name: 'Take over what Den plays' }).press('Enter');
    await asked(() => session(house.hub), ({ player }) => player?.track_id === there.track_id, 'it goes on here');
    assert.notEqual((await session(other)).player.paused_by, 'nobody');
    await page.getByText('It goes on here.').waitFor();
    assert.deepEqual(problems, []);
});

test('one that is gone says so, and comes back', async () => {
    const { page, problems } = await house.pairedPhone();
    await page.getByRole('link', { name: 'Devices' }).tap();
    const card = page.getByRole('list', { name: 'Other players' }).getByRole('listitem').filter({ hasText: 'Den' });
    await card.waitFor();
    await other.kill();
    await card.getByText('Not reachable right now').waitFor();
    assert.equal(await card.getByRole('button').count(), 0);
    await other.start();
    await card.getByRole('button', { name: 'Play: Den' }).waitFor();
    assert.deepEqual(problems, []);
});
