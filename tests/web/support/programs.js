// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';

import { Changing } from './waiting.js';

/**
 * Runs a program to its end.
 * @param {string} program
 * @param {string[]} words
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {Promise<string>} what it printed; rejects where it fails
 */
export async function run(program, words, environment = process.env) {
    return new Running(program, words, environment).succeeded();
}

/** A program that runs beside the test. It is killed when the test's own process dies, however it does. */
export class Running extends Changing {
    output = '';
    /** What it said on its standard error. */
    log = '';
    /** @type {number | string | undefined} exit code, or the signal that ended it; nothing while it runs */
    end;

    #name;
    #child;

    /**
     * @param {string} program
     * @param {string[]} words
     * @param {NodeJS.ProcessEnv} [environment]
     */
    constructor(program, words, environment = process.env) {
        super();
        this.#name = [program, ...words].join(' ');
        this.#child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', program, ...words],
                            { env: environment, stdio: ['pipe', 'pipe', 'pipe'] });
        // A test that fails need not stop it in order to end.
        for (const handle of [this.#child, ...this.#child.stdio])
            /** @type {{ unref?: () => void } | null} */ (handle)?.unref?.();
        this.#child.stdin.on('error', () => {}); // it has ended: `end` says so
        this.#child.stdout.on('data', (/** @type {Buffer} */ bytes) => {
            this.output += bytes;
            this.changed();
        });
        this.#child.stderr.on('data', (/** @type {Buffer} */ bytes) => {
            this.log += bytes;
            this.changed();
        });
        this.#child.on('error', (error) => this.#ended(error.message));
        this.#child.on('close', (code, signal) => this.#ended(code ?? signal ?? 'nothing'));
    }

    /** @returns {number} */
    get processId() {
        return this.#child.pid ?? 0;
    }

    /**
     * @param {RegExp} pattern
     * @returns {Promise<RegExpMatchArray>} rejects where the program ends without printing it
     */
    printed(pattern) {
        return this.#said(pattern, () => this.output);
    }

    /**
     * The same for its standard error.
     * @param {RegExp} pattern
     */
    saidOnError(pattern) {
        return this.#said(pattern, () => this.log);
    }

    /** @returns {Promise<number | string>} */
    ended() {
        return this.until(() => this.end, () => `${this.#name} ends; its log: ${this.log}`);
    }

    /** @returns {Promise<string>} what it printed; rejects where it fails */
    async succeeded() {
        const code = await this.ended();
        if (code !== 0)
            throw new Error(`${this.#name} ended with ${code}: ${this.log}`);
        return this.output;
    }

    /**
     * @param {NodeJS.Signals} [signal]
     * @returns {Promise<number | string>}
     */
    async stop(signal = 'SIGTERM') {
        if (this.end === undefined)
            this.#child.kill(signal);
        try {
            return await this.ended();
        } finally {
            this.#child.kill('SIGKILL');
        }
    }

    /**
     * @param {RegExp} pattern
     * @param {() => string} said
     */
    #said(pattern, said) {
        return this.until(() => {
            const match = said().match(pattern);
            if (!match && this.end !== undefined)
                throw new Error(`${this.#name} ended with ${this.end} and without saying ${pattern}: ${this.log}`);
            return match ?? undefined;
        }, () => `${pattern} from ${this.#name}; its log: ${this.log}`);
    }

    /** @param {number | string} end */
    #ended(end) {
        this.end = end;
        this.changed();
    }
}
