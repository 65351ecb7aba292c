// SPDX-License-Identifier: Apache-2.0
import { cover } from './cover.js';
import { h, icon } from './dom.js';
import { t } from '../texts/texts.js';

const words = 56; // px under a picture

/** @param {number} width of a list of albums */
export const cardColumns = width => Math.max(2, Math.floor(width / 172));

/** @param {number} width of one column */
export const cardHeight = width => width + words;

/** @param {import('../types.js').Album | undefined} album */
export function albumCard(album) {
    if (!album)
        return h('div', { class: 'card is-waiting', 'aria-hidden': 'true' }, h('div', { class: 'cover' }));
    const picture = cover(180);
    picture.show({ album_id: album.id, album: album.title });
    return h('a', { class: 'card', href: `./#/album/${album.id}`, 'data-part': 'main' }, picture.element,
        h('span', { class: 'row-title' }, album.title || t('unnamed')), ' ', h('span', { class: 'row-sub' }, album.artist));
}

/** Albums side by side. @param {string} label @param {import('../types.js').Album[]} albums */
export function albumGrid(label, albums) {
    return h('ul', { class: 'card-grid', role: 'list', 'aria-label': label }, ...albums.map(album => h('li', {}, albumCard(album))));
}

/**
 * A line that leads somewhere.
 * @param {{href: string, icon: string, title: string, sub?: string}} what
 */
export function linkRow(what) {
    return h('a', { class: 'row row-link', href: what.href, 'data-part': 'main' },
        h('span', { class: 'row-lead', 'aria-hidden': 'true' }, h('span', { class: 'row-disc' }, icon(what.icon))),
        h('span', { class: 'row-words' }, h('span', { class: 'row-title' }, what.title || t('unnamed')), ' ',
            what.sub ? h('span', { class: 'row-sub' }, what.sub) : null));
}
