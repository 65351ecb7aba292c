// SPDX-License-Identifier: Apache-2.0
// Debian's Firefox by WebDriver BiDi: Playwright drives only one of its own make.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { hubAddress, phonesAddress } from './network.js';
import { WebSocket } from './packages.js';
import { asked, Changing, within } from './waiting.js';

const relay = fileURLToPath(new URL('relay.js', import.meta.url));

/** One window with one page, in the phones' network. */
export class Firefox extends Changing {
    /** What the page's scripts complained of. @type {string[]} */
    problems = [];

    /** @type {Map<number, { resolve: (result: any) => void, reject: (error: Error) => void }>} */
    #asked = new Map();
    #lastId = 0;
    #context = '';
    #socket;
    #end;

    /**
     * @param {import('ws').WebSocket} socket
     * @param {() => Promise<void>} end
     */
    constructor(socket, end) {
        super();
        this.#socket = socket;
        this.#end = end;
        socket.on('message', (data) => this.#heard(JSON.parse(data.toString())));
    }

    /**
     * @param {import('./network.js').PhonesNetwork} network
     * @param {Record<string, string>} sound SoundServer.environment
     */
    static async open(network, sound) {
        const profile = await mkdtemp(join(tmpdir(), 'segue-firefox-'));
        const environment = { ...process.env, ...sound };
        const program = network.run('firefox-esr', ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'],
                                    environment);
        const [, port = ''] = await program.saidOnError(/listening on ws:\/\/127\.0\.0\.1:(\d+)/);
        const between = network.run('node', [relay, phonesAddress, port]);
        await between.printed(/listening/);
        const socket = new WebSocket(`ws://${phonesAddress}:${port}/session`, { headers: { Host: `127.0.0.1:${port}` } });
        await within(new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject)), 'Firefox answers');
        const firefox = new Firefox(socket, async () => {
            await program.stop();
            await between.stop();
            await rm(profile, { recursive: true, force: true });
        });
        await firefox.#begin();
        return firefox;
    }

    /** @param {string} token as a paired one has it */
    async pair(token) {
        await this.#say('storage.setCookie', { cookie: {
            name: 'session_id', value: { type: 'string', value: token }, domain: hubAddress, path: '/', httpOnly: true, sameSite: 'strict',
        } });
    }

    /** @param {string} url */
    async goto(url) {
        await this.#say('browsingContext.navigate', { context: this.#context, url, wait: 'complete' });
    }

    /**
     * Waits until it is there.
     * @param {string} role
     * @param {string} name all of its accessible name
     * @returns {Promise<string>} for tap()
     */
    async find(role, name) {
        const locator = { type: 'accessibility', value: { role, name } };
        const look = () => this.#say('browsingContext.locateNodes', { context: this.#context, locator });
        const { nodes } = await asked(look, ({ nodes: found }) => found.length > 0, `${role} "${name}" in Firefox`);
        return nodes[0].sharedId;
    }

    /**
     * @param {string} role
     * @param {string} name
     */
    async tap(role, name) {
        const origin = { type: 'element', element: { sharedId: await this.find(role, name) } };
        const actions = [
            { type: 'pointerMove', x: 0, y: 0, origin }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 },
        ];
        const finger = { type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' }, actions };
        await this.#say('input.performActions', { context: this.#context, actions: [finger] });
    }

    async close() {
        this.#socket.terminate();
        await this.#end();
    }

    async #begin() {
        await this.#say('session.new', { capabilities: {} });
        await this.#say('session.subscribe', { events: ['log.entryAdded'] });
        const { contexts } = await this.#say('browsingContext.getTree', {});
        this.#context = contexts[0].context;
    }

    /**
     * @param {string} method
     * @param {object} params
     * @returns {Promise<any>}
     */
    async #say(method, params) {
        const id = ++this.#lastId;
        const answer = new Promise((resolve, reject) => this.#asked.set(id, { resolve, reject }));
        this.#socket.send(JSON.stringify({ id, method, params }));
        return within(answer, `Firefox answers ${method}`);
    }

    /** @param {any} message */
    #heard(message) {
        if (message.method === 'log.entryAdded' && message.params.type === 'javascript')
            this.problems.push(message.params.text);
        const waiting = this.#asked.get(message.id);
        this.#asked.delete(message.id);
        if (message.type === 'error')
            waiting?.reject(new Error(`${message.error}: ${message.message}`));
        else
            waiting?.resolve(message.result);
    }
}
