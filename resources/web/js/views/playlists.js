// SPDX-License-Identifier: Apache-2.0
import { get, pageOf, post, request } from '../hub/api.js';
import { linkRow } from '../parts/cards.js';
import { h, iconButton, textButton } from '../parts/dom.js';
import { menu, sheet } from '../parts/sheet.js';
import { toast } from '../parts/toast.js';
import { complain, nameForm } from '../parts/trackmenu.js';
import { t } from '../texts/texts.js';
import { playActions } from './album.js';
import { hubTracks } from './library.js';
import { empty, fill, page } from './page.js';
import { profileChip } from './profiles.js';

/**
 * @typedef {import('../app.js').App} App
 * @typedef {import('../types.js').Playlist} Playlist
 */

/** @type {import('./page.js').View} */
export function playlistsView(app, _id, signal) {
    const place = h('div', {});
    const show = () => fill(place, () => get('playlists', { limit: 500 }), answer => {
        /** @type {Playlist[]} */
        const lists = pageOf(answer).items;
        return [lists.length === 0 ? empty(t('playlistsEmpty')) : h('ul', { class: 'rows', role: 'list', 'aria-label': t('playlists') },
            ...lists.map(list => h('li', {}, linkRow({ href: `./#/playlist/${list.id}`, icon: 'queue', title: list.name,
                sub: list.track_count === undefined ? '' : t('tracks', { n: list.track_count }) }))))];
    }, signal);
    const create = app.mayControl && iconButton(t('newPlaylist'), 'add', () => sheet(t('newPlaylist'), close => [
        nameForm(t('name'), '', name => {
            close();
            post('playlists', { name, tracks: [] }).then(show, complain);
        }),
    ]));
    show();
    return page(t('playlists'), { actions: [app.mayControl && profileChip(app, signal), create] }, place);
}

/** @param {App} app @param {Playlist} list @param {() => void} changed */
function listMenu(app, list, changed) {
    menu(list.name, [
        { label: t('rename'), icon: 'edit', act: () => sheet(t('rename'), close => [nameForm(t('name'), list.name, name => {
            close();
            request('PATCH', `playlists/${list.id}`, { name }).then(changed, complain);
        })]) },
        { label: t('deletePlaylist'), icon: 'remove', act: () => confirmDelete(app, list) },
    ]);
}

/** @param {App} app @param {Playlist} list */
function confirmDelete(app, list) {
    sheet(t('deletePlaylist'), close => [
        h('p', {}, t('deleteQuestion', { name: list.name })),
        h('div', { class: 'sheet-actions' }, textButton(t('cancel'), close), textButton(t('delete'), () => {
            close();
            request('DELETE', `playlists/${list.id}`).then(() => {
                toast(t('deleted', { name: list.name }));
                app.go('playlists');
            }, complain);
        }, { class: 'alarm' })),
    ]);
}

/** @type {import('./page.js').View} */
export function playlistView(app, id, signal) {
    const head = h('div', { class: 'group-head' });
    const context = { from_is: 'playlist', from_is_id: Number(id) };
    const path = `playlists/${Number(id)}`;
    /** @param {string} what @param {object} body */
    const edit = (what, body) => post(`${path}/${what}`, body).then(show, complain);
    const list = hubTracks(app, {
        path, label: t('tracksOf'), none: t('playlistEmpty'), hint: t('playlistEmptyHint'), context,
        more: (_track, at) => (app.mayControl ? [
            at > 0 && { label: t('moveUp'), icon: 'up', act: () => edit('move', { from: at, to: at - 1 }) },
            at < list.pages.total - 1 && { label: t('moveDown'), icon: 'down', act: () => edit('move', { from: at, to: at + 1 }) },
            { label: t('removeFromPlaylist'), icon: 'remove', act: () => edit('remove', { at, count: 1 }) },
        ] : []),
    }, signal);
    const showHead = () => fill(head, () => get(path, { limit: 1 }), (/** @type {Playlist} */ found) => [
        h('h1', { tabindex: -1 }, found.name),
        h('p', { class: 'dim' }, t('tracks', { n: found.track_count ?? 0 })),
        playActions(app, found.name, context, ...list.ids),
    ], signal);
    function show() {
        showHead();
        list.pages.reload();
    }
    showHead();
    const more = app.mayControl && iconButton(t('more'), 'more', async () => {
        await get(path, { limit: 1 }).then(found => listMenu(app, found, show), complain);
    });
    return h('div', { class: 'page' }, h('div', { class: 'page-head' }, iconButton(t('back'), 'back', () => app.back('playlists')),
        h('div', { class: 'page-actions' }, more)), head, list.element);
}
