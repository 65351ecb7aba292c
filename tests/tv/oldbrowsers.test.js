// SPDX-License-Identifier: Apache-2.0
// TVs of 2014: a browser without anything newer than ES5, and one whose WebSocket does not work either.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { House } from '../web/support/house.js';
import { isPlaying } from '../web/support/native.js';
import { test } from '../web/support/testing.js';
import { MsxServer } from './support/msxserver.js';
import { letTvIn, Tv } from './support/tv.js';

/** @type {House} */
let house;
/** @type {MsxServer} */
let server;
/** @type {Awaited<ReturnType<House['watcher']>>} */
let watcher;
/** @type {ReturnType<House['phonesSound']>} */
let sound;

before(async () => {
    server = await MsxServer.start();
    house = await House.open({ words: ['--no-audio', '--name', 'Desk', '--msx-library', server.library] });
    watcher = await house.watcher();
    sound = house.phonesSound();
});
after(async () => {
    await house?.close();
    server?.stop();
});

/** @param {Tv} tv */
async function plays(tv) {
    await watcher.hears('devices', ({ devices }) => devices.some((/** @type {any} */ each) => each.id === tv.device));
    await tv.page.locator('body').click();
    watcher.say({ type: 'outputs', devices: [tv.device] });
    watcher.say({ type: 'play', track_id: house.trackId('Harbour'), from_is: 'tracks', from_is_id: 0 });
    await sound.hearsTune('Harbour');
    watcher.say({ type: 'pause' });
    await sound.hearsNothing();
    watcher.say({ type: 'resume' });
    await sound.hearsTune('Harbour');
    watcher.say({ type: 'seek', position_ms: 30_000 });
    await sound.hears(({ title, positionMs }) => title === 'Harbour' && positionMs > 30_000, 'Harbour from 30 s on');
    assert.deepEqual(tv.problems, []);
    await tv.closeTab();
    await watcher.hearsState((state) => !isPlaying(state));
}

test('the page plays without modern globals', async () => {
    await plays(await Tv.browser(house, { admitted: await letTvIn(house), old: true }));
});

test('the page plays without WebSockets', async () => {
    await plays(await Tv.browser(house, { admitted: await letTvIn(house), old: true, socketless: true }));
});

test('without WebSockets it is back after a hub that was restarted', async () => {
    const tv = await Tv.browser(house, { admitted: await letTvIn(house), socketless: true });
    await tv.page.getByRole('heading', { name: 'Harbour' }).waitFor();
    await house.hub.stop();
    await house.hub.start();
    watcher = await house.watcher();
    await watcher.hears('devices', ({ devices }) => devices.some((/** @type {any} */ each) => each.id === tv.device));
    await tv.page.context().close();
});

test('MSX plays without modern globals in the plugin', async () => {
    await plays(await Tv.msx(house, server, { admitted: await letTvIn(house, { app: true }), old: true }));
});

test('MSX plays without WebSockets', async () => {
    await plays(await Tv.msx(house, server, { admitted: await letTvIn(house, { app: true }), socketless: true }));
});

for (const [locale, words] of [['de', 'Es läuft nichts'], ['pl', 'Nic nie gra'], ['ru', 'Ничего не играет']])
    test(`what a TV says in its own language: ${locale}`, async () => {
        await house.hub.ask('POST', '/api/v1/queue/clear', {});
        const tv = await Tv.browser(house, { locale });
        await tv.page.locator(`html[lang=${locale}]`).waitFor();
        await tv.page.waitForFunction((text) => /** @type {any} */ (window).Segue.text('nothing') === text, words);
        await tv.page.context().close();
    });
