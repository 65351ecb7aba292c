// SPDX-License-Identifier: Apache-2.0
// latency.js [PUSHES]: how long a push to MSX takes until its player says that it plays, and until it is heard, and a stop until
// nothing is. To be run by tests/web/run.sh. The app is the stand-in; network and TV are this machine.
import { House } from '../web/support/house.js';
import { NativeClient } from '../web/support/native.js';
import { patienceMs } from '../web/support/waiting.js';
import { MsxServer } from './support/msxserver.js';
import { letTvIn, Tv } from './support/tv.js';

const goals = { playing: 150, sound: 300, silence: 1000 }; // ms, of 95 in 100
const audibleFrom = 0.01;
const silentBelow = 0.001;

/** @param {number[]} times */
function summary(times) {
    const sorted = [...times].sort((a, b) => a - b);
    const at = (/** @type {number} */ share) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
    return { median: Math.round(at(0.5)), p95: Math.round(at(0.95)), most: Math.round(at(1)) };
}

/**
 * @param {Tv} tv
 * @returns {Promise<number>} when the next track says `playing`
 */
async function nextPlaying(tv) {
    return tv.page.evaluate((within) => new Promise((resolve, reject) => {
        setTimeout(() => reject(new Error('nothing plays')), within);
        /** @type {any} */ (window).msx.player.onPlaying = resolve;
    }), patienceMs);
}

const pushes = Number(process.argv[2] ?? 30);
const server = await MsxServer.start();
const house = await House.open({ words: ['--no-audio', '--name', 'Desk', '--msx-library', server.library] });
try {
    const tv = await Tv.msx(house, server, { admitted: await letTvIn(house, { app: true }) });
    const remote = await NativeClient.join(house.hub.here, 'remote', true);
    const sound = house.phonesSound();
    await remote.hears('devices', ({ devices }) => devices.some((/** @type {any} */ each) => each.id === tv.device));
    const titles = ['Morning', 'Harbour'];
    /** @type {{ playing: number[], sound: number[], silence: number[] }} */
    const times = { playing: [], sound: [], silence: [] };
    const now = () => performance.timeOrigin + performance.now();
    const until = (/** @type {() => boolean} */ isSo, /** @type {string} */ what) => sound.until(() => isSo() && now(), what);
    for (let push = 0; push <= pushes; ++push) {
        remote.say({ type: 'outputs', devices: [tv.device] });
        const playing = nextPlaying(tv);
        const heard = until(() => sound.loudNow() >= audibleFrom, 'sound');
        const began = now();
        remote.say({ type: 'play', track_id: house.trackId(titles[push % 2] ?? ''), from_is: 'tracks', from_is_id: 0 });
        const [atPlaying, atSound] = await Promise.all([playing, heard]);
        const stopped = now();
        remote.say({ type: 'outputs', devices: ['remote'] }); // which is silent
        const atSilence = await until(() => sound.loudNow() < silentBelow, 'silence');
        if (push > 0) { // the first one loads what the others have
            times.playing.push(atPlaying - began);
            times.sound.push(atSound - began);
            times.silence.push(atSilence - stopped);
        }
        remote.say({ type: 'pause' });
        await sound.hearsNothing();
    }
    for (const name of /** @type {const} */ (['playing', 'sound', 'silence'])) {
        const { median, p95, most } = summary(times[name]);
        console.log(`${pushes} ${name === 'silence' ? 'stops' : 'pushes'} to ${name}: median ${median} ms, p95 ${p95} ms (goal ${goals[name]}), most ${most} ms`);
    }
} finally {
    await house.close();
    server.stop();
}
