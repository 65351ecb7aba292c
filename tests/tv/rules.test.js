// SPDX-License-Identifier: Apache-2.0
// What a TV decides, without a TV: tables of what is wanted, what plays, and what must be done.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { load, plain } from './support/scripts.js';

const habits = { alone: 2000, together: 400, settling: 3000, opensPaused: true };
const msxHabits = { ...habits, opensPaused: false };

describe('what the player must do now', () => {
    const { nextActions } = load(['tv/js/follower.js']);
    const target = { playId: 7, item: 3, track: 1, position: 60_000, line: 1000, paused: false, together: false };
    const own = { playId: 7, item: 3, position: 60_100, paused: false, ready: true, ended: false, failed: false, line: 1000, aimedAt: 0, corrections: 0 };
    const now = 10_000;
    /** @type {[string, object | null, object | null, object[], object?][]} */
    const rows = [
        ['nothing plays here, and nothing is to', null, null, []],
        ['it is not chosen any more', null, own, [{ act: 'stop' }]],
        ['it begins mid-song', target, null, [{ act: 'start', at: 60_000 }]],
        ['a track that only now begins is heard from its first note', { ...target, position: 900 }, null, [{ act: 'start', at: 0 }]],
        ['but not where others sound already', { ...target, position: 900, together: true }, null, [{ act: 'start', at: 900 }]],
        ['what is paused is loaded', { ...target, paused: true }, null, [{ act: 'start', at: 60_000 }]],
        ['but by MSX not, whose player would come up', { ...target, paused: true }, null, [], msxHabits],
        ['it is where it should be', target, own, []],
        ['two equal tracks in a row are two playbacks', { ...target, playId: 8, item: 4, position: 0 }, own, [{ act: 'start', at: 0 }]],
        ['repeat one: the same item again', { ...target, playId: 8, position: 0 }, { ...own, ended: true }, [{ act: 'start', at: 0 }]],
        ['it went on to the right item by itself', { ...target, playId: 8, item: 4 }, { ...own, playId: 0, item: 4 }, [{ act: 'adopt' }]],
        ['it went on to a wrong one by itself', { ...target, playId: 8, item: 5, position: 0 }, { ...own, playId: 0, item: 4 }, [{ act: 'start', at: 0 }]],
        ['it went on by itself after the end of the queue', { ...target, playId: 8, item: 3, position: 0, paused: true }, { ...own, playId: 0, item: 4 },
            [{ act: 'pause' }], msxHabits],
        ['paused elsewhere', { ...target, paused: true }, own, [{ act: 'pause' }]],
        ['paused elsewhere, and already here', { ...target, paused: true }, { ...own, paused: true }, []],
        ['paused, and moved', { ...target, paused: true, position: 90_000 }, { ...own, paused: true }, [{ act: 'seek', at: 90_000, wished: true }]],
        ['resumed', target, { ...own, paused: true }, [{ act: 'play' }]],
        ['resumed elsewhere in the track', target, { ...own, paused: true, position: 20_000 }, [{ act: 'seek', at: 60_000, wished: true }, { act: 'play' }]],
        ['somebody seeks', { ...target, line: -29_000, position: 90_000 }, own, [{ act: 'seek', at: 90_000, wished: true }]],
        ['somebody seeks right after another seek', { ...target, line: -29_000, position: 90_000 }, { ...own, aimedAt: now - 100 }, [{ act: 'seek', at: 90_000, wished: true }]],
        ['somebody seeks with the TV’s own remote control: it is there already', { ...target, line: -29_000, position: 90_050 }, { ...own, position: 90_000 }, [{ act: 'keep' }]],
        ['it has fallen behind', target, { ...own, position: 57_000 }, [{ act: 'seek', at: 60_000, wished: false }]],
        ['it has fallen behind, but has only begun', target, { ...own, position: 57_000, aimedAt: now - 1000 }, []],
        ['it has fallen behind, but it loads', target, { ...own, position: 57_000, ready: false }, []],
        ['a little late, alone: nobody hears that', target, { ...own, position: 58_500 }, []],
        ['a little late, beside others', { ...target, together: true }, { ...own, position: 59_000 }, [{ act: 'seek', at: 60_000, wished: false }]],
        ['seeking did not help twice: it waits longer', target, { ...own, position: 57_000, corrections: 2, aimedAt: now - 8000 }, []],
        ['it is at its end: the hub says what follows', { ...target, position: 61_000 }, { ...own, ended: true }, []],
        ['it is at its end, and somebody goes back', { ...target, line: 50_000, position: 11_000 }, { ...own, ended: true }, [{ act: 'start', at: 11_000 }]],
        ['it cannot be played', target, { ...own, failed: true }, []],
    ];
    for (const [name, wanted, mine, actions, how = habits] of rows)
        test(name, () => assert.deepEqual(plain(nextActions(wanted, mine, now, how)), actions));
});

describe('what is an echo', () => {
    const { expectations } = load(['tv/js/echo.js']);
    test('of what was asked, once', () => {
        const echoes = expectations();
        echoes.expect('pause', 7, 0);
        assert.equal(echoes.isEcho('pause', 7, 500), true);
        assert.equal(echoes.isEcho('pause', 7, 600), false);
    });
    test('of another playback it is none', () => {
        const echoes = expectations();
        echoes.expect('pause', 7, 0);
        assert.equal(echoes.isEcho('pause', 8, 500), false);
    });
    test('after a while it is somebody else', () => {
        const echoes = expectations();
        echoes.expect('pause', 7, 0);
        assert.equal(echoes.isEcho('pause', 7, 6000), false);
    });
    test('a pause that never came does not swallow one after the next start', () => {
        const echoes = expectations();
        echoes.expect('pause', 7, 0);
        echoes.expect('play', 7, 100);
        assert.equal(echoes.isEcho('play', 7, 200), true);
        assert.equal(echoes.isEcho('pause', 7, 300), false);
    });
});

