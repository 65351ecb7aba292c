// SPDX-License-Identifier: Apache-2.0
import { Phone } from '../../web/support/browser.js';

/** @typedef {import('../../web/support/house.js').House} House */

export const hdReady = { width: 1280, height: 720 };
export const fullHd = { width: 1920, height: 1080 };

let count = 0;

/**
 * As this machine's owner lets a TV in.
 * @param {House} house
 * @param {{ role?: string, app?: boolean }} [how] app: it has MSX, whose plugin makes a device's id of the app's
 * @returns {Promise<{ token: string, device: string }>}
 */
export async function letTvIn(house, { role = 'controller', app = false } = {}) {
    const device = `${app ? 'msx-' : ''}den-${++count}`;
    const path = '/api/v1/pairing/requests';
    const { body: { request: id, secret } } = await house.hub.ask('POST', path, { name: 'TV', device, kind: 'tv' });
    await house.hub.ask('POST', `${path}/${id}/allow`, { role });
    const { body } = await house.hub.ask('POST', `${path}/${id}`, { secret });
    return { token: body.token, device };
}

/** What browsers of TVs do not have: run in the page before its own scripts. */
function takeModernGlobals() {
    for (const name of ['Promise', 'fetch', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Symbol', 'Proxy', 'Reflect', 'URL', 'URLSearchParams', 'AbortController'])
        delete /** @type {any} */ (window)[name]; // not by Reflect: it is among them
    /** @type {[object, string[]][]} */
    const members = [[Object, ['assign', 'entries', 'values', 'fromEntries']], [Array, ['from', 'of']],
        [Array.prototype, ['includes', 'find', 'findIndex', 'flat', 'flatMap', 'fill', 'at']],
        [String.prototype, ['includes', 'startsWith', 'endsWith', 'padStart', 'padEnd', 'repeat', 'replaceAll']], [Number, ['isInteger', 'isFinite', 'isNaN']],
        [Math, ['trunc', 'sign', 'hypot']]];
    for (const [owner, names] of members)
        for (const name of names)
            delete /** @type {any} */ (owner)[name];
}

/** Whatever looks into a page counts as a person to Chromium, which then allows all: what browsers refuse is refused here. */
function refuseUntilKey() {
    let touched = false;
    const { play } = HTMLMediaElement.prototype;
    addEventListener('keydown', ({ isTrusted }) => touched ||= isTrusted, true);
    HTMLMediaElement.prototype.play = function () {
        return touched ? play.call(this) : Promise.reject(new DOMException('play() failed', 'NotAllowedError'));
    };
}

/**
 * @typedef {object} Options
 * @property {{ token: string, device: string }} [admitted] without it, it is a stranger
 * @property {boolean} [old] its browser is of 2014
 * @property {boolean} [shy] it lets a page sound only after somebody has pressed a key
 * @property {boolean} [socketless] its WebSocket is missing
 * @property {import('../../web/support/browser.js').Size} [size]
 * @property {string} [locale]
 */

/** A TV: its browser at /tv, or the stand-in for MSX. It tells what went wrong in it like a phone. */
export class Tv extends Phone {
    device = '';

    /**
     * @param {House} house
     * @param {Options} [options]
     */
    static async browser(house, options = {}) {
        const tv = await Tv.#open(house, options);
        await tv.page.goto(`${house.hub.address}/tv/`);
        return tv;
    }

    /**
     * @param {House} house
     * @param {import('./msxserver.js').MsxServer} server
     * @param {Options} [options]
     */
    static async msx(house, server, options = {}) {
        const tv = await Tv.#open(house, options);
        const id = options.admitted?.device.replace('msx-', '') ?? 'stranger';
        tv.device = `msx-${id}`;
        await tv.page.goto(`${server.address}/host.html?hub=${encodeURIComponent(house.hub.address)}&device=${id}`);
        await tv.page.getByRole('button', { name: 'Power' }).click();
        return tv;
    }

    /**
     * @param {House} house
     * @param {Options} options
     */
    static async #open(house, { admitted, old, shy, socketless, size = hdReady, locale = 'en' }) {
        const context = await house.browser.newContext({ viewport: size, locale });
        const port = new URL(house.hub.address).port;
        await context.addInitScript(({ token, device, isSocketless, hubPort }) => {
            if (location.port !== hubPort)
                return; // the app is not what is tested
            if (token && !localStorage.getItem('segue.tv.device')) {
                localStorage.setItem('segue.tv.token', token);
                localStorage.setItem('segue.tv.device', device);
            }
            if (isSocketless)
                delete /** @type {any} */ (window).WebSocket;
        }, { token: admitted?.token ?? '', device: admitted?.device ?? '', isSocketless: Boolean(socketless), hubPort: port });
        if (shy)
            await context.addInitScript(refuseUntilKey);
        if (old)
            await context.addInitScript(`if (location.port === '${port}') (${takeModernGlobals})();`);
        const tv = new Tv(await context.newPage());
        tv.device = admitted?.device ?? '';
        return tv;
    }

    /** @param {string} key as KeyboardEvent.key names it */
    async press(key) {
        if (!/^(Media|Audio)/.test(key))
            return this.page.keyboard.press(key);
        // Keyboards that Playwright knows have none of these.
        await this.page.evaluate((name) => document.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true })), key);
    }

    /**
     * On the remote control, while MSX plays.
     * @param {'next' | 'prev' | 'play_pause' | 'stop' | 'forward' | 'rewind' | 'louder' | 'quieter'} key
     */
    async remote(key) {
        await this.page.evaluate((pressed) => /** @type {any} */ (window).msx.press(pressed), key);
    }

    /**
     * What MSX's player does.
     * @returns {Promise<{ state: number, position: number, duration: number, ended: boolean, id: string | null, label: string, volume: number}>}
     */
    async playing() {
        return this.page.evaluate(() => {
            const { player } = /** @type {any} */ (window).msx;
            return { ...player.data, id: player.info?.id ?? null, label: player.label, volume: player.volume };
        });
    }

    /** @returns {Promise<string[]>} what MSX has not understood */
    async misunderstood() {
        const problems = await this.page.evaluate(() => /** @type {string[]} */ (/** @type {any} */ (window).msx.problems));
        // Of several plays at once the first ones are not there any more when their lists have come.
        return problems.filter((each) => !each.includes('The queue does not have this any more'));
    }
}
