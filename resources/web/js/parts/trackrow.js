// SPDX-License-Identifier: Apache-2.0
import { cover } from './cover.js';
import { h, icon, iconButton } from './dom.js';
import { trackMenu } from './trackmenu.js';
import { duration, t } from '../texts/texts.js';

/**
 * @typedef {import('../types.js').Track} Track
 * @typedef {import('./trackmenu.js').MenuEntry} MenuEntry
 */

export const rowHeight = 64; // px, as style/rows.css has it

/**
 * A track that plays when it is tapped.
 * @param {import('../app.js').App} app
 * @param {Track | undefined} track undefined: not known yet
 * @param {{context: import('../types.js').Context, lead?: 'cover' | 'number', play: () => void,
 *     more?: MenuEntry[]}} how `more` come first in its menu
 */
export function trackRow(app, track, how) {
    if (!track)
        return h('div', { class: 'row is-waiting', 'aria-hidden': 'true' }, h('span', { class: 'row-blank' }));
    const lead = h('span', { class: 'row-lead', 'aria-hidden': 'true' });
    if (how.lead === 'number') {
        lead.append(h('span', { class: 'row-number' }, String(track.track ?? '')));
    } else {
        const picture = cover(44);
        picture.show(track);
        lead.append(picture.element);
    }
    lead.append(icon('speaker'));
    const main = h('button', { type: 'button', class: 'row-main', 'data-part': 'main', onclick: how.play,
        disabled: track.missing ?? false }, lead,
        h('span', { class: 'row-words' },
            h('span', { class: 'row-title' }, track.title || t('unnamed')), ' ',
            h('span', { class: 'row-sub' }, track.missing ? t('notInLibrary') : track.artist ?? '')), ' ',
        h('span', { class: 'row-length' }, track.duration_ms ? duration(track.duration_ms) : ''));
    const row = h('div', { class: `row${track.missing ? ' is-missing' : ''}`, 'data-track': track.id }, main,
        iconButton(t('moreOf', { title: track.title }), 'more', () => trackMenu(app, track, how.context, how.more),
            { 'data-part': 'more' }));
    markCurrent(app, row);
    return row;
}

/** @param {import('../app.js').App} app @param {Element} row */
export function markCurrent(app, row) {
    const current = app.hub.state?.player?.track_id === Number(row.getAttribute('data-track'));
    row.classList.toggle('is-current', current);
    const main = row.querySelector('.row-main');
    if (current)
        main?.setAttribute('aria-current', 'true');
    else
        main?.removeAttribute('aria-current');
}

/** Keeps the mark at the track that plays. @param {import('../app.js').App} app @param {Element} list @param {AbortSignal} signal */
export function followCurrent(app, list, signal) {
    let marked = app.hub.state?.player?.track_id;
    app.hub.changed.on(['state'], () => {
        if (marked === app.hub.state?.player?.track_id)
            return;
        marked = app.hub.state?.player?.track_id;
        list.querySelectorAll('[data-track]').forEach(row => markCurrent(app, row));
    }, signal);
}
