// SPDX-License-Identifier: Apache-2.0
import { get } from '../hub/api.js';
import { albumGrid } from '../parts/cards.js';
import { cover } from '../parts/cover.js';
import { h, iconButton, textButton } from '../parts/dom.js';
import { menu } from '../parts/sheet.js';
import { choosePlaylist, complain, queueEntries } from '../parts/trackmenu.js';
import { followCurrent, trackRow } from '../parts/trackrow.js';
import { duration, t } from '../texts/texts.js';
import { hubTracks } from './library.js';
import { fill } from './page.js';

/**
 * @typedef {import('../app.js').App} App
 * @typedef {import('../types.js').Track} Track
 * @typedef {import('../types.js').Context} Context
 */

/**
 * What can be done with several tracks.
 * @param {App} app
 * @param {string} title
 * @param {Context} context
 * @param {() => number[]} tracks as far as they are known
 * @param {() => Promise<number[]>} [whole] all of them
 */
export function playActions(app, title, context, tracks, whole = async () => tracks()) {
    if (!app.mayControl)
        return null;
    const start = () => {
        const [first] = tracks();
        if (first !== undefined)
            app.commands.play(first, context);
    };
    const shuffled = () => {
        const all = tracks();
        app.commands.modes({ shuffle: true });
        if (all.length > 0)
            app.commands.play(all[Math.floor(Math.random() * all.length)], context);
    };
    return h('div', { class: 'play-actions' },
        textButton(t('playAll'), start, { icon: 'play', class: 'main' }),
        iconButton(t('shuffle'), 'shuffle', shuffled), // its word has no room beside the other on a phone
        iconButton(t('moreOf', { title }), 'more', () => menu(title, [
            ...queueEntries(app, whole, context),
            app.features.has('playlists') && { label: t('addToPlaylist'), icon: 'list',
                act: () => whole().then(choosePlaylist).catch(complain) },
        ])));
}

/** @param {App} app @param {Track[]} tracks @param {Context} context @param {AbortSignal} signal */
function albumTracks(app, tracks, context, signal) {
    const discs = new Set(tracks.map(track => track.disc ?? 0));
    const list = h('ul', { class: 'rows', role: 'list', 'aria-label': t('tracksOf') });
    let disc = -1;
    for (const track of tracks) {
        if (discs.size > 1 && (track.disc ?? 0) !== disc) {
            disc = track.disc ?? 0;
            list.append(h('li', { class: 'disc' }, t('disc', { disc })));
        }
        list.append(h('li', {}, trackRow(app, track, { context, lead: 'number',
            play: () => app.commands.play(track.id, context) })));
    }
    followCurrent(app, list, signal);
    return list;
}

/** @type {import('./page.js').View} */
export function albumView(app, id, signal) {
    const place = h('div', {});
    const context = { from_is: 'album', from_is_id: Number(id) };
    fill(place, () => get(`albums/${Number(id)}`), (/** @type {import('../types.js').Album} */ album) => {
        const tracks = album.tracks ?? [];
        app.tracks.learn(tracks);
        const picture = cover(220);
        picture.show({ album_id: album.id, album: album.title });
        const facts = [album.year ? String(album.year) : '', t('tracks', { n: album.track_count }),
            album.duration_ms ? duration(album.duration_ms) : ''].filter(Boolean).join(' · ');
        return [
            h('div', { class: 'album-head' }, picture.element, h('div', { class: 'album-words' },
                h('h1', { tabindex: -1 }, album.title || t('unnamed')),
                album.artist_id ? h('a', { class: 'quiet-link', href: `./#/artist/${album.artist_id}` }, album.artist)
                    : h('p', {}, album.artist),
                h('p', { class: 'dim' }, facts),
                playActions(app, album.title, context, () => tracks.map(track => track.id)))),
            albumTracks(app, tracks, context, signal),
        ];
    }, signal);
    return h('div', { class: 'page' }, h('div', { class: 'page-head' }, iconButton(t('back'), 'back', () => app.back('albums'))),
        place);
}

/**
 * An artist or a genre: albums, and all tracks.
 * @param {App} app
 * @param {'artist' | 'genre'} kind
 * @param {string} id
 * @param {AbortSignal} signal
 */
function group(app, kind, id, signal) {
    const context = { from_is: kind, from_is_id: Number(id) };
    const head = h('div', {});
    const list = hubTracks(app, {
        path: 'tracks', query: { [kind]: Number(id) }, label: t('tracksOf'), none: t('libraryEmpty'), context,
    }, signal);
    fill(head, () => get(`${kind}s/${Number(id)}`), (/** @type {import('../types.js').Artist} */ found) => [
        h('h1', { tabindex: -1 }, found.name || t('unnamed')),
        h('p', { class: 'dim' }, `${t('albumCount', { n: found.album_count })} · ${t('tracks', { n: found.track_count })}`),
        playActions(app, found.name, context, ...list.ids),
        h('h2', {}, t('albums')),
        albumGrid(t('albums'), found.albums ?? []),
        h('h2', {}, t('allTracks')),
    ], signal);
    return h('div', { class: 'page' }, h('div', { class: 'page-head' },
        iconButton(t('back'), 'back', () => app.back(`${kind}s`))), h('div', { class: 'group-head' }, head), list.element);
}

/** @type {import('./page.js').View} */
export const artistView = (app, id, signal) => group(app, 'artist', id, signal);

/** @type {import('./page.js').View} */
export const genreView = (app, id, signal) => group(app, 'genre', id, signal);
