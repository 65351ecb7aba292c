// SPDX-License-Identifier: Apache-2.0
/** @typedef {import('../types.js').Player} Player */

/** @param {Player} player */
export const isPlaying = player => player.paused_by === 'nobody';

/**
 * Where the session is at a time of the hub's clock. Milliseconds.
 * @param {Player} player
 * @param {number} hubTime microseconds
 */
export function positionAt(player, hubTime) {
    if (!isPlaying(player))
        return player.position_ms;
    const position = player.position_ms + Math.max(0, hubTime - player.at_us) / 1000; // it may only be about to begin
    return player.duration_ms > 0 ? Math.min(position, player.duration_ms) : position;
}

/**
 * The next one in the circle of the repeat button.
 * @param {import('../types.js').Repeat} repeat
 * @returns {import('../types.js').Repeat}
 */
export function nextRepeat(repeat) {
    return repeat === 'off' ? 'all' : repeat === 'all' ? 'one' : 'off';
}
