// SPDX-License-Identifier: Apache-2.0
// What the page works out without a browser and without a hub.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';

// As text: the product's scripts have no package.json beside them, without which older versions of Node take them for
// CommonJS.
const script = await readFile(new URL('../../resources/web/js/hub/clock.js', import.meta.url), 'utf8');
/** @type {typeof import('../../resources/web/js/hub/clock.js')} */
const { ClockFilter } = await import(`data:text/javascript,${encodeURIComponent(script)}`);

const ms = 1000;
const second = 1_000_000;
const hubAhead = 7 * 3600 * second;
const work = 30;

/**
 * @typedef {{there: number, back: number, jitter?: number, driftPpm?: number, grain?: number,
 *     sleep?: number, step?: number}} Network microseconds; `sleep` and `step` come after five minutes
 */

/** @param {number} seed */
function chances(seed) {
    let state = seed;
    return () => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return state / 2 ** 32;
    };
}

/**
 * Asks for eleven minutes.
 * @param {Network} network
 * @returns {{time: number, wrong: number, claimed: number}[]} as it was before each question, without the sleep
 */
function readings(network) {
    const { there, back, jitter = 0, driftPpm = 20, grain = 1, sleep = 0, step = 0 } = network;
    const filter = new ClockFilter();
    const chance = chances(7);
    const disturbedAt = 300 * second;
    /** @param {number} now */
    const offset = now => hubAhead + now * driftPpm * 1e-6 + (now >= disturbedAt + sleep ? step : 0);
    /** @param {number} now */
    const shown = now => Math.floor(now / grain) * grain;
    const all = [];
    for (let awake = 0; awake < 660 * second; awake += filter.askAfter * ms) {
        const now = awake < disturbedAt ? awake : awake + sleep;
        const estimate = filter.at(shown(now));
        if (estimate)
            all.push({ time: awake, wrong: Math.abs(shown(now) + estimate.offset - now - offset(now)), claimed: estimate.error });
        const reached = now + there + chance() * jitter;
        const heard = reached + work + back + chance() * jitter;
        filter.add(shown(now), reached + offset(reached), reached + work + offset(reached), shown(heard));
    }
    return all;
}

describe('the hub’s clock', () => {
    const lan = { there: 100, back: 100, jitter: 400 };
    const far = { there: 2 * ms, back: 2 * ms, jitter: 6 * ms };
    /** @type {[string, Network, {joined: number, settled: number, recovery?: number, honest?: boolean}][]} */
    const rows = [
        ['LAN', lan, { joined: 250, settled: 150 }],
        ['LAN, 100 ppm fast', { ...lan, driftPpm: 100 }, { joined: 250, settled: 150 }],
        ['LAN, 100 ppm slow', { ...lan, driftPpm: -100 }, { joined: 250, settled: 150 }],
        ['a clock of whole milliseconds', { ...lan, grain: ms }, { joined: 1500, settled: 1300, honest: false }],
        ['5 ms more or less 3', { ...far, driftPpm: 100 }, { joined: 1000, settled: 800 }],
        ['one way 4 ms longer', { there: 5 * ms, back: ms, jitter: ms }, { joined: 2300, settled: 2200, honest: false }],
        ['asleep for two hours', { ...lan, sleep: 7200 * second, step: 300 * ms }, { joined: 250, settled: 150, recovery: 10 * second }],
        ['set by 50 ms', { ...lan, step: 50 * ms }, { joined: 250, settled: 150, recovery: 10 * second }],
        ['set back by 50 ms, far away', { ...far, step: -50 * ms }, { joined: 1000, settled: 950, recovery: 10 * second }],
    ];
    for (const [name, network, { joined, settled, recovery = 0, honest = true }] of rows) {
        test(name, () => {
            const all = readings(network).filter(({ time }) => time < 300 * second || time >= 300 * second + recovery);
            /** @param {number} from seconds */
            const most = from => Math.max(...all.filter(({ time }) => time >= from * second).map(({ wrong }) => wrong));
            assert.ok(most(3) <= joined, `${most(3)}`);
            assert.ok(most(60) <= settled, `${most(60)}`);
            assert.ok(!honest || all.filter(({ wrong, claimed }) => wrong > claimed).length * 20 <= all.length);
        });
    }

    test('is known from the first answer on, and asked for often at first', () => {
        const filter = new ClockFilter();
        assert.equal(filter.at(0), null);
        assert.equal(filter.askAfter, 60);
        filter.add(0, hubAhead + 3 * ms, hubAhead + 3 * ms, 6 * ms);
        assert.equal(filter.at(6 * ms)?.offset, hubAhead);
        assert.ok((filter.at(6 * ms)?.error ?? 0) >= 3 * ms);
        filter.reset();
        assert.equal(filter.knows, false);
    });

    test('is not learned from what is no new answer', () => {
        const filter = new ClockFilter();
        filter.add(second, hubAhead, hubAhead, second + 6 * ms);
        const before = filter.at(2 * second);
        filter.add(second, hubAhead, hubAhead, second + 6 * ms);
        filter.add(second - ms, hubAhead, hubAhead, second + 90 * ms);
        filter.add(second + ms, hubAhead, hubAhead + 9 * ms, second + 6 * ms);
        assert.deepEqual(filter.at(2 * second), before);
    });
});
