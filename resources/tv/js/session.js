// SPDX-License-Identifier: Apache-2.0
var Segue = Segue || {};

/**
 * What goes over the wire, as docs/protocol.md has it.
 * @typedef {{track_id: number, paused_by: string, position_ms: number, at_us: number, play_id: number, duration_ms: number,
 *     item: number}} Player
 * @typedef {{shuffle: boolean, repeat: string, stop_after: boolean}} Modes
 * @typedef {{id: number, title: string, artist?: string, album?: string, duration_ms?: number}} Track
 * @typedef {{epoch: string, rev: number, player?: Player, track?: Track, modes: Modes}} State
 * @typedef {{id: string, name: string, wire: string, output: boolean, active?: boolean, condition: string, volume?: number,
 *     muted?: boolean}} Device
 * @typedef {{rev: number, items: number[], tracks: number[]}} Queue
 */

/** @param {Player | undefined} player */
Segue.isPlaying = function (player) {
    return Boolean(player && player.paused_by === 'nobody');
};

/**
 * Where the session is at a time of the hub's clock. Milliseconds.
 * @param {Player} player
 * @param {number} hubTime microseconds
 */
Segue.positionAt = function (player, hubTime) {
    if (!Segue.isPlaying(player))
        return player.position_ms;
    var position = player.position_ms + (hubTime - player.at_us) / 1000;
    if (player.duration_ms > 0)
        position = Math.min(position, player.duration_ms);
    return Math.max(0, position);
};

/**
 * The queue after what the hub says of it.
 * @param {Queue | null} queue
 * @param {any} message
 * @returns {Queue | null} null: a change in between was missed
 */
Segue.changedQueue = function (queue, message) {
    if (message.since === undefined)
        return { rev: message.queue_rev, items: message.items, tracks: message.tracks };
    if (!queue || message.since !== queue.rev)
        return null;
    var at = message.at || 0;
    var rest = at + (message.removed || 0);
    return {
        rev: message.queue_rev,
        items: queue.items.slice(0, at).concat(message.items, queue.items.slice(rest)),
        tracks: queue.tracks.slice(0, at).concat(message.tracks, queue.tracks.slice(rest))
    };
};

/**
 * The items that play after this one, as far as that is known.
 * @param {Queue} queue
 * @param {number} item
 * @param {Modes} modes
 * @param {number} count at most
 * @returns {number[]}
 */
Segue.upcoming = function (queue, item, modes, count) {
    var at = queue.items.indexOf(item);
    if (at < 0 || modes.repeat === 'one')
        return [];
    var found = queue.items.slice(at + 1, at + 1 + count);
    // A shuffled queue is shuffled anew by the hub when it comes round.
    if (modes.repeat === 'all' && !modes.shuffle)
        found = found.concat(queue.items.slice(0, Math.min(at, count - found.length)));
    return found;
};

/**
 * Whether anybody else sounds, or would if the session played.
 * @param {Device[]} devices
 * @param {string} own id
 */
Segue.othersSound = function (devices, own) {
    return devices.some(function (device) {
        return device.id !== own && device.output && device.active !== false
            && ['idle', 'loading', 'sounding', 'paused'].indexOf(device.condition) >= 0;
    });
};
