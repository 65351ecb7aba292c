// SPDX-License-Identifier: Apache-2.0
import { h, textButton } from './dom.js';

const shownFor = 5000; // ms

const place = h('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' });

/** Where sentences appear, and are spoken. */
export const toasts = place;

/**
 * @param {string} sentence
 * @param {{label: string, act: () => void}} [action]
 */
export function toast(sentence, action) {
    const element = h('div', { class: 'toast' }, h('span', {}, sentence));
    const remove = () => element.remove();
    if (action)
        element.append(textButton(action.label, () => {
            remove();
            action.act();
        }, { class: 'plain' }));
    place.replaceChildren(element);
    setTimeout(remove, shownFor);
}
