// SPDX-License-Identifier: Apache-2.0
/**
 * @typedef {import('../types.js').Condition} Condition
 * @typedef {import('./deck.js').Deck} Deck
 */

/**
 * What the hub is told of an output.
 * @param {Deck} deck
 * @param {{active: boolean, blocked: boolean, playing: boolean}} how `playing`: the session
 * @returns {Condition}
 */
export function conditionOf(deck, how) {
    if (!deck.track || !how.active)
        return 'idle';
    if (deck.failed)
        return 'failed';
    if (how.blocked)
        return 'silent';
    if (deck.audio.paused)
        return deck.ready || !how.playing ? 'paused' : 'loading';
    return deck.ready ? 'sounding' : 'loading';
}

/**
 * @param {import('../hub/hub.js').Hub} hub
 * @param {Deck} deck
 * @param {Condition} condition
 */
export function report(hub, deck, condition) {
    const position = deck.track ? deck.position : hub.position();
    const error = condition === 'sounding' ? Math.round((position - hub.position()) * 1000) : 0;
    hub.send({ type: 'report', rev: hub.state?.rev, position_ms: Math.max(0, Math.round(position)), condition, error_us: error });
}

/**
 * For a hub that was away while this went on.
 * @param {import('../hub/hub.js').Hub} hub
 * @param {Deck} deck
 */
export function stillPlaying(hub, deck) {
    const epoch = hub.state?.epoch;
    if (!epoch || !deck.playId || deck.audio.paused)
        return {};
    return { playing: { epoch, play_id: deck.playId, position_ms: Math.max(0, Math.round(deck.position)) } };
}

const canSound = new Set(['idle', 'loading', 'sounding', 'paused']);

/** @param {import('../hub/hub.js').Hub} hub */
export function othersSound(hub) {
    return hub.devices.some(device => device.id !== hub.ownDevice && device.output && device.wire === 'native'
        && device.active !== false && canSound.has(device.condition));
}
