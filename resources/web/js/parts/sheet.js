// SPDX-License-Identifier: Apache-2.0
import { h, icon, iconButton } from './dom.js';
import { t } from '../texts/texts.js';

/** Safari before 15.4 has no <dialog>, and before 15.5 no inert: what is below is hidden from readers in both ways. */

/** @type {(() => void)[]} */
const open = [];

/** @param {boolean} hidden */
function hideRest(hidden) {
    for (const part of document.querySelectorAll('#app > *')) {
        part.toggleAttribute('inert', hidden);
        if (hidden)
            part.setAttribute('aria-hidden', 'true');
        else
            part.removeAttribute('aria-hidden');
    }
}

/** @param {HTMLElement} box @param {KeyboardEvent} event */
function keepFocus(box, event) {
    const stops = [...box.querySelectorAll('button, input, select, a[href], [tabindex="0"]')]
        .filter(stop => !stop.hasAttribute('disabled') && stop.getClientRects().length > 0);
    const first = /** @type {HTMLElement | undefined} */ (stops[0]);
    const last = /** @type {HTMLElement | undefined} */ (stops[stops.length - 1]);
    if (event.shiftKey && document.activeElement === first) {
        last?.focus();
        event.preventDefault();
    } else if (!event.shiftKey && document.activeElement === last) {
        first?.focus();
        event.preventDefault();
    }
}

/**
 * Something over the page that is closed again.
 * @param {string} title
 * @param {(close: () => void, signal: AbortSignal) => (Node | null | false)[]} content
 * @param {{closed?: () => void}} [how]
 * @returns {() => void} closes it
 */
export function sheet(title, content, how = {}) {
    const before = /** @type {HTMLElement | null} */ (document.activeElement);
    const ended = new AbortController();
    const heading = h('h2', { id: `sheet-${open.length}`, tabindex: -1 }, title);
    const box = h('div', { class: 'sheet', role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': heading.id },
        h('div', { class: 'sheet-head' }, heading, iconButton(t('close'), 'remove', () => close())),
        h('div', { class: 'sheet-body' }, ...content(close, ended.signal)));
    const shade = h('div', { class: 'shade' }, box);

    function close() {
        if (ended.signal.aborted)
            return;
        ended.abort();
        open.splice(open.indexOf(close), 1);
        shade.remove();
        if (open.length === 0)
            hideRest(false);
        before?.focus?.();
        how.closed?.();
    }
    shade.addEventListener('click', event => event.target === shade && close());
    shade.addEventListener('keydown', event => {
        if (event.key === 'Escape') {
            event.stopPropagation();
            close();
        } else if (event.key === 'Tab') {
            keepFocus(box, event);
        }
    });
    hideRest(true);
    document.body.append(shade);
    open.push(close);
    heading.focus();
    return close;
}

/** Where one goes to another page nothing stays over it. */
export function closeSheets() {
    [...open].reverse().forEach(close => close());
}

/**
 * One line of a menu.
 * @param {string} label
 * @param {string} iconName
 * @param {() => void} chosen
 */
export function menuEntry(label, iconName, chosen) {
    return h('button', { type: 'button', class: 'menu-entry', onclick: chosen }, icon(iconName), h('span', {}, label));
}

/**
 * @param {string} title
 * @param {({label: string, icon: string, act: () => void} | null | false | undefined)[]} entries
 */
export function menu(title, entries) {
    sheet(title, close => entries.map(entry => entry && menuEntry(entry.label, entry.icon, () => {
        close();
        entry.act();
    })).map(entry => entry || null));
}
