// SPDX-License-Identifier: Apache-2.0
import { cover } from '../parts/cover.js';
import { h, icon, iconButton, setAttribute, setIconButton, setText } from '../parts/dom.js';
import { listenButton } from '../parts/listenbutton.js';
import { followPlaying, playingTrack } from '../parts/playingwords.js';
import { complain, trackMenu } from '../parts/trackmenu.js';
import { seekBar, transport } from '../parts/transport.js';
import { playingVolume } from '../parts/volume.js';
import { t } from '../texts/texts.js';
import { queueList } from './queue.js';

/** @typedef {import('../app.js').App} App */

/** @param {App} app @param {AbortSignal} signal */
function words(app, signal) {
    const title = h('h2', { class: 'playing-title' });
    const artist = h('a', { class: 'playing-artist' });
    const album = h('p', { class: 'playing-album' });
    const heart = iconButton(t('favourite'), 'heart', () => {
        const track = playingTrack(app);
        if (track)
            app.favourites.toggle(track.id).catch(complain);
    });
    const more = iconButton(t('more'), 'more', () => {
        const track = playingTrack(app);
        const player = app.hub.state?.player;
        if (track && player)
            trackMenu(app, track, { from_is: player.from_is, from_is_id: player.from_is_id });
    });
    const update = () => {
        const track = playingTrack(app);
        setText(title, track ? track.title : t('nothingPlays'));
        setText(artist, track?.artist ?? '');
        setAttribute(artist, 'href', track?.artist_id ? `./#/artist/${track.artist_id}` : null);
        setText(album, track?.album ?? '');
        const marked = Boolean(track && app.favourites.has(track.id));
        setIconButton(heart, t('favourite'), marked ? 'heart-full' : 'heart');
        setAttribute(heart, 'aria-pressed', String(marked));
        heart.hidden = !track || !app.features.has('favourites');
        more.hidden = !track;
    };
    followPlaying(app, update, signal);
    app.favourites.changed.on(['changed'], update, signal);
    app.changed.on(['features'], update, signal);
    return h('div', { class: 'playing-words' }, h('div', { class: 'playing-names' }, title, artist, album), heart, more);
}

/** @type {import('./page.js').View} */
export function nowPlayingView(app, _id, signal) {
    const picture = cover(480);
    const toAlbum = h('a', {}, picture.element);
    followPlaying(app, () => {
        const track = playingTrack(app);
        setAttribute(toAlbum, 'href', track?.album_id ? `./#/album/${track.album_id}` : null);
        setAttribute(toAlbum, 'aria-label', track?.album_id ? t('albumNamed', { name: track.album ?? '' }) : null);
        picture.element.classList.toggle('is-empty', !track);
        picture.show(track ?? { title: '' });
    }, signal);
    const head = h('header', { class: 'playing-head' },
        iconButton(t('closePlaying'), 'down', () => app.back('albums')),
        h('h1', { class: 'quiet', tabindex: -1 }, t('nowPlaying')),
        h('a', { class: 'icon-button', href: './#/queue', 'aria-label': t('queue'), title: t('queue') }));
    head.lastElementChild?.append(icon('queue'));
    const next = h('section', { class: 'playing-next' }, h('h2', {}, t('queue')),
        h('div', { class: 'scroll' }, queueList(app, signal)));
    return h('div', { class: 'playing' }, head,
        h('div', { class: 'playing-cover' }, toAlbum),
        h('div', { class: 'playing-hold' }, words(app, signal), seekBar(app, signal), transport(app, signal),
            playingVolume(app, signal),
            h('div', { class: 'playing-where' }, listenButton(app, signal), devicesLink(app, signal))),
        next);
}

/** Who sounds, in a few words. @param {App} app @param {AbortSignal} signal */
function devicesLink(app, signal) {
    const label = h('span', {});
    const link = h('a', { class: 'button', href: './#/devices' }, label);
    link.prepend(icon('devices'));
    const update = () => {
        const sounding = app.hub.devices.filter(device => device.output && device.active !== false);
        setText(label, sounding.length === 1 ? sounding[0].name : sounding.length > 1
            ? t('outputs', { n: sounding.length }) : t('devices'));
        setAttribute(link, 'aria-label', `${t('devices')}: ${label.textContent}`);
    };
    app.hub.changed.on(['devices'], update, signal);
    update();
    return link;
}
