// SPDX-License-Identifier: Apache-2.0
import { WebSocket } from './packages.js';
import { Changing } from './waiting.js';

/** @typedef {Record<string, any> & { type: string }} Message of docs/protocol.md */

/** A device on the native wire: says what it is told to, and keeps the newest of what it hears. */
export class NativeClient extends Changing {
    /** @type {Map<string, Message>} the newest message of each type */
    #newest = new Map();
    #socket;
    #asked = 0;

    /** @param {string} hub its address, as in `http://127.0.0.1:6681` */
    constructor(hub) {
        super();
        this.#socket = new WebSocket(`${hub.replace(/^http/, 'ws')}/sync`, 'segue.v1');
        this.#socket.on('message', (data) => {
            const message = /** @type {Message} */ (JSON.parse(data.toString()));
            this.#newest.set(message.type, message);
            this.changed();
        });
        this.#socket.on('error', () => {}); // 'close' follows, and what was waited for does not come
    }

    /**
     * @param {string} hub
     * @param {string} device
     * @param {boolean} [output]
     */
    static async join(hub, device, output = false) {
        const client = new NativeClient(hub);
        await client.hears('hello');
        client.say({ type: 'join', device, name: device, output });
        await client.hears('state');
        return client;
    }

    /** @param {Message} message */
    say(message) {
        this.#socket.send(JSON.stringify(message));
    }

    /**
     * @param {string} type
     * @param {(message: Message) => boolean} [isRight] waits for the first that is, beginning with the newest
     */
    hears(type, isRight = () => true) {
        const look = () => {
            const message = this.#newest.get(type);
            return message && isRight(message) ? message : undefined;
        };
        return this.until(look, () => `${type}, the right one; last: ${JSON.stringify(this.#newest.get(type))}`);
    }

    /** @param {(state: Message) => boolean} isRight */
    hearsState(isRight) {
        return this.hears('state', isRight);
    }

    /** @returns {Promise<number>} where the session is, in milliseconds, as the hub has it when it answers */
    async positionNow() {
        const sent = ++this.#asked;
        this.say({ type: 'clock', sent_us: sent });
        const clock = await this.hears('clock', ({ sent_us: answered }) => answered === sent);
        const { player } = this.state;
        const elapsedUs = isPlaying(this.state) ? clock.answered_us - player.at_us : 0;
        return player.position_ms + elapsedUs / 1000;
    }

    /** @returns {Message} */
    get state() {
        return this.#newest.get('state') ?? { type: 'state' };
    }

    close() {
        this.#socket.terminate();
    }
}

/** @param {Message} state */
export function isPlaying(state) {
    return state.player?.paused_by === 'nobody';
}
