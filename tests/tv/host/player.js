// SPDX-License-Identifier: Apache-2.0
// The app's player: a playlist, a real <audio> element, the documented events and triggers.
import { load } from './loading.js';

const stopped = 1;
const playing = 2;
const paused = 3;

export class Player {
    items = [];
    index = -1;
    volume = 100;
    muted = false;
    label = '';
    #state = stopped;
    #url = '';
    #ended = false;
    #attempt = 0;

    /**
     * @param {HTMLAudioElement} audio
     * @param {{ emit: (event: object) => void, execute: (action: string) => void, problem: (text: string) => void }} app
     */
    constructor(audio, app) {
        this.audio = audio;
        this.app = app;
        audio.addEventListener('ended', () => this.#atEnd());
        audio.addEventListener('error', () => {
            if (this.#state !== stopped && audio.getAttribute('src'))
                this.stop();
        });
        audio.addEventListener('playing', () => this.onPlaying?.(performance.timeOrigin + performance.now()));
    }

    get item() {
        return this.items[this.index];
    }

    get data() {
        const { audio } = this;
        return { state: this.#state, position: audio.currentTime || 0, duration: Number.isFinite(audio.duration) ? audio.duration : 0, speed: 1,
            ended: this.#ended };
    }

    get info() {
        const { item } = this;
        return item && { id: item.id ?? null, index: this.index, number: this.index + 1, count: this.items.length, listIndex: this.index,
            listSize: this.items.length, type: 'audio', url: this.#url, label: this.label };
    }

    /** What requestData("video") tells. */
    get video() {
        return { info: this.info ?? null, data: this.data, volume: { type: 'player', level: this.volume, muted: this.muted }, scene: 'foreground' };
    }

    async playlist(url) {
        const page = await load(url);
        if (!page.items?.length)
            throw new Error(`${url} has no items: ${JSON.stringify(page)}`);
        this.stop();
        this.items = (page.items ?? []).map((item) => ({ ...page.template, ...item, properties: { ...page.template?.properties, ...item.properties } }));
        this.index = -1;
        this.app.execute(page.action ?? 'player:play');
    }

    single(action) {
        this.stop();
        this.items = [{ action }];
        this.#start(0);
    }

    goto(id) {
        const index = this.items.findIndex((item) => String(item.id) === id);
        if (index < 0)
            this.app.problem(`there is no item ${id} in the playlist`);
        else
            this.#start(index);
    }

    step(by) {
        if (this.items.length)
            this.#start((this.index + by + this.items.length) % this.items.length);
    }

    play() {
        if (this.index < 0 || this.#state === stopped)
            this.#start(Math.max(0, this.index));
        else if (this.#state === paused)
            this.#become('play', playing, () => this.audio.play());
    }

    pause() {
        if (this.#state === playing)
            this.#become('pause', paused, () => this.audio.pause());
    }

    playPause() {
        if (this.#state === playing)
            this.pause();
        else
            this.play();
    }

    seek(seconds) {
        if (this.#state === stopped)
            return;
        const data = this.data;
        this.audio.currentTime = seconds;
        this.app.emit({ event: 'video:seek', position: seconds, data });
    }

    restart() {
        const data = this.data;
        this.audio.currentTime = 0;
        this.app.emit({ event: 'video:restart', data });
    }

    stop() {
        this.#attempt += 1;
        if (this.#state === stopped)
            return;
        const data = this.data;
        this.#state = stopped;
        this.#trigger('stop');
        this.app.emit({ event: 'video:stop', data });
        this.#ended = false;
        this.audio.pause();
        this.audio.removeAttribute('src');
        this.audio.load();
    }

    setVolume(volume, muted = this.muted) {
        this.volume = volume;
        this.muted = muted;
        this.audio.volume = volume / 100;
        this.audio.muted = muted;
        this.app.emit({ event: 'video:volume', volume, muted });
    }

    #become(event, state, does) {
        const data = this.data;
        does();
        this.#state = state;
        this.app.emit({ event: `video:${event}`, data });
        this.#trigger(event);
    }

    async #start(index) {
        this.stop();
        const attempt = ++this.#attempt;
        const data = this.data;
        this.index = index;
        const { item } = this;
        this.label = item.playerLabel ?? item.label ?? '';
        try {
            this.#url = await this.#address(item);
        } catch (error) {
            this.app.problem(`${error}`);
            return;
        }
        if (attempt !== this.#attempt)
            return;
        this.app.emit({ event: 'video:load', info: this.info, data });
        this.audio.src = this.#url;
        this.audio.volume = this.volume / 100;
        await new Promise((done) => this.audio.addEventListener('loadedmetadata', done, { once: true }));
        if (attempt !== this.#attempt)
            return;
        this.#trigger('ready');
        const from = Number(item.properties?.['resume:position'] ?? 0);
        if (from > 0)
            this.audio.currentTime = from;
        this.#trigger('start');
        this.#become('play', playing, () => this.audio.play());
    }

    async #address(item) {
        const [, resolve, url] = /^audio:(resolve:)?(.*)$/.exec(item.action) ?? [];
        if (!resolve)
            return url;
        const found = await load(url.replace('{PLATFORM}', 'tizen').replace('{PLAYER}', 'html5x'));
        this.label = found.label ?? this.label;
        Object.assign(item.properties ??= {}, found.properties);
        return found.url;
    }

    #atEnd() {
        this.#ended = true;
        const { item } = this;
        this.stop();
        if (item.properties?.['trigger:end'])
            this.app.execute(item.properties['trigger:end']);
        const next = item.properties?.['trigger:complete'] ?? (this.index + 1 < this.items.length ? 'player:auto:next' : '');
        if (next)
            this.app.execute(next);
    }

    #trigger(name) {
        const action = this.item?.properties?.[`trigger:${name}`];
        if (action)
            this.app.execute(action);
    }
}
