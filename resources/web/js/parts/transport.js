// SPDX-License-Identifier: Apache-2.0
import { nextRepeat } from '../hub/session.js';
import { duration, spokenDuration, t } from '../texts/texts.js';
import { h, iconButton, setAttribute, setIconButton, setText } from './dom.js';
import { slider } from './slider.js';

/** @typedef {import('../app.js').App} App */

const answerWithin = 1000; // ms

/** @param {App} app @param {AbortSignal} signal */
export function playButton(app, signal) {
    const button = iconButton(t('play'), 'play', () => {
        app.listener.touched();
        app.commands.toggle();
    }, { class: 'icon-button play-button' });
    const update = () => {
        setIconButton(button, app.hub.playing ? t('pause') : t('play'), app.hub.playing ? 'pause' : 'play');
        button.disabled = !app.hub.live || !app.hub.state?.player || !app.mayControl;
    };
    app.hub.changed.on(['state', 'status'], update, signal);
    update();
    return button;
}

/**
 * @param {App} app
 * @param {string} label
 * @param {string} iconName
 * @param {() => void} clicked
 * @param {AbortSignal} signal
 */
export function stepButton(app, label, iconName, clicked, signal) {
    const button = iconButton(label, iconName, clicked);
    const update = () => {
        button.disabled = !app.hub.live || !app.hub.state?.player || !app.mayControl;
    };
    app.hub.changed.on(['state', 'status'], update, signal);
    update();
    return button;
}

/** @param {App} app @param {AbortSignal} signal */
export const nextButton = (app, signal) => stepButton(app, t('next'), 'next', () => app.commands.next(), signal);

/** @param {App} app @param {AbortSignal} signal */
export const previousButton = (app, signal) =>
    stepButton(app, t('previous'), 'previous', () => app.commands.previous(), signal);

/** Shuffle, previous, play, next, repeat. @param {App} app @param {AbortSignal} signal */
export function transport(app, signal) {
    const shuffle = iconButton(t('shuffle'), 'shuffle', () => app.commands.modes({ shuffle: !app.hub.state?.modes.shuffle }));
    const repeat = iconButton(t('repeatOff'), 'repeat', () =>
        app.commands.modes({ repeat: nextRepeat(app.hub.state?.modes.repeat ?? 'off') }));
    const update = () => {
        const modes = app.hub.state?.modes;
        const mode = modes?.repeat ?? 'off';
        setAttribute(shuffle, 'aria-pressed', String(Boolean(modes?.shuffle)));
        setIconButton(repeat, t(mode === 'off' ? 'repeatOff' : mode === 'all' ? 'repeatAll' : 'repeatOne'),
            mode === 'one' ? 'repeat-one' : 'repeat');
        repeat.classList.toggle('is-on', mode !== 'off');
        shuffle.disabled = repeat.disabled = !app.hub.live || !app.mayControl;
    };
    app.hub.changed.on(['state', 'status'], update, signal);
    update();
    return h('div', { class: 'transport', role: 'group', 'aria-label': t('transport') }, shuffle, previousButton(app, signal),
        playButton(app, signal), nextButton(app, signal), repeat);
}

/** The position, which can be moved. @param {App} app @param {AbortSignal} signal */
export function seekBar(app, signal) {
    const now = h('span', { class: 'time' });
    const all = h('span', { class: 'time' });
    const bar = slider({
        label: t('position'), most: 0, step: 1000, class: 'seek',
        spoken: value => t('positionOf', { now: spokenDuration(value), all: spokenDuration(app.hub.state?.player?.duration_ms ?? 0) }),
        moved: value => setText(now, duration(value)),
        chosen: value => {
            waitingUntil = performance.now() + answerWithin;
            app.commands.seek(value);
        },
    });
    let frame = 0;
    let waitingUntil = 0; // it stays where it was put until the hub answers
    function update() {
        const player = app.hub.state?.player;
        const length = player?.duration_ms ?? 0;
        const position = app.hub.position();
        bar.setRange(Math.ceil(length / 1000) * 1000);
        bar.element.disabled = !app.hub.live || !player || length === 0 || !app.mayControl;
        if (!bar.held && performance.now() >= waitingUntil) {
            bar.show(Math.floor(position / 1000) * 1000, '');
            setText(now, player ? duration(position) : '');
        }
        setText(all, length > 0 ? duration(length) : '');
    }
    function tick() {
        frame = 0;
        update();
        // A hidden page's frames do not come; the next one does when it is seen again.
        if (app.hub.playing && !signal.aborted)
            frame = window.setTimeout(() => requestAnimationFrame(tick), 1000 - (app.hub.position() % 1000) + 10);
    }
    const restart = () => {
        waitingUntil = 0;
        clearTimeout(frame);
        tick();
    };
    app.hub.changed.on(['state', 'status'], restart, signal);
    signal.addEventListener('abort', () => clearTimeout(frame));
    restart();
    return h('div', { class: 'seek-bar' }, now, bar.element, all);
}
