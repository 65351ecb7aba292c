// SPDX-License-Identifier: Apache-2.0
// The test runs in a network of its own (run.sh), which has the hub's machine and, behind a cable, the phones: whoever
// calls from there is a stranger, and its pages are not on a loopback address, where browsers allow more.
import { fileURLToPath } from 'node:url';

import { run, Running } from './programs.js';

/** The hub's address for the phones. */
export const hubAddress = '192.168.77.1';
/** The phones' address for the hub. */
export const phonesAddress = '192.168.77.2';

const cable = 'hub0';
const farEnd = 'phones0';

/** The phones' side. */
export class PhonesNetwork {
    #holder;

    /** @param {Running} holder a program that lives there */
    constructor(holder) {
        this.#holder = holder;
    }

    static async open() {
        const holder = new Running('unshare', ['--net', 'sh', '-c', 'echo there; exec cat']);
        await holder.printed(/there/);
        const there = new PhonesNetwork(holder);
        await run('ip', ['link', 'add', cable, 'type', 'veth', 'peer', 'name', farEnd, 'netns', String(holder.processId)]);
        // An address that IPv6 finds out a second later is a new network for Chromium, which then gives up what it was loading.
        await run('ip', ['link', 'set', cable, 'addrgenmode', 'none']);
        await there.run('ip', ['link', 'set', farEnd, 'addrgenmode', 'none']).succeeded();
        await run('ip', ['address', 'add', `${hubAddress}/24`, 'dev', cable]);
        await run('ip', ['link', 'set', cable, 'up']);
        for (const words of [['address', 'add', `${phonesAddress}/24`, 'dev', farEnd], ['link', 'set', farEnd, 'up'],
                             ['link', 'set', 'lo', 'up']])
            await there.run('ip', words).succeeded();
        return there;
    }

    /** What starts Chromium there: a program and the environment that it needs. */
    get chromium() {
        return {
            executablePath: fileURLToPath(new URL('chromium.sh', import.meta.url)),
            environment: { SEGUE_PHONES_PID: String(this.#holder.processId) },
        };
    }

    /**
     * Starts a program there.
     * @param {string} program
     * @param {string[]} words
     * @param {NodeJS.ProcessEnv} [environment]
     */
    run(program, words, environment) {
        return new Running('nsenter', ['--target', String(this.#holder.processId), '--net', '--', program, ...words], environment);
    }

    /** As when the phones leave the house. */
    async cut() {
        await run('ip', ['link', 'set', cable, 'down']);
    }

    async mend() {
        await run('ip', ['link', 'set', cable, 'up']);
    }

    async close() {
        await this.#holder.stop();
    }
}
