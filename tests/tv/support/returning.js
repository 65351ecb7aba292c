// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';

import { isPlaying } from '../../web/support/native.js';

const goalMs = 2000;
const withinMs = 3000; // on a busy machine the watcher needs some of it
const midSongMs = 20_000;

/** @typedef {import('../../web/support/sound.js').Recorder} Recorder */

/**
 * The hub ends in the middle of a song and is started anew: the TV is back within two seconds and plays on, and nobody else
 * begins to sound.
 * @param {import('../../web/support/house.js').House} house
 * @param {'stop' | 'kill'} end
 * @param {{ tv: import('./tv.js').Tv, watcher: import('../../web/support/native.js').NativeClient, sound: { tv: Recorder, desk: Recorder } }} there
 * @returns the watcher of the new hub
 */
export async function comesBack(house, end, { tv, watcher, sound }) {
    watcher.say({ type: 'seek', position_ms: midSongMs });
    const { title } = await sound.tv.hears((heard) => heard.positionMs > midSongMs, 'what plays, mid-song');
    await house.hub[end]();
    await house.hub.start();
    const started = performance.now();
    const again = await house.watcher();
    await again.hears('devices', ({ devices }) => devices.some((/** @type {any} */ each) => each.id === tv.device && each.output));
    const took = performance.now() - started;
    console.log(`# back after ${Math.round(took)} ms (goal ${goalMs})`);
    assert.ok(took < withinMs, `it took ${took} ms`);
    await again.hearsState((state) => Boolean(state.player));
    if (!isPlaying(again.state))
        again.say({ type: 'resume' });
    await sound.tv.hears((heard) => heard.title === title && heard.positionMs > midSongMs, `${title} mid-song`);
    await sound.desk.hearsNothing();
    return again;
}
