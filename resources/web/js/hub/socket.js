// SPDX-License-Identifier: Apache-2.0

const retryFirst = 250; // ms; doubles up to
const retryLast = 5000;
const silentFor = 9000; // ms: the clock is asked each second, so this is somebody gone
const openWithin = 5000; // ms
const awakeWithin = 2000; // ms
const joinedAnew = 1008;

/**
 * @param {number} attempt from 0
 * @param {number} chance 0..1: not everybody comes back at the same moment
 */
export const backoff = (attempt, chance) => Math.min(retryLast, retryFirst * 2 ** attempt) * (0.5 + chance / 2);

/**
 * One connection to the hub that comes back by itself, at once where the browser says that something has changed.
 */
export class HubSocket {
    /** @type {WebSocket | null} */
    #socket = null;
    #attempt = 0;
    /** @type {number | undefined} */
    #retry;
    /** @type {number | undefined} */
    #silence;
    #wanted = false;
    #owner;

    /**
     * @param {{opened: () => void, received: (message: any) => void, lost: (everOpen: boolean) => void,
     *     superseded: () => void}} owner
     */
    constructor(owner) {
        this.#owner = owner;
        window.addEventListener('online', () => this.wake());
        document.addEventListener('visibilitychange', () => document.hidden || this.wake());
        window.addEventListener('pageshow', event => event.persisted && this.reconnect());
    }

    open() {
        this.#wanted = true;
        this.#connect();
    }

    /** Until open() is called. */
    close() {
        this.#wanted = false;
        clearTimeout(this.#retry);
        this.#drop();
    }

    /** Leaves this connection and joins over a new one. */
    reconnect() {
        this.#wanted = true;
        this.#attempt = 0;
        this.#drop();
        this.#connect();
    }

    /** Does not wait for the next attempt. A connection that slept along must say something soon: the owner asks. */
    wake() {
        if (!this.#wanted)
            return;
        if (this.#socket?.readyState === WebSocket.OPEN)
            this.#expect(awakeWithin);
        else
            this.reconnect();
    }

    /** It has joined: the next loss is a first one. */
    settled() {
        this.#attempt = 0;
    }

    /** @param {object} message */
    send(message) {
        if (this.#socket?.readyState === WebSocket.OPEN)
            this.#socket.send(JSON.stringify(message));
    }

    #connect() {
        clearTimeout(this.#retry);
        const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
        const socket = new WebSocket(`${scheme}//${location.host}/sync`, 'segue.v1');
        let everOpen = false;
        this.#socket = socket;
        this.#expect(openWithin);
        socket.onopen = () => {
            everOpen = true;
            this.#expect(silentFor);
            this.#owner.opened();
        };
        socket.onmessage = event => {
            this.#expect(silentFor);
            this.#owner.received(JSON.parse(event.data));
        };
        socket.onclose = event => this.#closed(event.code, everOpen);
    }

    /** @param {number} within milliseconds */
    #expect(within) {
        clearTimeout(this.#silence);
        this.#silence = window.setTimeout(() => {
            // A dead connection's own close can take minutes.
            this.#drop();
            this.#closed(0, true);
        }, within);
    }

    #drop() {
        clearTimeout(this.#silence);
        if (!this.#socket)
            return;
        this.#socket.onopen = this.#socket.onmessage = this.#socket.onclose = null;
        this.#socket.close();
        this.#socket = null;
    }

    /**
     * @param {number} code
     * @param {boolean} everOpen
     */
    #closed(code, everOpen) {
        clearTimeout(this.#silence);
        this.#socket = null;
        if (code === joinedAnew) {
            this.#wanted = false;
            this.#owner.superseded();
            return;
        }
        this.#owner.lost(everOpen);
        if (this.#wanted)
            this.#retry = window.setTimeout(() => this.#connect(), backoff(this.#attempt++, Math.random()));
    }
}
