// SPDX-License-Identifier: Apache-2.0
// Firefox shows the page, plays with it, and sounds.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { House } from './support/house.js';
import { isPlaying } from './support/native.js';
import { test } from './support/testing.js';

/** @type {House} */
let house;

before(async () => house = await House.open());
after(async () => house.close());

test('an album is played and listened to', async () => {
    const watcher = await house.watcher();
    const sound = house.phonesSound();
    const firefox = await house.firefox();
    await firefox.tap('link', 'Tides Salt & Rope');
    await firefox.tap('button', 'Play all');
    const { track } = await watcher.hearsState(isPlaying);
    assert.equal(track.title, 'Harbour');
    await firefox.tap('link', 'Harbour Salt & Rope');
    await firefox.tap('button', 'Listen here');
    await sound.hearsTune('Harbour');
    await firefox.tap('button', 'Pause');
    await watcher.hearsState((state) => !isPlaying(state));
    await sound.hearsNothing();
    assert.deepEqual(firefox.problems, []);
});
