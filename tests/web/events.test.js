// SPDX-License-Identifier: Apache-2.0
// What happens in the house: shown on a page, and open to programs at listed addresses on the network only.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { Phone } from './support/browser.js';
import { House } from './support/house.js';
import { test } from './support/testing.js';

/** @typedef {import('./support/browser.js').Page} Page */

/** @type {House} */
let house;

before(async () => house = await House.open());
after(async () => house?.close());

/** @param {Page} page @param {string} path @param {string} [method] */
const statusOf = (page, path, method = 'GET') =>
    page.evaluate(asked => fetch(asked.path, { method: asked.method }).then(answer => answer.status), { path, method });

/** @param {Page} page whether a WebSocket for events is let in */
const hearsEvents = page => page.evaluate(() => new Promise(resolve => {
    const socket = new WebSocket(`ws://${location.host}/api/events/ws?source=segue`);
    socket.onmessage = message => resolve(JSON.parse(message.data).event);
    socket.onerror = () => resolve('refused');
}));

test('they are shown as they happen, those of one source if wished', async () => {
    const { page, problems } = await house.pairedPhone();
    await page.getByRole('link', { name: 'Devices' }).tap();
    await page.getByRole('link', { name: 'Events' }).tap();
    const log = page.getByRole('log', { name: 'Events' });
    await log.getByText('snapshot').first().waitFor(); // of each source one
    const [track] = house.tracks;
    assert.ok(track);
    const { status } = await house.hub.ask('POST', '/api/v1/session/play',
        { track_id: track.id, from_is: 'tracks', from_is_id: 0 });
    assert.equal(status, 200);
    const started = log.getByText('track_playback_started').first();
    await started.waitFor();
    await started.tap();
    await log.getByText('"new_state": "playing"').first().waitFor();
    await page.getByLabel('Source').selectOption('segue');
    await started.waitFor();
    assert.deepEqual(problems, []);
});

test('nobody on the network is let in without a token', async () => {
    const { page } = await Phone.open(house.browser, house.hub);
    assert.equal(await statusOf(page, '/api/audio/sinks'), 401);
    assert.equal(await statusOf(page, '/api/playback/pause-all', 'POST'), 401);
    assert.equal(await hearsEvents(page), 'refused');
});

test('but listed addresses are, and only to what those programs use', async () => {
    await house.close();
    house = await House.open({ words: ['--no-audio', '--open-api', '0.0.0.0/0'] });
    const { page } = await Phone.open(house.browser, house.hub);
    assert.equal(await statusOf(page, '/api/audio/sinks'), 200);
    assert.equal(await statusOf(page, '/api/playback/pause-all', 'POST'), 200);
    assert.equal(await hearsEvents(page), 'snapshot');
    assert.equal(await statusOf(page, '/api/v1/session'), 401);
    assert.equal(await statusOf(page, '/api/v1/tokens'), 401);
});
