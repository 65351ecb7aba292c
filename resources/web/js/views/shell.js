// SPDX-License-Identifier: Apache-2.0
import { h, icon, setText, textButton } from '../parts/dom.js';
import { playingLink } from '../parts/playingwords.js';
import { nextButton, playButton, seekBar, transport } from '../parts/transport.js';
import { t } from '../texts/texts.js';

/**
 * @typedef {import('../app.js').App} App
 * @typedef {{path: string, icon: string, label: import('../texts/texts.js').Key, feature?: import('../app.js').Feature}} Place
 */

/** @type {Place[]} */
const library = [
    { path: 'albums', icon: 'disc', label: 'albums' },
    { path: 'artists', icon: 'artist', label: 'artists' },
    { path: 'tracks', icon: 'list', label: 'allTracks' },
    { path: 'genres', icon: 'genre', label: 'genres' },
    { path: 'playlists', icon: 'queue', label: 'playlists', feature: 'playlists' },
    { path: 'favourites', icon: 'heart', label: 'favourites', feature: 'favourites' },
    { path: 'radio', icon: 'radio', label: 'radio', feature: 'radio' },
    { path: 'history', icon: 'history', label: 'history', feature: 'history' },
];

/** Pages inside of those, so that the way in stays marked. @type {Record<string, string>} */
const partOf = { album: 'albums', artist: 'artists', genre: 'genres', playlist: 'playlists' };

/** @param {string} name of a route */
export const placeOf = name => partOf[name] ?? name;

/** @param {Place} place */
const placeLink = place => h('a', { class: 'place', href: `./#/${place.path}`, 'data-place': place.path }, icon(place.icon),
    h('span', {}, t(place.label)));

/** @param {App} app @param {HTMLElement} list */
function followFeatures(app, list) {
    const update = () => {
        for (const place of library) {
            const item = list.querySelector(`[data-place="${place.path}"]`)?.closest('li');
            if (item)
                item.hidden = Boolean(place.feature && !app.features.has(place.feature));
        }
    };
    app.changed.on(['features'], update);
    update();
}

/** The places of the library: in a line above it on a phone, at the side on a tablet. @param {App} app */
function libraryPlaces(app) {
    const list = h('ul', { role: 'list' }, ...library.map(place => h('li', {}, placeLink(place))));
    followFeatures(app, list);
    return h('nav', { class: 'places', 'aria-label': t('library') }, list);
}

/** @param {App} app */
function tabs(app) {
    const devices = placeLink({ path: 'devices', icon: 'devices', label: 'devices' });
    const badge = h('span', { class: 'badge', 'aria-hidden': 'true' });
    devices.append(badge);
    app.hub.changed.on(['asking'], () => {
        badge.hidden = app.hub.asking.length === 0;
        setText(badge, String(app.hub.asking.length));
    });
    badge.hidden = true;
    return h('nav', { class: 'tabs', 'aria-label': t('main') }, h('ul', { role: 'list' },
        h('li', { class: 'tab-library' }, h('a', { class: 'place', href: './#/albums', 'data-place': 'library' }, icon('disc'),
            h('span', {}, t('library')))),
        h('li', {}, placeLink({ path: 'search', icon: 'search', label: 'search' })),
        h('li', {}, placeLink({ path: 'queue', icon: 'queue', label: 'queue' })),
        h('li', {}, devices)));
}

/** @param {App} app @param {AbortSignal} signal */
function playerBar(app, signal) {
    return h('section', { class: 'bar', 'aria-label': t('nowPlaying') }, playingLink(app, signal),
        h('div', { class: 'bar-small' }, playButton(app, signal), nextButton(app, signal)),
        h('div', { class: 'bar-large' }, transport(app, signal), seekBar(app, signal)));
}

/** What keeps one from hearing or steering. @param {App} app */
function notice(app) {
    const place = h('div', { class: 'notice-place', role: 'status' });
    let toldPrivate = false;
    const update = () => {
        const { hub, listener } = app;
        const tellsPrivate = hub.status === 'joined' && !listener.blocked && hub.ownEntry?.private === true;
        if (tellsPrivate && toldPrivate)
            return; // it is read out each time
        toldPrivate = tellsPrivate;
        if (hub.status === 'superseded')
            place.replaceChildren(h('div', { class: 'notice' }, h('span', {}, t('elsewhere')), textButton(t('useHere'), () => hub.rejoin())));
        else if (hub.status === 'connecting' && hub.state)
            place.replaceChildren(h('div', { class: 'notice' }, h('span', {}, t('connecting'))));
        else if (listener.blocked)
            place.replaceChildren(h('div', { class: 'notice' }, textButton(t('tapToListen'), () => listener.touched(), { class: 'main' })));
        else if (tellsPrivate)
            place.replaceChildren(h('div', { class: 'notice' }, h('span', {}, t('privateNow')),
                textButton(t('returnToOthers'), () => app.commands.listenPrivately(false))));
        else
            place.replaceChildren();
        document.body.classList.toggle('is-away', hub.status !== 'joined');
    };
    app.hub.changed.on(['status', 'state', 'devices'], update);
    app.listener.changed.on(['changed'], update);
    return place;
}

/**
 * The frame around all pages.
 * @param {App} app
 * @param {AbortSignal} signal
 */
export function shell(app, signal) {
    const main = h('main', { class: 'scroll', id: 'main' });
    const element = h('div', { class: 'shell' }, tabs(app), libraryPlaces(app), notice(app), main, playerBar(app, signal));
    return {
        element,
        main,
        /** @param {string} name of the route */
        mark(name) {
            const place = placeOf(name);
            const isLibrary = library.some(each => each.path === place);
            element.classList.toggle('is-playing', name === 'playing');
            element.classList.toggle('is-library', isLibrary);
            for (const link of element.querySelectorAll('[data-place]')) {
                const own = link.getAttribute('data-place');
                if (own === place || (own === 'library' && isLibrary))
                    link.setAttribute('aria-current', 'page');
                else
                    link.removeAttribute('aria-current');
            }
            element.querySelector('.places [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
        },
    };
}
