// SPDX-License-Identifier: Apache-2.0
// A TV that has only a browser, in one session with the hub's own loudspeakers and a phone.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { House } from '../web/support/house.js';
import { isPlaying } from '../web/support/native.js';
import { test } from '../web/support/testing.js';
import { comesBack } from './support/returning.js';
import { letTvIn, Tv } from './support/tv.js';

const apartMs = 2500;

/** @type {House} */
let house;
/** @type {Tv} */
let tv;
/** @type {Awaited<ReturnType<House['watcher']>>} */
let watcher;
/** @type {Awaited<ReturnType<House['pairedPhone']>>} */
let phone;
/** @type {{ desk: ReturnType<House['deskSound']>, tv: ReturnType<House['phonesSound']> }} */
let sound;

before(async () => {
    house = await House.open({ words: ['--name', 'Desk'] });
    watcher = await house.watcher();
    sound = { desk: house.deskSound(), tv: house.phonesSound() };
    phone = await house.pairedPhone();
    tv = await Tv.browser(house, { admitted: await letTvIn(house), shy: true });
});
after(async () => house?.close());

const device = (/** @type {string} */ name) => watcher.hears('devices', ({ devices }) => devices.some((/** @type {any} */ each) => each.name === name))
    .then(({ devices }) => devices.find((/** @type {any} */ each) => each.name === name));

/** @param {(entry: any) => boolean} isRight */
const tvEntry = (isRight) => watcher.hears('devices', ({ devices }) => devices.some((/** @type {any} */ each) => each.id === tv.device && isRight(each)));

test('a TV that is switched on says that nothing plays, and does not sound along', async () => {
    await tv.page.getByRole('heading', { name: 'Nothing is playing' }).waitFor();
    await tvEntry(({ output, active }) => output && !active);
});

test('what plays on the desk is shown, with cover and what follows', async () => {
    watcher.say({ type: 'play', track_id: house.trackId('Morning'), from_is: 'album', from_is_id: house.track('Morning').album_id });
    await tv.page.getByRole('heading', { name: 'Morning' }).waitFor();
    await tv.page.getByText('The Risers').first().waitFor();
    await tv.page.getByRole('listitem').filter({ hasText: 'Noon' }).waitFor();
    await tv.page.locator('#image').waitFor();
    await tv.page.getByText('Playing on Desk').waitFor();
    await sound.desk.hearsTune('Morning');
});

test('the browser refuses to begin by itself: OK plays here', async () => {
    watcher.say({ type: 'outputs', devices: [tv.device] });
    await tv.page.getByText('Press OK to play here').waitFor();
    await tvEntry(({ condition }) => condition === 'silent');
    await tv.press('Enter');
    await sound.tv.hearsTune('Morning');
    await sound.desk.hearsNothing();
});

test('hand-over from the TV to the desk and back, mid-song', async () => {
    const desk = await device('Desk');
    watcher.say({ type: 'seek', position_ms: 20_000 });
    await sound.tv.hears(({ title, positionMs }) => title === 'Morning' && positionMs > 20_000, 'Morning from 20 s on');
    watcher.say({ type: 'outputs', devices: [desk.id] });
    await sound.tv.hearsNothing();
    await sound.desk.hears(({ title, positionMs }) => title === 'Morning' && positionMs > 20_000, 'Morning no earlier');
    const before = await watcher.positionNow();
    watcher.say({ type: 'outputs', devices: [tv.device] });
    await sound.tv.hears(({ title, positionMs }) => title === 'Morning' && positionMs > before - apartMs, 'Morning no earlier');
    await sound.desk.hearsNothing();
});

test('the phone moves the sound', async () => {
    await phone.page.getByRole('link', { name: /^Devices/ }).tap();
    const devices = phone.page.getByRole('list', { name: 'Devices' });
    await devices.getByRole('button', { name: 'Play on Desk' }).tap();
    await sound.desk.hearsTune('Morning');
    await devices.locator(`[data-device="${tv.device}"]`).getByRole('button', { name: /^Play on/ }).tap();
    await sound.tv.hearsTune('Morning');
    await sound.desk.hearsNothing();
});

test('the position stays the session’s after a seek, a pause and a resume', async () => {
    watcher.say({ type: 'seek', position_ms: 5000 });
    await watcher.hearsState(({ player }) => player.position_ms === 5000);
    watcher.say({ type: 'pause' });
    await sound.tv.hearsNothing();
    watcher.say({ type: 'resume' });
    const { positionMs } = await sound.tv.hearsTune('Morning');
    const now = await watcher.positionNow();
    assert.ok(Math.abs(now - positionMs) < apartMs, `the session is at ${now}, the TV at ${positionMs}`);
});

