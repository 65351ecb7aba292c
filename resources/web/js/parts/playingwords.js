// SPDX-License-Identifier: Apache-2.0
import { t } from '../texts/texts.js';
import { cover } from './cover.js';
import { h, setText } from './dom.js';

/** @typedef {import('../app.js').App} App */

/**
 * What plays, with what is known of it from elsewhere.
 * @param {App} app
 * @returns {import('../types.js').Track | null}
 */
export function playingTrack(app) {
    const player = app.hub.state?.player;
    if (!player)
        return null;
    const told = app.hub.state?.track;
    const known = app.tracks.find(player.track_id);
    return { id: player.track_id, ...told, ...known, title: told?.title ?? known?.title ?? t('unknownTrack') };
}

/**
 * Calls @p update now and at each change of what plays.
 * @param {App} app
 * @param {() => void} update
 * @param {AbortSignal} signal
 */
export function followPlaying(app, update, signal) {
    app.hub.changed.on(['state', 'status'], update, signal);
    app.tracks.changed.on(['known'], update, signal);
    update();
}

/** Cover, title and artist, small; leads to its page. @param {App} app @param {AbortSignal} signal */
export function playingLink(app, signal) {
    const picture = cover(56);
    const title = h('span', { class: 'row-title' });
    const artist = h('span', { class: 'row-sub' });
    const link = h('a', { class: 'playing-link', href: './#/playing' }, picture.element,
        h('span', { class: 'row-words' }, title, ' ', artist));
    followPlaying(app, () => {
        const track = playingTrack(app);
        picture.element.hidden = !track;
        if (track)
            picture.show(track);
        setText(title, track ? track.title : t('nothingPlays'));
        setText(artist, track?.artist ?? '');
    }, signal);
    return link;
}
