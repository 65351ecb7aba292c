// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { hubAddress } from './network.js';
import { run, Running } from './programs.js';
import { asked } from './waiting.js';

const port = 6681; // nobody else is in this network

const segued = process.env.SEGUE_SEGUED ?? '';

/** What a hub answered. @typedef {{ status: number, body: any }} Answer */

/** The real segued with a data directory of its own. */
export class Hub {
    /** The hub's address for this machine, which may do everything. */
    here = `http://127.0.0.1:${port}`;
    /** The hub's address for the phones. */
    address = `http://${hubAddress}:${port}`;

    #data;
    #words;
    #environment;
    #letIn = 0;
    /** @type {Running | undefined} */
    #program;

    /**
     * @param {string} data
     * @param {string[]} words
     * @param {Record<string, string>} environment
     */
    constructor(data, words, environment) {
        this.#data = data;
        this.#words = ['--port', String(port), '--bind', '0.0.0.0', '--data-dir', data, ...words];
        this.#environment = { ...process.env, QT_QPA_PLATFORM: 'offscreen', ASAN_OPTIONS: 'detect_leaks=0', ...environment };
    }

    /**
     * @param {string[]} words segued's options
     * @param {Record<string, string>} [environment]
     */
    static async start(words, environment = {}) {
        const hub = new Hub(await mkdtemp(join(tmpdir(), 'segue-hub-')), words, environment);
        await hub.start();
        return hub;
    }

    async start() {
        this.#program = new Running(segued, this.#words, this.#environment);
        await this.#program.printed(/^ready (\S+)$/m);
    }

    async stop() {
        await this.#program?.stop();
    }

    /** As when the power fails. */
    async kill() {
        await this.#program?.stop('SIGKILL');
    }

    /** Stops it and takes its data away. */
    async remove() {
        await this.stop();
        await rm(this.#data, { recursive: true, force: true });
    }

    get log() {
        return this.#program?.log ?? '';
    }

    /**
     * As this machine's owner lets somebody in.
     * @param {string} role
     * @returns {Promise<string>} the token
     */
    async letIn(role) {
        const name = `phone-${++this.#letIn}`;
        const path = '/api/v1/pairing/requests';
        const { body: { request: id, secret } } = await this.ask('POST', path, { name, device: name });
        await this.ask('POST', `${path}/${id}/allow`, { role });
        const { body } = await this.ask('POST', `${path}/${id}`, { secret, keep: 'token' });
        return body.token;
    }

    /**
     * As this machine's owner.
     * @param {string} method
     * @param {string} path
     * @param {unknown} [body]
     * @returns {Promise<Answer>}
     */
    async ask(method, path, body) {
        const text = body === undefined ? undefined : JSON.stringify(body);
        const headers = text === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) };
        return new Promise((resolve, reject) => {
            const asking = request(this.here + path, { method, headers, agent: false }, (response) => {
                let answer = '';
                response.setEncoding('utf8').on('data', (piece) => answer += piece).on('error', reject).on('end', () => {
                    resolve({ status: response.statusCode ?? 0, body: answer ? JSON.parse(answer) : undefined });
                });
            });
            asking.on('error', reject);
            asking.end(text);
        });
    }

    /**
     * Once the library has been scanned.
     * @param {number} count how many tracks it will have
     * @returns {Promise<{ id: number, title: string, album_id: number, artist_id: number }[]>}
     */
    async tracks(count) {
        const answer = await asked(() => this.ask('GET', '/api/v1/tracks'), ({ body }) => body.total === count,
                                   `the library has ${count} tracks`);
        return answer.body.items;
    }
}
