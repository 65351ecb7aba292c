// SPDX-License-Identifier: Apache-2.0

/** What the hub answered instead of what was asked for. */
export class ApiError extends Error {
    /**
     * @param {number} status 0: it was not reached
     * @param {string} code
     * @param {string} message
     */
    constructor(status, code, message) {
        super(message);
        this.status = status;
        this.code = code;
    }
}

/** Called once the hub does not know this browser any more. */
let unpaired = () => {};

/** @param {() => void} listener */
export function onUnpaired(listener) {
    unpaired = listener;
}

/**
 * @param {'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} method
 * @param {string} path below /api/v1/, or a whole one
 * @param {object} [body]
 * @returns {Promise<any>}
 * @throws {ApiError}
 */
export async function request(method, path, body) {
    /** @type {Response} */
    let response;
    try {
        response = await fetch(path.startsWith('/') ? path : '/api/v1/' + path, {
            method,
            cache: 'no-store',
            headers: body ? { 'Content-Type': 'application/json' } : {},
            body: body ? JSON.stringify(body) : null,
        });
    } catch (error) {
        throw new ApiError(0, 'unreachable', String(error));
    }
    const json = await response.json().catch(() => null);
    if (response.ok)
        return json;
    if (response.status === 401)
        unpaired();
    throw new ApiError(response.status, json?.error?.code ?? '', json?.error?.message ?? response.statusText);
}

/**
 * @param {string} path
 * @param {Record<string, string | number>} [query]
 */
export function get(path, query = {}) {
    const text = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)])).toString();
    return request('GET', text ? `${path}?${text}` : path);
}

/**
 * @param {string} path
 * @param {object} body
 */
export const post = (path, body) => request('POST', path, body);

/**
 * A list the hub sends a page at a time, whatever it calls it.
 * @param {any} answer
 * @returns {{items: any[], total: number}}
 */
export function pageOf(answer) {
    const items = answer.items ?? answer.tracks ?? Object.values(answer).find(Array.isArray) ?? [];
    return { items, total: answer.total ?? answer.track_count ?? items.length };
}
