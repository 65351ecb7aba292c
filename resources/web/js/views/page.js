// SPDX-License-Identifier: Apache-2.0
import { h, iconButton } from '../parts/dom.js';
import { t } from '../texts/texts.js';

/**
 * @typedef {(app: import('../app.js').App, id: string, signal: AbortSignal) => HTMLElement} View ends with its signal
 */

/**
 * What every page has: a heading, what can be done, and the rest.
 * @param {string} title
 * @param {{back?: () => void, actions?: (Node | null | false)[], wide?: boolean}} how
 * @param {(Node | null | false)[]} content
 */
export function page(title, how, ...content) {
    const heading = h('h1', { tabindex: -1 }, title);
    return h('div', { class: 'page' },
        h('header', { class: 'page-head' },
            how.back ? iconButton(t('back'), 'back', how.back) : null,
            heading,
            h('div', { class: 'page-actions' }, ...(how.actions ?? []))),
        ...content);
}

/** @param {string} sentence @param {string} [hint] */
export function empty(sentence, hint) {
    return h('div', { class: 'empty' }, h('p', {}, sentence), hint ? h('p', { class: 'dim' }, hint) : null);
}

/**
 * Shows what is read from the hub, or why it cannot be.
 * @template T
 * @param {HTMLElement} place
 * @param {() => Promise<T>} read
 * @param {(answer: T) => (Node | null | false)[]} show
 * @param {AbortSignal} signal
 */
export async function fill(place, read, show, signal) {
    place.setAttribute('aria-busy', 'true');
    try {
        const answer = await read();
        if (!signal.aborted)
            place.replaceChildren(...show(answer).filter(/** @returns {node is Node} */ node => Boolean(node)));
    } catch (error) {
        if (!signal.aborted)
            place.replaceChildren(failure(error, () => fill(place, read, show, signal)));
    }
    place.removeAttribute('aria-busy');
}

/** @param {unknown} error @param {() => void} again */
export function failure(error, again) {
    const why = /** @type {{status?: number, message?: string}} */ (error);
    const sentence = why.status === 404 ? t('notHere') : why.status ? String(why.message) : t('unreachable');
    return h('div', { class: 'empty', role: 'alert' }, h('p', {}, sentence),
        h('button', { type: 'button', class: 'button', onclick: again }, t('tryAgain')));
}
