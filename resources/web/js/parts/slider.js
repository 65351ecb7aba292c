// SPDX-License-Identifier: Apache-2.0
import { h, setAttribute } from './dom.js';

/**
 * @typedef {{element: HTMLInputElement, show: (value: number, spoken: string) => void, setRange: (most: number) => void,
 *     readonly held: boolean}} Slider
 */

/**
 * A slider that is not moved from outside while somebody holds it.
 * @param {{label: string, most: number, step?: number, moved?: (value: number) => void, chosen: (value: number) => void,
 *     spoken: (value: number) => string, class?: string}} how `moved` at each step, `chosen` when it is let go
 * @returns {Slider}
 */
export function slider(how) {
    let held = false;
    const element = h('input', { type: 'range', class: `slider ${how.class ?? ''}`.trim(), min: 0, max: how.most,
        step: how.step ?? 1, value: 0, 'aria-label': how.label });

    function paint() {
        const most = Number(element.max);
        element.style.setProperty('--part', String(most > 0 ? Number(element.value) / most : 0));
        setAttribute(element, 'aria-valuetext', how.spoken(Number(element.value)));
    }
    element.addEventListener('pointerdown', () => (held = true));
    element.addEventListener('input', () => {
        paint();
        how.moved?.(Number(element.value));
    });
    element.addEventListener('change', () => {
        held = false;
        how.chosen(Number(element.value));
    });
    for (const end of ['pointerup', 'pointercancel', 'blur'])
        element.addEventListener(end, () => (held = false));
    paint();

    return {
        element,
        get held() {
            return held;
        },
        show(value) {
            if (held || element.value === String(value))
                return;
            element.value = String(value);
            paint();
        },
        setRange(most) {
            if (element.max === String(most))
                return;
            element.max = String(most);
            paint();
        },
    };
}
