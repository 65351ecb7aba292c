// SPDX-License-Identifier: Apache-2.0
import { backoff } from './socket.js';

/**
 * @typedef {{source: string, event: string, player?: string, seq: number, at_us: number, data: Record<string, any>}} HubEvent
 */

/**
 * Hears what happens in the house until the signal ends it; goes on after a break where it was.
 * @param {(event: HubEvent) => void} heard
 * @param {AbortSignal} signal
 * @param {string} [sources] their kinds, with commas between them; all where there are none
 */
export function hearEvents(heard, signal, sources = '') {
    let seq = 0;
    let attempt = 0;
    /** @type {WebSocket | undefined} */
    let socket;
    /** @type {number | undefined} */
    let retry;
    const connect = () => {
        socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/api/events/ws?since=${seq}${sources && `&source=${sources}`}`);
        socket.onopen = () => {
            attempt = 0;
        };
        socket.onmessage = message => {
            /** @type {HubEvent} */
            const event = JSON.parse(message.data);
            seq = event.seq;
            heard(event);
        };
        socket.onclose = () => {
            retry = window.setTimeout(connect, backoff(attempt++, Math.random()));
        };
    };
    signal.addEventListener('abort', () => {
        clearTimeout(retry);
        if (socket)
            socket.onclose = null;
        socket?.close();
    });
    connect();
}
