// SPDX-License-Identifier: Apache-2.0
import { remember, remembered } from '../hub/identity.js';

const key = 'segue.volume';

/** On an iPhone only its buttons do that. */
function canSetVolume() {
    const probe = new Audio();
    probe.volume = 0.5;
    return probe.volume === 0.5;
}

/** How loud this browser is: its own, it never travels with the session. */
export class OwnVolume {
    #hub;
    #elements;
    #isOutput;
    #settable = canSetVolume();
    #volume = Math.max(0, Math.min(100, Number(remembered(key) ?? 100)));
    #muted = false;

    /**
     * @param {import('../hub/hub.js').Hub} hub
     * @param {() => HTMLAudioElement[]} elements
     * @param {() => boolean} isOutput
     */
    constructor(hub, elements, isOutput) {
        this.#hub = hub;
        this.#elements = elements;
        this.#isOutput = isOutput;
        hub.changed.on(['volume'], () => this.set(hub.wishedVolume));
    }

    /** For the hub. @returns {{volume?: number, muted: boolean}} */
    word() {
        return this.#settable ? { volume: this.#volume, muted: this.#muted } : { muted: this.#muted };
    }

    apply() {
        for (const element of this.#elements()) {
            element.volume = (this.#volume / 100) ** 2; // as the ear hears it
            element.muted = this.#muted;
        }
    }

    /** @param {{volume?: number, muted?: boolean}} level */
    set(level) {
        if (!this.#isOutput())
            return;
        this.#volume = level.volume ?? this.#volume;
        this.#muted = level.muted ?? this.#muted;
        remember(key, String(this.#volume));
        this.apply();
        this.#hub.send({ type: 'volume', device: this.#hub.ownDevice, ...this.word() });
    }
}