test('keys of the remote control: pause, play, forward, back, next, previous', async () => {
    await tv.press('MediaPause');
    await watcher.hearsState((state) => !isPlaying(state));
    await tv.press('MediaPlay');
    await watcher.hearsState(isPlaying);
    const before = await watcher.positionNow();
    await tv.press('MediaFastForward');
    await watcher.hearsState(({ player }) => player.position_ms > before + 9000);
    await tv.press('MediaRewind');
    await watcher.hearsState(({ player }) => player.position_ms < before + 9000);
    await tv.press('MediaTrackNext');
    await watcher.hearsState((state) => state.track.title === 'Noon');
    await sound.tv.hearsTune('Noon');
    await tv.press('MediaTrackPrevious');
    await tv.page.getByRole('heading', { name: 'Morning' }).waitFor();
    await sound.tv.hearsTune('Morning');
});

test('buttons for remote controls that have arrows, OK and Back only', async () => {
    await tv.press('ArrowRight');
    const focused = (/** @type {string} */ name) => tv.page.getByRole('button', { name }).and(tv.page.locator(':focus')).waitFor();
    await focused('Pause');
    await tv.press('Enter');
    await watcher.hearsState((state) => !isPlaying(state));
    await focused('Play'); // what OK does is what the button says, also where the page hears later than the watcher
    await tv.press('Enter');
    await watcher.hearsState(isPlaying);
    await tv.press('ArrowRight');
    await tv.press('Enter');
    await watcher.hearsState((state) => state.track.title === 'Noon');
    await tv.press('Escape');
    await tv.page.getByRole('button', { name: 'Pause' }).waitFor({ state: 'hidden' });
});

test('volume both ways', async () => {
    watcher.say({ type: 'volume', device: tv.device, volume: 40 });
    await tvEntry(({ volume }) => volume === 40);
    await tv.press('ArrowUp');
    await tv.page.getByText('Volume 45').waitFor();
    await tvEntry(({ volume }) => volume === 45);
    watcher.say({ type: 'volume', device: tv.device, muted: true });
    await sound.tv.hearsNothing();
    await tv.press('AudioVolumeMute');
    await tvEntry(({ muted }) => muted === false);
    await sound.tv.hearsTune('Noon');
});

test('the next track comes by itself', async () => {
    watcher.say({ type: 'seek', position_ms: 57_500 });
    await watcher.hearsState((state) => state.track.title === 'Evening');
    await sound.tv.hearsTune('Evening');
});

test('repeat one plays it again', async () => {
    const { player: { play_id: first } } = watcher.state;
    watcher.say({ type: 'modes', repeat: 'one' });
    watcher.say({ type: 'seek', position_ms: 57_500 });
    await watcher.hearsState(({ player }) => player.play_id !== first);
    await sound.tv.hears(({ title, positionMs }) => title === 'Evening' && positionMs < 20_000, 'Evening from its start');
    watcher.say({ type: 'modes', repeat: 'off' });
});

test('at the end of the queue nothing plays any more', async () => {
    watcher.say({ type: 'seek', position_ms: 57_500 });
    await watcher.hearsState((state) => !isPlaying(state));
    await sound.tv.hearsNothing();
    await tvEntry(({ condition }) => condition === 'paused');
});

test('two equal tracks in a row are two', async () => {
    const noon = house.trackId('Noon');
    watcher.say({ type: 'play', track_id: noon, from_is: 'search', from_is_id: 0, tracks: [noon, noon] });
    await sound.tv.hearsTune('Noon');
    const { player: { item, play_id: first } } = watcher.state;
    watcher.say({ type: 'seek', position_ms: 57_500 });
    await watcher.hearsState(({ player }) => player.item !== item && player.play_id !== first);
    await sound.tv.hears(({ title, positionMs }) => title === 'Noon' && positionMs < 20_000, 'Noon from its start');
});

test('of several plays at once the last one sounds', async () => {
    for (const title of ['Morning', 'Harbour', 'Noon', 'Open Sea', 'Evening'])
        watcher.say({ type: 'play', track_id: house.trackId(title), from_is: 'tracks', from_is_id: 0 });
    await sound.tv.hearsTune('Evening');
    await tv.page.getByRole('heading', { name: 'Evening' }).waitFor();
});

test('it stops when it is not chosen any more, and says so', async () => {
    watcher.say({ type: 'outputs', devices: [(await device('Desk')).id] });
    await tvEntry(({ active, condition }) => !active && condition === 'idle');
    await sound.tv.hearsNothing();
    watcher.say({ type: 'outputs', devices: [tv.device] });
    await sound.tv.hearsTune('Evening');
});

for (const [how, end] of /** @type {[string, 'stop' | 'kill'][]} */ ([['cleanly', 'stop'], ['by a crash', 'kill']]))
    test(`after a hub that ended ${how} it is back within two seconds, and plays on mid-song`, async () => {
        watcher = await comesBack(house, end, { tv, watcher, sound });
    });

test('the page goes, and the session pauses where it was', async () => {
    await tv.closeTab();
    const { player } = await watcher.hearsState((state) => !isPlaying(state));
    assert.equal(player.paused_by, 'user');
    assert.ok(player.position_ms > 0);
    assert.deepEqual(tv.problems, []);
});
