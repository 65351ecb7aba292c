// SPDX-License-Identifier: Apache-2.0

const silence = new URL('../../silence.wav', import.meta.url).href;

/** One <audio> element and what it holds. */
export class Deck {
    audio = new Audio();
    track = 0;
    playId = 0;
    failed = false;
    /** What it was last told: a pause nobody here asked for is an interruption. */
    shouldPlay = false;
    #transcoded = false;
    /** Milliseconds; kept until the file is known well enough to go there. @type {number | null} */
    #goal = null;
    #goalSince = 0;

    /**
     * @param {{ended: (deck: Deck) => void, failed: (deck: Deck) => void, interrupted: (deck: Deck) => void,
     *     changed: (deck: Deck) => void, blocked: (deck: Deck) => void}} owner
     */
    constructor(owner) {
        this.owner = owner;
        this.audio.preload = 'auto';
        this.audio.addEventListener('loadedmetadata', () => this.#reach());
        this.audio.addEventListener('ended', () => this.track && owner.ended(this));
        this.audio.addEventListener('error', () => this.#broken());
        for (const name of ['playing', 'pause', 'waiting', 'canplay', 'seeked'])
            this.audio.addEventListener(name, () => this.track && owner.changed(this));
        this.audio.addEventListener('pause', () => {
            if (this.track && this.shouldPlay && !this.audio.ended && !this.failed)
                owner.interrupted(this);
        });
    }

    /** To be called at a tap: only then may the element sound by itself later. */
    unlock() {
        if (this.track)
            return;
        this.audio.src = silence;
        this.audio.play().catch(() => {}); // the first real one says it, if it is not allowed
    }

    /** @param {number} track */
    load(track) {
        this.shouldPlay = false;
        this.track = track;
        this.playId = 0;
        this.failed = false;
        this.#transcoded = false;
        this.#goal = null;
        this.audio.src = `/media/${track}`;
        this.audio.playbackRate = 1;
    }

    unload() {
        this.shouldPlay = false;
        this.track = 0;
        this.playId = 0;
        this.failed = false;
        this.audio.pause();
        this.audio.removeAttribute('src');
        this.audio.load();
    }

    /** Milliseconds. */
    get position() {
        return this.#goal === null ? this.audio.currentTime * 1000 : this.#goalNow();
    }

    /** It can be believed where it is. */
    get ready() {
        return this.#goal === null && !this.audio.seeking && this.audio.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA;
    }

    /** @param {number} position milliseconds */
    seek(position) {
        this.#goal = position;
        this.#goalSince = performance.now();
        this.audio.playbackRate = 1;
        this.#reach();
    }

    play() {
        this.shouldPlay = true;
        this.audio.play().catch(error => {
            if (error.name === 'NotAllowedError')
                this.owner.blocked(this);
        });
    }

    pause() {
        this.shouldPlay = false;
        this.audio.pause();
    }

    /** While the file loads the others go on. From the first note on nothing is to be missed. */
    #goalNow() {
        const goal = this.#goal ?? 0;
        return this.shouldPlay && goal > 0 ? goal + performance.now() - this.#goalSince : goal;
    }

    #reach() {
        if (this.#goal === null || this.audio.readyState < HTMLMediaElement.HAVE_METADATA)
            return;
        this.audio.currentTime = this.#goalNow() / 1000;
        this.#goal = null;
    }

    /** What this browser cannot decode the hub may turn into something every browser can. */
    #broken() {
        if (!this.track)
            return;
        if (this.#transcoded) {
            this.failed = true;
            this.owner.failed(this);
            return;
        }
        this.#transcoded = true;
        const again = this.shouldPlay;
        if (this.#goal === null)
            this.seek(this.audio.currentTime * 1000);
        this.audio.src = `/media/${this.track}?format=mp3`;
        if (again)
            this.play();
    }
}
