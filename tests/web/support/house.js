// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openBrowser, Phone } from './browser.js';
import { Firefox } from './firefox.js';
import { Hub } from './hub.js';
import { makeTunes } from './music.js';
import { NativeClient } from './native.js';
import { PhonesNetwork } from './network.js';
import { SoundServer } from './sound.js';

/** What the phones' browser plays to. */
const phonesSink = 'phones';
/** What the hub plays to. */
const deskSink = 'desk';

/** Everything a test needs: music, a hub that has it, and phones whose sound can be heard. */
export class House {
    /** @type {(() => Promise<void> | void)[]} */
    #undo = [];
    /** @type {SoundServer | undefined} */
    #sound;
    /** @type {PhonesNetwork | undefined} */
    #network;
    /** @type {Hub | undefined} */
    #hub;
    /** @type {import('./browser.js').Browser | undefined} */
    #browser;
    /** The tunes as the hub's library has them. @type {Awaited<ReturnType<Hub['tracks']>>} */
    tracks = [];

    /**
     * @param {{ words?: string[], music?: (folder: string) => Promise<number> }} [options] words: more of segued's options;
     *     music: makes it in the folder, and tells how many tracks there are
     */
    static async open({ words = ['--no-audio'], music = makeTunes } = {}) {
        const house = new House();
        try {
            await house.#open(words, music);
        } catch (error) {
            await house.close();
            throw error;
        }
        return house;
    }

    /**
     * @param {string[]} words
     * @param {(folder: string) => Promise<number>} makeMusic
     */
    async #open(words, makeMusic) {
        const music = await mkdtemp(join(tmpdir(), 'segue-music-'));
        this.#undo.push(() => rm(music, { recursive: true, force: true }));
        const count = await makeMusic(music);
        const sound = this.#sound = await SoundServer.start([deskSink, phonesSink]);
        this.#undo.push(() => sound.stop());
        const network = this.#network = await PhonesNetwork.open();
        this.#undo.push(() => network.close());
        const hub = this.#hub = await Hub.start(['--music', music, ...words], sound.environment());
        this.#undo.push(() => hub.remove());
        this.tracks = await hub.tracks(count);
        const browser = this.#browser = await openBrowser(network, sound.environment(phonesSink));
        this.#undo.push(() => browser.close());
    }

    get hub() {
        return there(this.#hub);
    }

    get network() {
        return there(this.#network);
    }

    get browser() {
        return there(this.#browser);
    }

    /** @param {string} title of a tune */
    track(title) {
        return there(this.tracks.find((track) => track.title === title));
    }

    /** @param {string} title of a tune */
    trackId(title) {
        return this.track(title).id;
    }

    /** @param {Omit<NonNullable<Parameters<typeof Phone.open>[2]>, 'token'> & { role?: string }} [options] */
    async pairedPhone({ role = 'controller', ...options } = {}) {
        return Phone.open(this.browser, this.hub, { ...options, token: await this.hub.letIn(role) });
    }

    /** A paired one, at the page. */
    async firefox() {
        const firefox = await Firefox.open(this.network, there(this.#sound).environment(phonesSink));
        this.#undo.push(() => firefox.close());
        await firefox.pair(await this.hub.letIn('controller'));
        await firefox.goto(`${this.hub.address}/`);
        return firefox;
    }

    /** Somebody else who sees the session and may change it. */
    async watcher() {
        const watcher = await NativeClient.join(this.hub.here, 'watcher');
        this.#undo.push(() => watcher.close());
        return watcher;
    }

    /** Listens to what the phones play. */
    phonesSound() {
        return this.#record(phonesSink);
    }

    /** Listens to what the hub plays. */
    deskSound() {
        return this.#record(deskSink);
    }

    async close() {
        for (const undo of this.#undo.splice(0).reverse())
            await undo();
    }

    /** @param {string} sink */
    #record(sink) {
        const recorder = there(this.#sound).record(sink);
        this.#undo.push(() => recorder.stop());
        return recorder;
    }
}

/**
 * @template T
 * @param {T | undefined} thing
 * @returns {T}
 */
function there(thing) {
    if (thing === undefined)
        throw new Error('It is not there: has the house been opened?');
    return thing;
}
