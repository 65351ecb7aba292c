// SPDX-License-Identifier: Apache-2.0
import { get, pageOf } from '../hub/api.js';
import { albumCard, cardColumns, cardHeight, linkRow } from '../parts/cards.js';
import { h } from '../parts/dom.js';
import { Paged } from '../parts/paged.js';
import { scroller } from '../parts/scroller.js';
import { followCurrent, rowHeight, trackRow } from '../parts/trackrow.js';
import { t } from '../texts/texts.js';
import { empty, failure, page } from './page.js';
import { profileChip } from './profiles.js';

/**
 * @typedef {import('../app.js').App} App
 * @typedef {import('../types.js').Track} Track
 */

/**
 * A list of the hub's of any length.
 * @template T
 * @param {{path: string, query?: Record<string, string | number>, label: string, none: string, hint?: string,
 *     row: (item: T | undefined, index: number) => HTMLElement, columns?: (width: number) => number,
 *     height?: (width: number) => number, read?: (items: T[]) => void, total?: (total: number) => void, class?: string}} how
 * @param {AbortSignal} signal
 */
export function hubList(how, signal) {
    const place = h('div', { 'aria-busy': 'true' });
    const fault = h('div', {});
    /** @type {Paged<T>} */
    const pages = new Paged(async (offset, limit) => {
        const answer = pageOf(await get(how.path, { ...how.query, offset, limit }));
        how.read?.(answer.items);
        return answer;
    }, show);
    const list = scroller({
        label: how.label, class: how.class ?? '', columns: how.columns ?? (() => 1), height: how.height ?? (() => rowHeight),
        row: index => how.row(pages.at(index), index),
        shown: (first, last) => pages.need(first, last),
    }, signal);

    function show() {
        if (signal.aborted)
            return;
        place.removeAttribute('aria-busy');
        how.total?.(pages.total);
        fault.replaceChildren(...(pages.error ? [failure(pages.error, () => pages.again())] : []));
        if (pages.total === 0)
            place.replaceChildren(pages.error ? fault : empty(how.none, how.hint));
        else if (list.element.parentElement !== place)
            place.replaceChildren(fault, list.element);
        list.show(pages.total);
    }
    // After the view is in its place, where its height is known.
    requestAnimationFrame(() => pages.start());
    return { element: place, pages };
}

/**
 * Tracks of one place of the library.
 * @param {App} app
 * @param {{path: string, query?: Record<string, string | number>, label: string, none: string, hint?: string,
 *     context: import('../types.js').Context, lead?: 'cover' | 'number', total?: (total: number) => void,
 *     more?: (track: Track, index: number) => import('../parts/trackmenu.js').MenuEntry[]}} how
 * @param {AbortSignal} signal
 */
export function hubTracks(app, how, signal) {
    const list = hubList({
        ...how,
        read: (/** @type {Track[]} */ tracks) => app.tracks.learn(tracks),
        row: (/** @type {Track | undefined} */ track, index) => trackRow(app, track, {
            context: how.context,
            lead: how.lead ?? 'cover',
            play: () => track && app.commands.play(track.id, how.context),
            more: track ? how.more?.(track, index) ?? [] : [],
        }),
    }, signal);
    followCurrent(app, list.element, signal);
    /** @param {Track[]} tracks */
    const idsOf = tracks => tracks.map(track => track.id);
    /** Those that are known, and all: for playActions(). @type {[() => number[], () => Promise<number[]>]} */
    const ids = [() => idsOf(list.pages.all), async () => idsOf(await list.pages.whole())];
    return { ...list, ids };
}

/** What stands on the first page, and on those that differ between profiles. @param {App} app @param {AbortSignal} signal */
const whose = (app, signal) => ({ actions: [app.mayControl && profileChip(app, signal)] });

/** @type {import('./page.js').View} */
export function albumsView(app, _id, signal) {
    return page(t('albums'), whose(app, signal), hubList({
        path: 'albums', label: t('albums'), none: t('libraryEmpty'), hint: t('libraryEmptyHint'), class: 'is-cards',
        columns: cardColumns, height: cardHeight, row: albumCard,
    }, signal).element);
}

/** @type {import('./page.js').View} */
export function artistsView(_app, _id, signal) {
    return page(t('artists'), {}, hubList({
        path: 'artists', label: t('artists'), none: t('libraryEmpty'), hint: t('libraryEmptyHint'),
        row: (/** @type {import('../types.js').Artist | undefined} */ artist) => (artist ? linkRow({
            href: `./#/artist/${artist.id}`, icon: 'artist', title: artist.name, sub: t('tracks', { n: artist.track_count }),
        }) : h('div', { class: 'row is-waiting' })),
    }, signal).element);
}

/** @type {import('./page.js').View} */
export function genresView(_app, _id, signal) {
    return page(t('genres'), {}, hubList({
        path: 'genres', label: t('genres'), none: t('genresEmpty'),
        row: (/** @type {import('../types.js').Artist | undefined} */ genre) => (genre ? linkRow({
            href: `./#/genre/${genre.id}`, icon: 'genre', title: genre.name, sub: t('tracks', { n: genre.track_count }),
        }) : h('div', { class: 'row is-waiting' })),
    }, signal).element);
}

/** @type {import('./page.js').View} */
export function tracksView(app, _id, signal) {
    return page(t('allTracks'), {}, hubTracks(app, {
        path: 'tracks', label: t('allTracks'), none: t('libraryEmpty'), hint: t('libraryEmptyHint'),
        context: { from_is: 'tracks', from_is_id: 0 },
    }, signal).element);
}

/** @type {import('./page.js').View} */
export function favouritesView(app, _id, signal) {
    return page(t('favourites'), whose(app, signal), hubTracks(app, {
        path: 'favourites', label: t('favourites'), none: t('favouritesEmpty'), hint: t('favouritesEmptyHint'),
        context: { from_is: 'favorites', from_is_id: 0 },
    }, signal).element);
}

/** @type {import('./page.js').View} */
export function historyView(app, _id, signal) {
    return page(t('history'), whose(app, signal), hubTracks(app, {
        path: 'history', label: t('history'), none: t('historyEmpty'), context: { from_is: 'history', from_is_id: 0 },
    }, signal).element);
}
