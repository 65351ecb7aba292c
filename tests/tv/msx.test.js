// SPDX-License-Identifier: Apache-2.0
// A TV with Media Station X, in one session with the hub's own loudspeakers and a phone. The app is a stand-in that does what its
// documentation says; the plugin, the hub, the sound are real. Names in brackets: reports from the field this is to rule out.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { House } from '../web/support/house.js';
import { isPlaying } from '../web/support/native.js';
import { test } from '../web/support/testing.js';
import { asked } from '../web/support/waiting.js';
import { MsxServer } from './support/msxserver.js';
import { comesBack } from './support/returning.js';
import { letTvIn, Tv } from './support/tv.js';

const apartMs = 3500; // MSX seeks to whole seconds

/** @type {House} */
let house;
/** @type {MsxServer} */
let server;
/** @type {Tv} */
let tv;
/** @type {Awaited<ReturnType<House['watcher']>>} */
let watcher;
/** @type {Awaited<ReturnType<House['pairedPhone']>>} */
let phone;
/** @type {{ desk: ReturnType<House['deskSound']>, tv: ReturnType<House['phonesSound']> }} */
let sound;

before(async () => {
    server = await MsxServer.start();
    house = await House.open({ words: ['--name', 'Desk', '--msx-library', server.library] });
    watcher = await house.watcher();
    sound = { desk: house.deskSound(), tv: house.phonesSound() };
    phone = await house.pairedPhone();
    tv = await Tv.msx(house, server, { admitted: await letTvIn(house, { app: true }) });
});
after(async () => {
    await house?.close();
    server?.stop();
});

/** @param {(entry: any) => boolean} isRight */
const tvEntry = (isRight) => watcher.hears('devices', ({ devices }) => devices.some((/** @type {any} */ each) => each.id === tv.device && isRight(each)));

/** @param {(playing: Awaited<ReturnType<Tv['playing']>>) => boolean} isRight @param {string} what */
const tvPlays = (isRight, what) => asked(() => tv.playing(), isRight, what);

async function desk() {
    const { devices } = await watcher.hears('devices');
    return devices.find((/** @type {any} */ each) => each.name === 'Desk').id;
}

/** @param {string} title @param {number[]} [tracks] */
function play(title, tracks) {
    const context = tracks ? { from_is: 'search', from_is_id: 0, tracks } : { from_is: 'album', from_is_id: house.track(title).album_id };
    watcher.say({ type: 'play', track_id: house.trackId(title), ...context });
}

/** @param {import('playwright-core').Locator} input @param {string} text @param {string} found */
async function search(input, text, found) {
    await input.fill(text);
    await tv.page.locator('#page[aria-busy=false]').getByRole('button', { name: found }).waitFor();
}

test('the start parameter leads to the menu', async () => {
    for (const name of ['Albums', 'Artists', 'Playlists'])
        await tv.page.getByRole('button', { name }).waitFor();
    await tvEntry(({ output, active }) => output && !active);
});

test('a push plays on the TV', async () => {
    watcher.say({ type: 'outputs', devices: [tv.device] });
    play('Morning');
    await sound.tv.hearsTune('Morning');
    await sound.desk.hearsNothing();
    await tvEntry(({ condition }) => condition === 'sounding');
    const { label } = await tvPlays(({ state }) => state === 2, 'MSX plays');
    assert.match(label, /Morning/);
});

test('paused and resumed from elsewhere, it stays so (no echo comes back)', async () => {
    for (let times = 0; times < 3; ++times) {
        watcher.say({ type: 'pause' });
        await tvPlays(({ state }) => state === 3, 'MSX is paused');
        assert.ok(!isPlaying(await watcher.hearsState((state) => !isPlaying(state))));
        watcher.say({ type: 'resume' });
        await tvPlays(({ state }) => state === 2, 'MSX plays');
        await watcher.hearsState(isPlaying);
    }
    await sound.tv.hearsTune('Morning');
});

test('paused and resumed with the TV’s own remote control', async () => {
    await tv.remote('play_pause');
    const { player } = await watcher.hearsState((state) => !isPlaying(state));
    assert.equal(player.paused_by, 'user');
    await tv.remote('play_pause');
    await watcher.hearsState(isPlaying);
    await sound.tv.hearsTune('Morning');
});

test('forward and rewind have an effect (6)', async () => {
    const before = await watcher.positionNow();
    await tv.remote('forward');
    await watcher.hearsState(({ player }) => player.position_ms > before + 7000);
    await tv.remote('rewind');
    await watcher.hearsState(({ player }) => player.position_ms < before + 7000);
});

