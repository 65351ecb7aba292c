// SPDX-License-Identifier: Apache-2.0
import { hearEvents } from '../hub/events.js';
import { h } from '../parts/dom.js';
import { t } from '../texts/texts.js';
import { empty, page } from './page.js';

/** @typedef {import('../hub/events.js').HubEvent} HubEvent */

const shownAtMost = 200;

/** What an event is about, in words a person would look for. @param {HubEvent} event */
function subjectOf(event) {
    const { player, sink, sink_input: input, library, devices } = event.data;
    if (player)
        return [player.name, player.current_track?.name].filter(Boolean).join(' · ');
    if (sink)
        return `${sink.description} · ${Math.round(sink.volume * 100)} %`;
    if (input)
        return [input.name, input.sink_description].filter(Boolean).join(' · ');
    if (library)
        return `${t('allTracks')}: ${library.tracks}`;
    return devices ? `${t('devices')}: ${devices.total}` : '';
}

/** @param {HubEvent} event */
function entry(event) {
    const words = h('span', { class: 'row-words' },
        h('span', { class: 'row-title' }, event.event), ' ',
        h('span', { class: 'row-sub' }, [event.source, subjectOf(event)].filter(Boolean).join(' · ')));
    const all = h('pre', { class: 'event-data', tabindex: 0 });
    return h('li', { 'data-source': event.source },
        h('details', { ontoggle: () => all.textContent || (all.textContent = JSON.stringify(event, null, 2)) },
            h('summary', { class: 'row' }, words, h('span', { class: 'row-end' }, new Date().toLocaleTimeString(document.documentElement.lang))),
            all));
}

/**
 * What happens in the house, as programs hear it: the newest first. For those who want to know.
 * @type {import('./page.js').View}
 */
export function eventsView(_app, _id, signal) {
    const list = h('ul', { class: 'rows', role: 'log', 'aria-label': t('events') });
    const nothing = empty(t('eventsEmpty'));
    const choice = h('select', { class: 'field', 'aria-label': t('source') }, h('option', { value: '' }, t('allSources')));
    /** @param {Element} item */
    const filter = item => item.toggleAttribute('hidden', choice.value !== '' && item.getAttribute('data-source') !== choice.value);
    choice.addEventListener('change', () => [...list.children].forEach(filter));
    /** @type {Set<string>} */
    const sources = new Set();
    hearEvents(event => {
        if (!sources.has(event.source)) {
            sources.add(event.source);
            choice.append(h('option', { value: event.source }, event.source));
        }
        const item = entry(event);
        filter(item);
        list.prepend(item);
        if (list.children.length > shownAtMost)
            list.lastElementChild?.remove();
        nothing.remove();
    }, signal);
    return page(t('events'), { actions: [choice] }, h('p', { class: 'page-note' }, t('eventsHint')), nothing, list);
}
