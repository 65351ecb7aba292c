// SPDX-License-Identifier: Apache-2.0
// Two phones and the hub's own loudspeakers in one session.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { House } from './support/house.js';
import { isPlaying } from './support/native.js';
import { test } from './support/testing.js';

/** @typedef {import('./support/browser.js').Phone} Phone */
/** @typedef {import('./support/sound.js').Recorder} Recorder */

const apartMs = 1500; // a browser is loose company; this only tells one place from another

/** @type {House} */
let house;
/** @type {Phone[]} */
let phones;
/** @type {Awaited<ReturnType<House['watcher']>>} */
let watcher;
/** @type {{ desk: Recorder, phones: Recorder }} */
let sound;

before(async () => {
    house = await House.open({ words: ['--name', 'Desk'] });
    watcher = await house.watcher();
    phones = [await house.pairedPhone(), await house.pairedPhone()];
    sound = { desk: house.deskSound(), phones: house.phonesSound() };
});
after(async () => house.close());

/** @param {(phone: Phone) => Promise<unknown>} check */
const onBoth = (check) => Promise.all(phones.map(check));

/** @param {Phone} phone */
const bar = ({ page }) => page.getByRole('region', { name: 'Now playing' });

test('what one phone plays the desk sounds, and the other phone shows', async () => {
    const [first] = phones;
    await first?.page.getByRole('link', { name: 'Upwards' }).tap();
    await first?.page.getByRole('button', { name: /^Noon/ }).tap();
    await sound.desk.hearsTune('Noon');
    await onBoth((phone) => bar(phone).getByText('Noon').waitFor());
    await onBoth((phone) => bar(phone).getByRole('button', { name: 'Pause' }).waitFor());
});

test('what the other one pauses is paused everywhere, at one position', async () => {
    const [, second] = phones;
    assert.ok(second);
    await bar(second).getByRole('button', { name: 'Pause' }).tap();
    await sound.desk.hearsNothing();
    await onBoth((phone) => bar(phone).getByRole('button', { name: 'Play' }).waitFor());
    const { player } = await watcher.hearsState((state) => !isPlaying(state));
    await onBoth((phone) => bar(phone).getByRole('link', { name: /^Noon/ }).tap());
    const shown = await onBoth(({ page }) => page.getByRole('slider', { name: 'Position' }).inputValue());
    assert.deepEqual(shown.map(Number), phones.map(() => Math.floor(player.position_ms / 1000) * 1000));
});

test('a phone that listens along is where the desk is', async () => {
    const [first] = phones;
    watcher.say({ type: 'resume' });
    await first?.page.getByRole('button', { name: 'Listen here' }).tap();
    await sound.phones.hearsTune('Noon');
    await sound.desk.hearsTune('Noon');
    const apart = () => Math.abs((sound.phones.heard()?.positionMs ?? 0) - (sound.desk.heard()?.positionMs ?? 0));
    await sound.phones.hears(({ title }) => title === 'Noon' && sound.desk.heard()?.title === 'Noon' && apart() < apartMs,
                             'both at the same place');
});

test('each phone sees who plays', async () => {
    const [first, second] = phones;
    await second?.page.getByRole('link', { name: /^Devices/ }).tap();
    const devices = second?.page.getByRole('list', { name: 'Devices' });
    await devices?.getByRole('listitem').filter({ hasText: 'Desk' }).getByText('Playing').waitFor();
    const own = await first?.page.evaluate(() => localStorage.getItem('segue.device'));
    await devices?.locator(`[data-device="${own}"]`).getByText('Playing').waitFor();
});

test('the sound moves to the phone, with track and position, and back to the desk', async () => {
    const [first, second] = phones;
    const own = await first?.page.evaluate(() => localStorage.getItem('segue.device'));
    const devices = second?.page.getByRole('list', { name: 'Devices' });
    const before = await watcher.positionNow();
    await devices?.locator(`[data-device="${own}"]`).getByRole('button', { name: /^Play on/ }).tap();
    await sound.desk.hearsNothing();
    await sound.phones.hears(({ title, positionMs }) => title === 'Noon' && positionMs > before - apartMs, 'Noon, no earlier');
    await devices?.getByRole('button', { name: 'Play on Desk' }).tap();
    await sound.phones.hearsNothing();
    await sound.desk.hearsTune('Noon');
    await devices?.locator(`[data-device="${own}"]`).getByRole('button', { name: /^Also on/ }).tap();
    await sound.phones.hearsTune('Noon');
    await sound.desk.hearsTune('Noon');
});

test('how loud the desk is a phone says, and what the desk says comes back', async () => {
    const [, second] = phones;
    const volume = second?.page.getByRole('slider', { name: 'Volume of Desk' });
    await volume?.press('Home');
    await watcher.hears('devices', ({ devices }) => devices.some((/** @type {any} */ { name, volume: level }) => name === 'Desk' && level === 0));
    await sound.desk.hearsNothing();
    await volume?.press('End');
    await watcher.hears('devices', ({ devices }) => devices.some((/** @type {any} */ { name, volume: level }) => name === 'Desk' && level === 100));
    await sound.desk.hearsTune('Noon');
});

test('the tab of a phone closes, and the desk plays on', async () => {
    const [first] = phones;
    await first?.closeTab();
    await watcher.hears('devices', ({ devices }) => devices.filter((/** @type {any} */ device) => device.output).length === 1);
    await sound.phones.hearsNothing();
    assert.ok(isPlaying(watcher.state));
    await sound.desk.hearsTune('Noon');
});

test('what is taken from the queue on one device is gone on all', async () => {
    const [, second] = phones;
    await second?.page.getByRole('link', { name: /^Queue/ }).first().tap();
    const queue = second?.page.getByRole('list', { name: 'Queue' });
    await queue?.getByRole('button', { name: /^Evening/ }).waitFor();
    const { items, tracks } = await watcher.hears('queue');
    watcher.say({ type: 'remove', items: [items[tracks.indexOf(house.trackId('Evening'))]] });
    await queue?.getByRole('button', { name: /^Evening/ }).waitFor({ state: 'detached' });
});

test('nothing went wrong in the pages', () => {
    assert.deepEqual(phones.map(({ problems }) => problems), [[], []]);
});
