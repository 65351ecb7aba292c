// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';

import { tuneAt } from './music.js';
import { run, Running } from './programs.js';
import { asked, Changing } from './waiting.js';

const sampleRate = 44_100;
const listenedMs = 500; // the newest sound, of which pitch and loudness are told
const nowMs = 20; // of it, where a beginning is looked for
const silentBelow = 0.001;
const steadyWithinHz = 20; // a tune rises by 2.5 from one half to the other

/** A real PulseAudio of its own with null sinks. */
export class SoundServer {
    #folder;
    #server;

    /**
     * @param {string} folder
     * @param {Running} server
     */
    constructor(folder, server) {
        this.#folder = folder;
        this.#server = server;
    }

    /** @param {string[]} sinks their names; the first is what plays what names none */
    static async start(sinks) {
        const folder = await mkdtemp(join(tmpdir(), 'segue-sound-'));
        const words = ['-n', '--daemonize=no', '--exit-idle-time=-1', '--disable-shm=1', '--use-pid-file=no',
                       '-L', `module-native-protocol-unix auth-anonymous=1 socket=${join(folder, 'native')}`];
        for (const sink of sinks)
            words.push('-L', `module-null-sink sink_name=${sink} rate=${sampleRate} norewinds=1`);
        const sound = new SoundServer(folder, new Running('pulseaudio', words, { ...process.env, ...where(folder) }));
        await asked(() => sound.#answers(), (answers) => answers, 'pulseaudio answers');
        return sound;
    }

    /**
     * What a program needs in order to play here and nowhere else.
     * @param {string} [sink]
     * @returns {Record<string, string>}
     */
    environment(sink) {
        return { ...where(this.#folder), ...(sink ? { PULSE_SINK: sink } : {}) };
    }

    /** @param {string} sink */
    record(sink) {
        return new Recorder(sink, { ...process.env, ...this.environment() });
    }

    async stop() {
        await this.#server.stop();
        await rm(this.#folder, { recursive: true, force: true });
    }

    async #answers() {
        if (this.#server.end !== undefined)
            throw new Error(`pulseaudio ended: ${this.#server.log}`);
        return run('pactl', ['info'], { ...process.env, ...this.environment() }).then(() => true, () => false);
    }
}

/**
 * @typedef {object} Heard the newest half second
 * @property {number} loudness root of the mean square; 1 is the most there is
 * @property {number} hertz 0 where it is silent or not one tone
 * @property {string} title of the tune that has this pitch; empty where none has
 * @property {number} positionMs where in that tune
 */

/** Listens to a sink from now on. */
export class Recorder extends Changing {
    /** The last tune there was. @type {Heard | undefined} */
    lastTune;

    #samples = new Int16Array(sampleRate * listenedMs / 1000);
    #filled = 0;
    #rest = Buffer.alloc(0);
    #parec;

    /**
     * @param {string} sink
     * @param {NodeJS.ProcessEnv} environment
     */
    constructor(sink, environment) {
        super();
        const words = [`--device=${sink}.monitor`, '--raw', '--format=s16le', `--rate=${sampleRate}`, '--channels=1',
                       '--latency-msec=20'];
        this.#parec = spawn('setpriv', ['--pdeathsig', 'KILL', '--', 'parec', ...words],
                            { env: environment, stdio: ['ignore', 'pipe', 'ignore'] });
        this.#parec.stdout.on('data', (/** @type {Buffer} */ bytes) => this.#take(bytes));
    }

    stop() {
        this.#parec.kill();
    }

    /** @returns {Heard | undefined} nothing before the first half second */
    heard() {
        if (this.#filled < this.#samples.length)
            return undefined;
        const loudness = loudnessOf(this.#samples);
        const hertz = loudness < silentBelow ? 0 : steadyPitchOf(this.#samples);
        const { title, positionMs } = tuneAt(hertz) ?? { title: '', positionMs: 0 };
        return { loudness, hertz, title, positionMs };
    }

    /** Loudness of the very newest sound alone. */
    loudNow() {
        return loudnessOf(this.#samples.subarray(-sampleRate * nowMs / 1000));
    }

    /**
     * @param {(heard: Heard) => boolean} isRight
     * @param {string} what
     * @returns {Promise<Heard>}
     */
    hears(isRight, what) {
        const look = () => {
            const heard = this.heard();
            return heard && isRight(heard) ? heard : undefined;
        };
        return this.until(look, () => `${what}; heard: ${JSON.stringify(this.heard())}`);
    }

    /** @param {string} title */
    hearsTune(title) {
        return this.hears((heard) => heard.title === title, `${title} is heard`);
    }

    hearsNothing() {
        return this.hears((heard) => heard.loudness < silentBelow, 'half a second of silence');
    }

    /** @param {Buffer} bytes */
    #take(bytes) {
        const all = Buffer.concat([this.#rest, bytes]);
        const count = all.length >> 1;
        this.#rest = all.subarray(count * 2);
        const kept = Math.min(count, this.#samples.length);
        this.#samples.copyWithin(0, kept);
        for (let index = 0; index < kept; ++index)
            this.#samples[this.#samples.length - kept + index] = all.readInt16LE((count - kept + index) * 2);
        this.#filled += kept;
        const heard = this.heard();
        if (heard?.title)
            this.lastTune = heard;
        this.changed();
    }
}

/**
 * @param {string} folder
 * @returns {Record<string, string>}
 */
function where(folder) {
    return { HOME: folder, PULSE_RUNTIME_PATH: folder, PULSE_SERVER: `unix:${join(folder, 'native')}`, PULSE_SINK: '' };
}

/** @param {Int16Array} samples */
function loudnessOf(samples) {
    return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length) / 32_768;
}

/**
 * 0 where the first half has another one than the second: music begins there, or somebody jumps.
 * @param {Int16Array} samples
 */
function steadyPitchOf(samples) {
    const middle = samples.length / 2;
    const first = pitchOf(samples.subarray(0, middle));
    const second = pitchOf(samples.subarray(middle));
    return Math.abs(first - second) < steadyWithinHz ? (first + second) / 2 : 0;
}

/**
 * By the moments at which a pure tone rises through zero.
 * @param {Int16Array} samples
 */
function pitchOf(samples) {
    let first = 0;
    let last = 0;
    let count = 0;
    for (let index = 1; index < samples.length; ++index) {
        const before = samples[index - 1] ?? 0;
        const after = samples[index] ?? 0;
        if (before >= 0 || after < 0)
            continue;
        last = index - after / (after - before);
        if (count++ === 0)
            first = last;
    }
    return count > 1 ? (count - 1) / (last - first) * sampleRate : 0;
}
