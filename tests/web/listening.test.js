// SPDX-License-Identifier: Apache-2.0
// Listen here: what the phone's loudspeaker plays is recorded.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { House } from './support/house.js';
import { durationMs } from './support/music.js';
import { isPlaying } from './support/native.js';
import { test } from './support/testing.js';

const roughlyMs = 1500; // what a browser, a sound server and a busy machine may take

/** @type {House} */
let house;
/** @type {Awaited<ReturnType<House['pairedPhone']>>} */
let phone;
/** @type {Awaited<ReturnType<House['watcher']>>} */
let watcher;
/** @type {ReturnType<House['phonesSound']>} */
let sound;

before(async () => {
    house = await House.open();
    watcher = await house.watcher();
    phone = await house.pairedPhone();
    sound = house.phonesSound();
});
after(async () => house.close());

test('a remote control makes no sound', async () => {
    const { page } = phone;
    await page.getByRole('link', { name: 'Tides' }).tap();
    await page.getByRole('button', { name: /^Harbour/ }).tap();
    await watcher.hearsState(isPlaying);
    const bar = page.getByRole('region', { name: 'Now playing' });
    await bar.getByRole('button', { name: 'Pause' }).waitFor();
    await sound.hearsNothing();
    await watcher.hears('devices', ({ devices }) => devices.every((/** @type {any} */ device) => !device.output));
});

test('one tap, and it plays what the session plays, where it is', async () => {
    watcher.say({ type: 'seek', position_ms: 20_000 });
    await phone.page.getByRole('link', { name: /^Harbour/ }).tap();
    await phone.page.getByRole('button', { name: 'Listen here' }).tap();
    const heard = await sound.hearsTune('Harbour');
    const now = await watcher.positionNow();
    assert.ok(Math.abs(heard.positionMs - now) < roughlyMs, `heard at ${heard.positionMs} when the session was at ${now}`);
    await watcher.hears('devices', ({ devices }) => devices.some((/** @type {any} */ device) =>
        device.output && device.condition === 'sounding'));
});

test('it pauses, and goes on, with the session', async () => {
    watcher.say({ type: 'pause' });
    await sound.hearsNothing();
    const { player } = await watcher.hearsState((state) => !isPlaying(state));
    watcher.say({ type: 'resume' });
    const heard = await sound.hearsTune('Harbour');
    assert.ok(heard.positionMs > player.position_ms - roughlyMs, `it went on at ${heard.positionMs}, not ${player.position_ms}`);
});

test('it goes where the session goes', async () => {
    const bar = phone.page.getByRole('slider', { name: 'Position' });
    const { width = 0, height = 0 } = await bar.boundingBox() ?? {};
    await bar.tap({ position: { x: width * 0.8, y: height / 2 } });
    await sound.hears((heard) => heard.title === 'Harbour' && heard.positionMs > durationMs * 0.75, 'Harbour at four fifths');
});

test('at the end of a track the next one comes by itself', async () => {
    watcher.say({ type: 'seek', position_ms: durationMs - 2000 });
    await sound.hearsTune('Open Sea');
    await watcher.hearsState((state) => isPlaying(state) && state.track.title === 'Open Sea');
});

test('closing the tab pauses the session where it was heard last', async () => {
    await sound.hears((heard) => heard.title === 'Open Sea' && heard.positionMs > 1000, 'a second of Open Sea');
    await phone.closeTab();
    const { player } = await watcher.hearsState((state) => !isPlaying(state));
    assert.equal(player.paused_by, 'user');
    await sound.hearsNothing();
    const heard = sound.lastTune?.positionMs ?? 0;
    assert.ok(Math.abs(player.position_ms - heard) < roughlyMs, `paused at ${player.position_ms}, heard until ${heard}`);
    await watcher.hears('devices', ({ devices }) => devices.length === 2); // the hub's own, and the watcher
});

test('nothing went wrong in the page', () => {
    assert.deepEqual(phone.problems, []);
});
