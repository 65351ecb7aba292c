// SPDX-License-Identifier: Apache-2.0
import { get } from '../hub/api.js';
import { albumGrid, linkRow } from '../parts/cards.js';
import { h, icon } from '../parts/dom.js';
import { followCurrent, trackRow } from '../parts/trackrow.js';
import { t } from '../texts/texts.js';
import { empty, failure, page } from './page.js';

const pauseBeforeAsking = 200; // ms

/** @typedef {{tracks: import('../types.js').Track[], albums: import('../types.js').Album[],
 *     artists: import('../types.js').Artist[]}} Found */

/** Kept while the page lives, so that the way back leads to what was found. */
let lastText = '';

/**
 * @param {import('../app.js').App} app
 * @param {Found} found
 */
function findings(app, found) {
    const ids = found.tracks.map(track => track.id);
    const context = { from_is: 'search', from_is_id: 0 };
    app.tracks.learn(found.tracks);
    return [
        found.artists.length > 0 && h('h2', {}, t('artists')),
        found.artists.length > 0 && h('ul', { class: 'rows', role: 'list', 'aria-label': t('artists') },
            ...found.artists.slice(0, 5).map(artist => h('li', {}, linkRow({ href: `./#/artist/${artist.id}`, icon: 'artist',
                title: artist.name, sub: t('tracks', { n: artist.track_count }) })))),
        found.albums.length > 0 && h('h2', {}, t('albums')),
        found.albums.length > 0 && albumGrid(t('albums'), found.albums),
        found.tracks.length > 0 && h('h2', {}, t('allTracks')),
        found.tracks.length > 0 && h('ul', { class: 'rows', role: 'list', 'aria-label': t('allTracks') },
            ...found.tracks.map(track => h('li', {}, trackRow(app, track, { context,
                play: () => app.commands.play(track.id, context, ids) })))),
    ].flatMap(part => part || []);
}

/** @type {import('./page.js').View} */
export function searchView(app, _id, signal) {
    const results = h('div', { class: 'findings' });
    const count = h('p', { class: 'spoken', role: 'status' });
    const field = h('input', { type: 'search', class: 'field', 'aria-label': t('search'), placeholder: t('searchHint'),
        autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'search', value: lastText });
    let timer = 0;

    async function ask() {
        const text = field.value.trim();
        lastText = text;
        if (!text)
            return results.replaceChildren(empty(t('searchEmpty')));
        try {
            /** @type {Found} */
            const found = await get('search', { q: text });
            if (signal.aborted || text !== field.value.trim())
                return;
            const parts = findings(app, found);
            results.replaceChildren(...(parts.length > 0 ? parts : [empty(t('nothingFound', { text }))]));
            count.textContent = t('found', { n: found.tracks.length + found.albums.length + found.artists.length });
        } catch (error) {
            if (!signal.aborted)
                results.replaceChildren(failure(error, ask));
        }
    }
    field.addEventListener('input', () => {
        clearTimeout(timer);
        timer = window.setTimeout(ask, pauseBeforeAsking);
    });
    signal.addEventListener('abort', () => clearTimeout(timer));
    followCurrent(app, results, signal);
    ask();
    return page(t('search'), {}, h('form', { class: 'search-box', role: 'search',
        onsubmit: (/** @type {Event} */ event) => {
            event.preventDefault();
            field.blur();
            ask();
        } }, icon('search'), field), count, results);
}
