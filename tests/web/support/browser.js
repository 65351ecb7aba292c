// SPDX-License-Identifier: Apache-2.0
import { playwright } from './packages.js';
import { patienceMs } from './waiting.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Browser} Browser */
/** @typedef {import('./hub.js').Hub} Hub */
/** @typedef {{ width: number, height: number }} Size */

/** @type {Size} */
export const phoneSize = { width: 360, height: 740 };
/** @type {Size} */
export const tabletSize = { width: 820, height: 1180 };

/**
 * Chromium in the phones' network.
 * @param {import('./network.js').PhonesNetwork} network
 * @param {Record<string, string>} sound where it sounds: SoundServer.environment
 * @returns {Promise<Browser>}
 */
export async function openBrowser(network, sound = {}) {
    const { executablePath, environment } = network.chromium;
    return playwright.chromium.launch({
        executablePath,
        env: { ...process.env, ...sound, ...environment },
        ignoreDefaultArgs: ['--mute-audio'],
        args: ['--no-sandbox'], // which wants namespaces of its own
        timeout: patienceMs,
    });
}

/** Those whose page is not closed. @type {Set<Phone>} */
export const openPhones = new Set();

/** A phone with the page open, and what went wrong in it. */
export class Phone {
    /** @type {string[]} */
    problems = [];
    page;

    /** @param {Page} page */
    constructor(page) {
        this.page = page;
        page.setDefaultTimeout(patienceMs);
        openPhones.add(this);
        page.on('close', () => openPhones.delete(this));
        page.on('pageerror', (error) => this.problems.push(`${error.stack ?? error}`));
        page.on('console', (message) => {
            if (message.type() === 'error' && !isAboutNetwork(message.text()))
                this.problems.push(message.text());
        });
    }

    /**
     * @param {Browser} browser
     * @param {Hub} hub
     * @param {{ token?: string, size?: Size, colorScheme?: 'light' | 'dark', url?: string }} [options] without a token it is
     *     a stranger
     */
    static async open(browser, hub, { token, size = phoneSize, colorScheme = 'light', url = `${hub.address}/` } = {}) {
        const context = await browser.newContext({ viewport: size, hasTouch: true, locale: 'en', colorScheme });
        if (token)
            await context.addCookies([{ name: 'session_id', value: token, url: hub.address, httpOnly: true, sameSite: 'Strict' }]);
        const phone = new Phone(await context.newPage());
        await phone.page.goto(url);
        return phone;
    }

    /** As a person does, so that the page has its last word. */
    async closeTab() {
        const closed = this.page.waitForEvent('close');
        await this.page.close({ runBeforeUnload: true });
        await closed;
    }
}

/**
 * Chromium tells of each refused or broken request in the console, and nobody can keep it from that.
 * @param {string} text
 */
function isAboutNetwork(text) {
    return /^(Failed to load resource|WebSocket connection to)/.test(text);
}
