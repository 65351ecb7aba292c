// SPDX-License-Identifier: Apache-2.0
import { get, pageOf, post } from '../hub/api.js';
import { t } from '../texts/texts.js';
import { h, textButton } from './dom.js';
import { menu, menuEntry, sheet } from './sheet.js';
import { toast } from './toast.js';

/**
 * @typedef {import('../types.js').Track} Track
 * @typedef {{label: string, icon: string, act: () => void} | null | false | undefined} MenuEntry
 * @typedef {import('../app.js').App} App
 */

/** Says why something did not work. @param {unknown} error */
export const complain = error => toast(/** @type {Error} */ (error).message);

/**
 * @param {App} app
 * @param {Track} track
 * @param {import('../types.js').Context} context
 * @param {MenuEntry[]} [first]
 */
export function trackMenu(app, track, context, first = []) {
    const marked = app.favourites.has(track.id);
    menu(track.title, [
        ...first,
        ...(app.mayControl && !track.missing ? queueEntries(app, async () => [track.id], context) : []),
        app.features.has('favourites') && {
            label: marked ? t('unfavourite') : t('favourite'), icon: marked ? 'heart-full' : 'heart',
            act: () => app.favourites.toggle(track.id).catch(complain),
        },
        app.features.has('playlists') && app.mayControl && !track.missing && {
            label: t('addToPlaylist'), icon: 'list', act: () => choosePlaylist([track.id]),
        },
        track.album_id ? { label: t('goToAlbum'), icon: 'disc', act: () => app.go(`album/${track.album_id}`) } : null,
        track.artist_id ? { label: t('goToArtist'), icon: 'artist', act: () => app.go(`artist/${track.artist_id}`) } : null,
    ]);
}

/**
 * @param {App} app
 * @param {() => Promise<number[]>} tracks
 * @param {import('../types.js').Context} context
 * @returns {MenuEntry[]}
 */
export function queueEntries(app, tracks, context) {
    /** @param {'next' | 'end'} place */
    const enqueue = async place => {
        const ids = await tracks();
        app.commands.enqueue(ids, context, place);
        toast(t('queued', { n: ids.length }), { label: t('undo'), act: () => app.commands.undo() });
    };
    return [
        { label: t('playNext'), icon: 'next', act: () => enqueue('next').catch(complain) },
        { label: t('addToQueue'), icon: 'queue', act: () => enqueue('end').catch(complain) },
    ];
}

/** @param {number[]} tracks */
export async function choosePlaylist(tracks) {
    /** @type {import('../types.js').Playlist[]} */
    let lists;
    try {
        lists = pageOf(await get('playlists', { limit: 500 })).items;
    } catch (error) {
        return complain(error);
    }
    sheet(t('addToPlaylist'), close => [
        ...lists.map(list => menuEntry(list.name, 'list', () => {
            close();
            add(list, tracks);
        })),
        nameForm(t('newPlaylist'), '', async name => {
            close();
            await post('playlists', { name, tracks }).then(() => toast(t('addedTo', { name })), complain);
        }),
    ]);
}

/** @param {import('../types.js').Playlist} list @param {number[]} tracks */
async function add(list, tracks) {
    try {
        await post(`playlists/${list.id}/insert`, { tracks });
        toast(t('addedTo', { name: list.name }));
    } catch (error) {
        complain(error);
    }
}

/**
 * One line to write a name in.
 * @param {string} label
 * @param {string} value
 * @param {(name: string) => void} done
 */
export function nameForm(label, value, done) {
    const field = h('input', { type: 'text', class: 'field', 'aria-label': label, placeholder: label, value, maxlength: 120,
        required: true, autocomplete: 'off' });
    return h('form', { class: 'name-form', onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        if (field.value.trim())
            done(field.value.trim());
    } }, field, textButton(t('save'), () => {}, { class: 'main', type: 'submit' }));
}