test('after a seek and a resume both are where the session is (5)', async () => {
    watcher.say({ type: 'seek', position_ms: 30_000 });
    await tvPlays(({ position }) => position >= 30, 'MSX is at 30 s');
    watcher.say({ type: 'pause' });
    await tvPlays(({ state }) => state === 3, 'MSX is paused');
    watcher.say({ type: 'resume' });
    const { positionMs } = await sound.tv.hears(({ title, positionMs: at }) => title === 'Morning' && at > 30_000, 'Morning from 30 s on');
    const now = await watcher.positionNow();
    assert.ok(Math.abs(now - positionMs) < apartMs, `the session is at ${now}, the TV at ${positionMs}`);
});

test('next and previous with the TV’s own remote control', async () => {
    await tv.remote('next');
    await watcher.hearsState((state) => state.track.title === 'Noon');
    await sound.tv.hearsTune('Noon');
    await tv.remote('prev');
    await sound.tv.hears(({ title }) => title === 'Morning' || title === 'Noon', 'what the session says');
    watcher.say({ type: 'previous' });
    await watcher.hearsState((state) => state.track.title === 'Morning');
    await sound.tv.hearsTune('Morning');
});

test('volume both ways', async () => {
    watcher.say({ type: 'volume', device: tv.device, volume: 30 });
    await tvEntry(({ volume }) => volume === 30);
    await tvPlays(({ volume }) => volume === 30, 'MSX is at 30');
    await tv.remote('louder');
    await tvEntry(({ volume }) => volume === 40);
    watcher.say({ type: 'volume', device: tv.device, volume: 100 });
    await tvEntry(({ volume }) => volume === 100);
});

test('hand-over from the TV to the desk and back, mid-song', async () => {
    watcher.say({ type: 'seek', position_ms: 20_000 });
    await sound.tv.hears(({ title, positionMs }) => title === 'Morning' && positionMs > 20_000, 'Morning from 20 s on');
    watcher.say({ type: 'outputs', devices: [await desk()] });
    await tvEntry(({ active, condition }) => !active && condition === 'idle');
    await sound.tv.hearsNothing();
    await sound.desk.hears(({ title, positionMs }) => title === 'Morning' && positionMs > 20_000, 'Morning no earlier');
    const before = await watcher.positionNow();
    watcher.say({ type: 'outputs', devices: [tv.device] });
    await sound.tv.hears(({ title, positionMs }) => title === 'Morning' && positionMs > before - apartMs, 'Morning no earlier');
    await sound.desk.hearsNothing();
});

test('the phone moves the sound between TV and desk, and shows what plays', async () => {
    await phone.page.getByRole('link', { name: /^Devices/ }).tap();
    const devices = phone.page.getByRole('list', { name: 'Devices' });
    await devices.getByRole('button', { name: 'Play on Desk' }).tap();
    await sound.desk.hearsTune('Morning');
    await sound.tv.hearsNothing();
    await devices.locator(`[data-device="${tv.device}"]`).getByRole('button', { name: /^Play on/ }).tap();
    await sound.tv.hearsTune('Morning');
    await sound.desk.hearsNothing();
    await phone.page.getByRole('button', { name: 'Pause' }).tap();
    await tvPlays(({ state }) => state === 3, 'MSX is paused');
    await phone.page.getByRole('button', { name: 'Play', exact: true }).tap();
    await sound.tv.hearsTune('Morning');
});

test('a call on the phone that is the TV’s: the app pauses and gives up, and it goes on where it was (13)', async () => {
    watcher.say({ type: 'seek', position_ms: 25_000 });
    await sound.tv.hears(({ positionMs }) => positionMs > 25_000, 'Morning from 25 s on');
    await tv.remote('play_pause');
    await watcher.hearsState((state) => !isPlaying(state));
    await tv.page.evaluate(() => /** @type {any} */ (window).msx.player.stop());
    await tvEntry(({ condition }) => condition === 'idle');
    assert.ok(!isPlaying(watcher.state) && watcher.state.track.title === 'Morning');
    watcher.say({ type: 'resume' });
    await sound.tv.hears(({ title, positionMs }) => title === 'Morning' && positionMs > 24_000, 'Morning where it was');
});

test('the next track comes by itself, whatever its length (1)', async () => {
    watcher.say({ type: 'seek', position_ms: 57_000 });
    await watcher.hearsState((state) => state.track.title === 'Noon');
    await sound.tv.hearsTune('Noon');
});

test('repeat one plays it again (2)', async () => {
    const { player: { play_id: first } } = watcher.state;
    watcher.say({ type: 'modes', repeat: 'one' });
    watcher.say({ type: 'seek', position_ms: 57_000 });
    await watcher.hearsState(({ player }) => player.play_id !== first);
    await sound.tv.hears(({ title, positionMs }) => title === 'Noon' && positionMs < 20_000, 'Noon from its start');
    watcher.say({ type: 'modes', repeat: 'off' });
});

