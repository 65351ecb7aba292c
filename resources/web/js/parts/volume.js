// SPDX-License-Identifier: Apache-2.0
import { HeldValue } from '../hub/held.js';
import { t } from '../texts/texts.js';
import { h, iconButton, setAttribute, setIconButton } from './dom.js';
import { slider } from './slider.js';

/**
 * @typedef {import('../app.js').App} App
 * @typedef {import('../types.js').Device} Device
 */

const tellEvery = 100; // ms, while it is dragged

/**
 * A volume: a slider, and a button that mutes.
 * @param {() => {volume?: number, muted?: boolean} | undefined} given in percent; without `volume` it is not shown
 * @param {() => string} label
 * @param {(wish: {volume?: number, muted?: boolean}) => void} say
 */
export function levelControl(given, label, say) {
    const level = new HeldValue();
    const silence = new HeldValue();
    let toldAt = 0;

    /** @param {{volume?: number, muted?: boolean}} wish */
    function tell(wish) {
        toldAt = performance.now();
        say(wish);
    }
    const mute = iconButton(t('mute'), 'volume', () => {
        const muted = mute.getAttribute('aria-pressed') !== 'true';
        silence.want(Number(muted), performance.now());
        tell({ muted });
        update();
    });
    const bar = slider({
        label: label(), most: 100, spoken: value => t('percent', { n: value }), class: 'volume',
        moved: value => {
            level.want(value, performance.now());
            if (performance.now() - toldAt >= tellEvery)
                tell({ volume: value });
        },
        chosen: value => {
            level.want(value, performance.now());
            tell({ volume: value });
        },
    });
    const element = h('div', { class: 'volume-control', role: 'group', 'aria-label': label() }, mute, bar.element);

    function update() {
        const shown = given();
        element.hidden = shown?.volume === undefined;
        if (shown?.volume === undefined)
            return;
        const now = performance.now();
        const muted = Boolean(silence.shown(Number(Boolean(shown.muted)), now));
        bar.show(level.shown(shown.volume, now), '');
        setAttribute(mute, 'aria-pressed', String(muted));
        setIconButton(mute, t('mute'), muted ? 'muted' : 'volume');
        setAttribute(bar.element, 'aria-label', label());
        setAttribute(element, 'aria-label', label());
    }
    /** It was refused. */
    function drop() {
        level.drop();
        silence.drop();
        update();
    }
    update();
    return { element, update, drop };
}

/**
 * How loud one device is.
 * @param {App} app
 * @param {() => Device | undefined} device
 * @param {() => string} label
 * @param {AbortSignal} signal
 */
export function volumeControl(app, device, label, signal) {
    const control = levelControl(device, label, wish => {
        const to = device();
        if (to && to.id === app.hub.ownDevice && app.listener.on)
            app.listener.setVolume(wish);
        else if (to)
            app.commands.volume(to.id, wish);
    });
    app.hub.changed.on(['devices', 'status'], control.update, signal);
    app.hub.changed.on(['fault'], () => {
        if (app.hub.fault?.command === 'volume')
            control.drop();
    }, signal);
    return control.element;
}

/** Of what is heard: this device where it sounds, otherwise the one that does. @param {App} app @param {AbortSignal} signal */
export function playingVolume(app, signal) {
    const heard = () => {
        const sounding = app.hub.devices.filter(device => device.output && device.active !== false);
        return sounding.find(device => device.id === app.hub.ownDevice) ?? (sounding.length === 1 ? sounding[0] : undefined);
    };
    return volumeControl(app, heard, () => t('volume'), signal);
}