describe('the hub’s clock', () => {
    const { clockFilter } = load(['tv/js/clock.js'], { performance });
    test('the exchange with the least delay counts', () => {
        const clock = clockFilter();
        assert.equal(clock.offset(), null);
        clock.add(0, 1_050_000, 1_050_000, 100_000);
        clock.add(200_000, 1_202_000, 1_202_000, 204_000);
        clock.add(300_000, 1_380_000, 1_380_000, 400_000);
        assert.equal(clock.offset(), 1_000_000);
    });
    test('a clock that was set is believed at once', () => {
        const clock = clockFilter();
        clock.add(0, 1_002_000, 1_002_000, 4000);
        clock.add(3_600_000_000, 1_103_010_000, 1_103_010_000, 3_600_020_000);
        assert.equal(clock.offset(), 1_103_010_000 - 3_600_010_000);
    });
    test('a wall clock that is set back does not take the TV’s time back (10)', () => {
        let wall = 1_000_000;
        class Clock {
            getTime() {
                return wall;
            }
        }
        const { ownTime } = load(['tv/js/clock.js'], { Date: Clock });
        const first = ownTime();
        wall -= 500_000;
        assert.equal(ownTime(), first);
        wall += 40;
        assert.equal(ownTime(), first + 40);
    });
});

describe('the session', () => {
    const { positionAt, changedQueue, upcoming, othersSound } = load(['tv/js/session.js']);
    const player = { track_id: 1, paused_by: 'nobody', position_ms: 1000, at_us: 5_000_000, play_id: 7, duration_ms: 60_000, item: 3 };
    test('is where it is by the hub’s time', () => {
        assert.equal(positionAt(player, 7_000_000), 3000);
        assert.equal(positionAt({ ...player, paused_by: 'user' }, 7_000_000), 1000);
        assert.equal(positionAt(player, 900_000_000), 60_000);
        assert.equal(positionAt(player, 0), 0);
    });
    test('the queue follows its changes, and notices a missed one', () => {
        const whole = changedQueue(null, { queue_rev: 4, items: [1, 2, 3], tracks: [10, 20, 30] });
        const changed = changedQueue(whole, { queue_rev: 5, since: 4, at: 1, removed: 1, items: [8, 9], tracks: [80, 90] });
        assert.deepEqual(plain(changed), { rev: 5, items: [1, 8, 9, 3], tracks: [10, 80, 90, 30] });
        assert.equal(changedQueue(changed, { queue_rev: 9, since: 7, items: [], tracks: [] }), null);
    });
    test('what comes next is what will play', () => {
        const queue = { rev: 1, items: [1, 2, 3], tracks: [10, 20, 30] };
        const modes = { shuffle: false, repeat: 'off', stop_after: false };
        assert.deepEqual(plain(upcoming(queue, 2, modes, 3)), [3]);
        assert.deepEqual(plain(upcoming(queue, 2, { ...modes, repeat: 'all' }, 3)), [3, 1]);
        assert.deepEqual(plain(upcoming(queue, 2, { ...modes, repeat: 'one' }, 3)), []);
    });
    test('who else sounds', () => {
        const tv = { id: 'tv', name: 'TV', wire: 'native', output: true, active: true, condition: 'sounding' };
        const desk = { ...tv, id: 'desk', name: 'Desk' };
        assert.equal(othersSound([tv, desk], 'tv'), true);
        assert.equal(othersSound([tv, { ...desk, condition: 'failed' }], 'tv'), false);
        assert.equal(othersSound([tv, { ...desk, active: false }], 'tv'), false);
    });
});

describe('odds and ends', () => {
    test('no attempt to come back waits longer than two seconds', () => {
        const { backoff } = load(['tv/js/link.js']);
        assert.equal(backoff(0, 1), 250);
        assert.equal(backoff(50, 1), 2000);
        assert.ok(backoff(50, 0) < 2000);
    });
    test('keys of Samsung, LG and plain remote controls', () => {
        const { keyNames } = load(['tv/js/keys.js'], { window: {} });
        assert.equal(keyNames.of({ keyCode: 10009 }), 'back');
        assert.equal(keyNames.of({ keyCode: 461 }), 'back');
        assert.equal(keyNames.of({ keyCode: 10252 }), 'toggle');
        assert.equal(keyNames.of({ keyCode: 415 }), 'play');
        assert.equal(keyNames.of({ key: 'MediaTrackNext', keyCode: 0 }), 'next');
        assert.equal(keyNames.of({ key: 'constructor', keyCode: 0 }), '');
    });
    test('all languages say the same things', () => {
        const { allTexts } = load(['tv/js/texts.js'], { navigator: { language: 'en' } });
        const keys = Object.keys(allTexts.en);
        assert.deepEqual(Object.keys(allTexts), ['en', 'de', 'pl', 'ru']);
        for (const texts of Object.values(allTexts))
            assert.deepEqual(Object.keys(texts), keys);
    });
    test('a foreign id becomes one of a device', () => {
        const { cleanId } = load(['tv/js/identity.js'], { window: {} });
        assert.equal(cleanId('msx-', 'aB3 / {x}'), 'msx-aB3-x-');
        assert.equal(cleanId('msx-', 'x'.repeat(500)).length, 64);
    });
    test('what means something to MSX is only text in a title', () => {
        const { msxText } = load(['msx/pages.js']);
        assert.equal(msxText('{ico:x} [a|b]'), '(ico:x) (a/b)');
    });
});