test('at the end of the queue nothing plays any more, and all know it (2)', async () => {
    play('Evening');
    await sound.tv.hearsTune('Evening');
    watcher.say({ type: 'seek', position_ms: 57_000 });
    await watcher.hearsState((state) => !isPlaying(state));
    await sound.tv.hearsNothing();
    await tvEntry(({ condition }) => condition !== 'sounding' && condition !== 'loading');
});

test('two equal tracks in a row are two (8)', async () => {
    const noon = house.trackId('Noon');
    play('Noon', [noon, noon, house.trackId('Harbour')]);
    await sound.tv.hearsTune('Noon');
    const { player: { item, play_id: first } } = watcher.state;
    watcher.say({ type: 'seek', position_ms: 57_000 });
    await watcher.hearsState(({ player }) => player.item !== item && player.play_id !== first);
    await sound.tv.hears(({ title, positionMs }) => title === 'Noon' && positionMs < 20_000, 'Noon from its start');
    assert.equal((await tv.playing()).id, String(watcher.state.player.item));
});

test('of several plays at once the last one sounds (9)', async () => {
    for (const title of ['Morning', 'Harbour', 'Noon', 'Open Sea', 'Evening'])
        play(title);
    await sound.tv.hearsTune('Evening');
    await tvPlays(({ id }) => id === String(watcher.state.player.item), 'MSX plays the item of the session');
});

test('a queue that was changed meanwhile is the one that plays', async () => {
    watcher.say({ type: 'enqueue', tracks: [house.trackId('Harbour')], from_is: 'search', from_is_id: 0, place: 'next' });
    watcher.say({ type: 'next' });
    await watcher.hearsState((state) => state.track.title === 'Harbour');
    await sound.tv.hearsTune('Harbour');
});

test('stop with the TV’s own remote control: nobody else sounds, so the session pauses', async () => {
    await tv.remote('stop');
    await watcher.hearsState((state) => !isPlaying(state));
    await sound.tv.hearsNothing();
    watcher.say({ type: 'resume' });
    await sound.tv.hearsTune('Harbour');
});

test('stop with the TV’s own remote control while the desk sounds too: the desk goes on', async () => {
    watcher.say({ type: 'outputs', devices: [tv.device, await desk()] });
    await sound.desk.hearsTune('Harbour');
    await sound.tv.hearsTune('Harbour');
    await tv.remote('stop');
    await tvEntry(({ active }) => !active);
    await sound.tv.hearsNothing();
    await sound.desk.hearsTune('Harbour');
    watcher.say({ type: 'outputs', devices: [tv.device] });
    await sound.tv.hearsTune('Harbour');
});

for (const [how, end] of /** @type {[string, 'stop' | 'kill'][]} */ ([['cleanly', 'stop'], ['by a crash', 'kill']]))
    test(`after a hub that ended ${how} it is back within two seconds, and plays on mid-song (3)`, async () => {
        watcher = await comesBack(house, end, { tv, watcher, sound });
    });

test('the app goes to sleep: the session pauses, and is there when it wakes up', async () => {
    const emit = (/** @type {string} */ event) => tv.page.evaluate((name) => {
        const { msx } = /** @type {any} */ (window);
        msx.emit({ event: name });
    }, event);
    await emit('app:suspend');
    await watcher.hearsState((state) => !isPlaying(state));
    await tv.page.evaluate(() => /** @type {any} */ (window).msx.player.stop());
    await emit('app:resume');
    await tvEntry(({ output }) => output);
    watcher.say({ type: 'outputs', devices: [tv.device] });
    watcher.say({ type: 'resume' });
    await sound.tv.hearsTune('Harbour');
});

test('searching with the app’s keyboard answers to each key, and what was found plays here (7)', async () => {
    await tv.page.getByRole('button', { name: 'Search' }).click();
    const input = tv.page.getByRole('searchbox');
    for (const nothing of ['zzz', 'a|b}{ico:x}&q=1#?', ''])
        await search(input, nothing, 'Nothing found');
    await search(input, 'even', 'Evening');
    await tv.page.getByRole('button', { name: 'Evening' }).click();
    await sound.tv.hearsTune('Evening');
    await watcher.hearsState((state) => state.track.title === 'Evening');
});

test('MSX has understood everything', async () => {
    assert.deepEqual([await tv.misunderstood(), tv.problems], [[], []]);
});

test('the plugin’s page goes, and the session pauses', async () => {
    await tv.closeTab();
    await watcher.hearsState((state) => !isPlaying(state));
});
