// SPDX-License-Identifier: Apache-2.0
import { request } from '../hub/api.js';
import { hearEvents } from '../hub/events.js';
import { h, icon, iconButton, setAttribute, setIconButton, setText, textButton } from '../parts/dom.js';
import { toast } from '../parts/toast.js';
import { complain } from '../parts/trackmenu.js';
import { levelControl } from '../parts/volume.js';
import { t } from '../texts/texts.js';

/**
 * @typedef {import('../app.js').App} App
 * @typedef {{id: string, name: string, active: boolean, state: 'playing' | 'paused' | 'stopped',
 *     volume: number, muted: boolean, current_track: {uri?: string, name?: string, artist?: string}}} OtherPlayer
 */

/** Those that play something of their own: of ours there is the session. */
const sources = 'mopidy,followed';

/** @param {OtherPlayer} player */
const hasTrack = player => player.state !== 'stopped' && Object.keys(player.current_track).length > 0;

/** @param {OtherPlayer} player */
function words(player) {
    if (!player.active)
        return t('notReachable');
    if (!hasTrack(player))
        return t('nothingPlaysThere');
    const { name, artist, uri } = player.current_track;
    return [player.state === 'paused' && t('paused'), name || uri, artist].filter(Boolean).join(' · ');
}

/**
 * @param {App} app
 * @param {string} id
 * @param {(id: string) => OtherPlayer | undefined} find
 */
function playerCard(app, id, find) {
    /** @param {string} what @param {object} [body] */
    const tell = (what, body) => request('POST', `/api/players/${encodeURIComponent(id)}/${what}`, body);
    /** @param {string} what */
    const order = what => () => tell(what).catch(complain);
    const name = h('span', { class: 'row-title' });
    const state = h('span', { class: 'row-sub' });
    const previous = iconButton(t('previous'), 'previous', order('previous'));
    const play = iconButton(t('play'), 'play', () => order(find(id)?.state === 'playing' ? 'pause' : 'play')());
    const next = iconButton(t('next'), 'next', order('next'));
    const take = textButton(t('take'), () => tell('take').then(() => toast(t('taken')), complain));
    const level = () => {
        const player = find(id);
        return player?.active && app.mayControl ? { volume: Math.round(player.volume * 100), muted: player.muted } : undefined;
    };
    const volume = levelControl(level, () => t('volumeOf', { name: find(id)?.name ?? '' }),
        ({ volume: percent, muted }) => {
            tell('volume', percent === undefined ? { mute: muted } : { volume: percent / 100 }).catch(error => {
                volume.drop();
                complain(error);
            });
        });
    const actions = h('div', { class: 'device-actions' }, previous, play, next, take);
    const update = () => {
        const player = find(id);
        if (!player)
            return;
        setText(name, player.name);
        setText(state, words(player));
        const plays = player.state === 'playing';
        setIconButton(play, t('ofPlayer', { what: plays ? t('pause') : t('play'), name: player.name }), plays ? 'pause' : 'play');
        setIconButton(previous, t('ofPlayer', { what: t('previous'), name: player.name }), 'previous');
        setIconButton(next, t('ofPlayer', { what: t('next'), name: player.name }), 'next');
        setAttribute(take, 'aria-label', t('takeFrom', { name: player.name }));
        take.hidden = !hasTrack(player);
        actions.hidden = !player.active || !app.mayControl;
        volume.update();
        element.classList.toggle('is-active', player.active && plays);
    };
    const element = h('li', { class: 'device', 'data-player': id },
        h('div', { class: 'device-head' }, h('span', { class: 'row-disc' }, icon('radio')), h('span', { class: 'row-words' }, name, ' ', state)),
        actions, volume.element);
    return { element, update };
}

/**
 * What plays elsewhere in the house, with the hold on it; hidden where there is nothing of the kind.
 * @param {App} app
 * @param {AbortSignal} signal
 */
export function otherPlayers(app, signal) {
    /** @type {Map<string, OtherPlayer & {source: string}>} */
    const players = new Map();
    /** @type {Map<string, ReturnType<typeof playerCard>>} */
    const cards = new Map();
    const list = h('ul', { class: 'devices', role: 'list', 'aria-label': t('otherPlayers') });
    const place = h('section', { class: 'paired', hidden: true }, h('h2', {}, t('otherPlayers')), list);
    /** One that our session plays on is a device. @param {string} id */
    const isOurs = id => app.hub.devices.some(device => device.id === `mopidy-${id}` && device.active);
    const update = () => {
        const shown = [...players.values()].filter(player => !isOurs(player.id))
            .sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id)).map(player => player.id);
        for (const id of [...cards.keys()])
            if (!shown.includes(id)) {
                cards.get(id)?.element.remove();
                cards.delete(id);
            }
        shown.forEach((id, index) => {
            const card = cards.get(id) ?? playerCard(app, id, wanted => players.get(wanted));
            cards.set(id, card);
            card.update();
            if (list.children[index] !== card.element) // what has the focus is not moved for nothing
                list.insertBefore(card.element, list.children[index] ?? null);
        });
        place.hidden = shown.length === 0;
    };
    hearEvents(event => {
        const { source } = event;
        if (event.event === 'snapshot') {
            [...players.values()].filter(player => player.source === source).forEach(player => players.delete(player.id));
            for (const player of event.data.players)
                players.set(player.id, { ...player, source });
        } else if (event.player && event.data.player) {
            players.set(event.player, { ...event.data.player, source });
        } else if (event.player) {
            players.delete(event.player); // it is gone for good
        }
        update();
    }, signal, sources);
    app.hub.changed.on(['devices', 'status'], update, signal);
    return place;
}
