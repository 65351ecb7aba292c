// SPDX-License-Identifier: Apache-2.0
/** @typedef {import('../types.js').Context} Context */

const mostInMessage = 3000;

/** What people do to the session, as messages. */
export class Commands {
    #hub;

    /** @param {import('./hub.js').Hub} hub */
    constructor(hub) {
        this.#hub = hub;
    }

    /**
     * @param {number} track
     * @param {Context} context
     * @param {number[]} [tracks] what to queue where the hub does not know the context
     */
    play(track, context, tracks) {
        const some = tracks && { tracks: tracks.slice(0, mostInMessage) };
        this.#hub.send({ type: 'play', track_id: track, ...context, ...some });
    }

    /** @param {number} item */
    playItem(item) {
        this.#hub.send({ type: 'play_item', item });
    }

    toggle() {
        this.#hub.send({ type: this.#hub.playing ? 'pause' : 'resume' });
    }

    pause() {
        this.#hub.send({ type: 'pause' });
    }

    resume() {
        this.#hub.send({ type: 'resume' });
    }

    /** @param {number} position milliseconds */
    seek(position) {
        this.#hub.send({ type: 'seek', position_ms: Math.max(0, Math.round(position)) });
    }

    next() {
        this.#hub.send({ type: 'next', rev: this.#hub.state?.rev });
    }

    previous() {
        this.#hub.send({ type: 'previous', rev: this.#hub.state?.rev });
    }

    /** @param {Partial<import('../types.js').Modes>} modes */
    modes(modes) {
        this.#hub.send({ type: 'modes', ...modes });
    }

    /**
     * @param {number[]} tracks
     * @param {Context} context
     * @param {'next' | 'end'} place
     */
    enqueue(tracks, context, place) {
        this.#hub.send({ type: 'enqueue', tracks: tracks.slice(0, mostInMessage), ...context, place });
    }

    /**
     * @param {number[]} items
     * @param {number} before 0: the end
     */
    move(items, before) {
        this.#hub.send({ type: 'move', items, before });
    }

    /** @param {number[]} items */
    remove(items) {
        this.#hub.send({ type: 'remove', items });
    }

    clear() {
        this.#hub.send({ type: 'clear' });
    }

    undo() {
        this.#hub.send({ type: 'undo' });
    }

    redo() {
        this.#hub.send({ type: 'redo' });
    }

    /** Exactly these sound from now on. @param {string[]} devices */
    outputs(devices) {
        this.#hub.send({ type: 'outputs', devices });
    }

    /** Whether this device has a session of its own. @param {boolean} on */
    listenPrivately(on) {
        this.#hub.send({ type: 'private', on });
    }

    /**
     * @param {string} device
     * @param {{volume?: number, muted?: boolean}} level
     */
    volume(device, level) {
        this.#hub.send({ type: 'volume', device, ...level });
    }
}
