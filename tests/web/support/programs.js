// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';

import { Changing, within } from './waiting.js';

/**
 * Runs a program to its end.
 * @param {string} program
 * @param {string[]} words
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {Promise<string>} what it printed; rejects where it fails
 */
export async function run(program, words, environment = process.env) {
    const running = new Running(program, words, environment);
    const code = await running.ended();
    if (code !== 0)
        throw new Error(`${program} ${words.join(' ')} ended with ${code}: ${running.log}`);
    return running.output;
}

/** A program that runs beside the test. It is killed when the test's own process dies, however it does. */
export class Running extends Changing {
    output = '';
    /** What it said on its standard error. */
    log = '';
    /** @type {number | string | undefined} exit code, or the signal that ended it; nothing while it runs */
    end;

    #child;

    /**
     * @param {string} program
     * @param {string[]} words
     * @param {NodeJS.ProcessEnv} [environment]
     */
    constructor(program, words, environment = process.env) {
        super();
        this.#child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', program, ...words],
                            { env: environment, stdio: ['pipe', 'pipe', 'pipe'] });
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
        return this.until(() => {
            const match = this.output.match(pattern);
            if (!match && this.end !== undefined)
                throw new Error(`It ended with ${this.end} and without printing ${pattern}: ${this.log}`);
            return match ?? undefined;
        }, () => `${pattern} printed; the log: ${this.log}`);
    }

    /** @returns {Promise<number | string>} */
    ended() {
        return this.until(() => this.end, () => `the program ends; the log: ${this.log}`);
    }

    /**
     * @param {NodeJS.Signals} [signal]
     * @returns {Promise<number | string>}
     */
    async stop(signal = 'SIGTERM') {
        if (this.end === undefined)
            this.#child.kill(signal);
        try {
            return await within(this.ended(), 'the program ends');
        } finally {
            this.#child.kill('SIGKILL');
        }
    }

    /** @param {number | string} end */
    #ended(end) {
        this.end = end;
        this.changed();
    }
}
