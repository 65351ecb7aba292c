// SPDX-License-Identifier: Apache-2.0
import { t } from '../texts/texts.js';

const idKey = 'segue.device';
const nameKey = 'segue.name';

/** Storage may be full or forbidden: then it lasts as long as the page. @type {Map<string, string>} */
const kept = new Map();

/** @param {string} key */
export function remembered(key) {
    try {
        return localStorage.getItem(key) ?? kept.get(key) ?? null;
    } catch {
        return kept.get(key) ?? null;
    }
}

/**
 * @param {string} key
 * @param {string} value
 */
export function remember(key, value) {
    kept.set(key, value);
    try {
        localStorage.setItem(key, value);
    } catch {
        // as said above
    }
}

/** This browser's id among the devices. randomUUID() is missing on plain HTTP. */
export function deviceId() {
    const known = remembered(idKey);
    if (known)
        return known;
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    const id = 'web-' + Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
    remember(idKey, id);
    return id;
}

const kinds = [
    [/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/Android.*Mobile/, 'Android'], [/Android/, 'Android'], [/Macintosh/, 'Mac'],
    [/Windows/, 'Windows'], [/Linux/, 'Linux'],
];
const browsers = [[/Edg\//, 'Edge'], [/Firefox\//, 'Firefox'], [/Chrom(e|ium)\//, 'Chrome'], [/Safari\//, 'Safari']];

/** What the person called it, or what the browser says of itself. */
export function deviceName() {
    const known = remembered(nameKey);
    if (known)
        return known;
    /** @param {(RegExp | string)[][]} list */
    const first = list => list.find(([pattern]) => /** @type {RegExp} */ (pattern).test(navigator.userAgent))?.[1];
    return t('deviceName', { browser: String(first(browsers) ?? t('browser')), kind: String(first(kinds) ?? '') }).trim();
}

/** @param {string} name */
export const setDeviceName = name => remember(nameKey, name);
