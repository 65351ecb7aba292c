// SPDX-License-Identifier: Apache-2.0
import { setDeviceName } from '../hub/identity.js';
import { h, icon, iconButton, setAttribute, setText, textButton } from '../parts/dom.js';
import { listenButton } from '../parts/listenbutton.js';
import { sheet } from '../parts/sheet.js';
import { complain, nameForm } from '../parts/trackmenu.js';
import { volumeControl } from '../parts/volume.js';
import { request } from '../hub/api.js';
import { t } from '../texts/texts.js';
import { addDevice, askingList, pairedDevices } from './admin.js';
import { otherPlayers } from './otherplayers.js';
import { page } from './page.js';
import { privateSwitch, profileChip } from './profiles.js';

/**
 * @typedef {import('../app.js').App} App
 * @typedef {import('../types.js').Device} Device
 */

/** @type {Record<import('../types.js').Condition, import('../texts/texts.js').Key>} */
const conditions = {
    idle: 'ready', loading: 'loading', sounding: 'sounding', paused: 'paused', missing: 'missing', failed: 'failed',
    silent: 'silent',
};

const inTimeMs = 5; // nobody hears two loudspeakers of a room apart
const closeMs = 40; // an echo begins

/** @param {Device} device */
const sounds = device => device.output && device.active !== false && device.condition === 'sounding';

/** How well it keeps together with others that sound. @param {Device} device */
function togetherWord(device) {
    const errorMs = Math.abs(device.error_us) / 1000;
    const n = errorMs.toLocaleString(document.documentElement.lang, { maximumFractionDigits: errorMs < 10 ? 1 : 0 });
    return t(errorMs <= inTimeMs ? 'inTime' : errorMs <= closeMs ? 'closeTime' : 'looseTime', { n });
}

/** @param {App} app @param {Device} device */
function stateOf(app, device) {
    if (device.private && device.id !== app.hub.ownDevice)
        return t('listensPrivately');
    const parts = [device.id === app.hub.ownDevice ? t('thisDevice') : ''];
    if (!device.output)
        parts.push(t('remoteControl'));
    else
        parts.push(device.active === false ? t('notPlayingHere') : t(conditions[device.condition]));
    if (sounds(device) && app.hub.devices.filter(sounds).length > 1)
        parts.push(togetherWord(device));
    return parts.filter(Boolean).join(' · ');
}

/** Those that are to sound. @param {App} app */
const activeIds = app => app.hub.devices.filter(device => device.output && device.active).map(device => device.id);

/**
 * @param {App} app
 * @param {string} id
 * @param {AbortSignal} signal
 */
function deviceCard(app, id, signal) {
    const device = () => app.hub.devices.find(each => each.id === id);
    const name = h('span', { class: 'row-title' });
    const state = h('span', { class: 'row-sub' });
    const disc = h('span', { class: 'row-disc' });
    const own = id === app.hub.ownDevice;
    const here = textButton(t('playHere'), () => {
        if (own)
            app.listener.start({ alone: true });
        else
            app.commands.outputs([id]);
    });
    const also = textButton(t('alsoHere'), () => app.commands.outputs([...activeIds(app), id]));
    const not = textButton(t('notHereAnyMore'), () => app.commands.outputs(activeIds(app).filter(each => each !== id)));
    const rename = iconButton(t('rename'), 'edit', () => renameDevice(app, id, device()?.name ?? ''));
    const actions = h('div', { class: 'device-actions' }, own ? listenButton(app, signal) : null, here, also, not);
    const update = () => {
        const shown = device();
        if (!shown)
            return;
        const chooses = shown.active !== undefined && shown.output && app.mayControl;
        const active = activeIds(app);
        setText(name, shown.name || t('unnamedDevice'));
        setText(state, stateOf(app, shown));
        disc.replaceChildren(icon(shown.output ? 'speaker' : 'remote'));
        rename.hidden = shown.wire === 'plain' || !(own || app.mayControl);
        setAttribute(rename, 'aria-label', t('renameNamed', { name: shown.name }));
        here.hidden = !chooses || (active.length === 1 && shown.active === true);
        also.hidden = !chooses || shown.active === true;
        not.hidden = own || !chooses || shown.active !== true || active.length < 2;
        here.classList.toggle('main', shown.active !== true);
        for (const [button, key] of /** @type {[HTMLElement, import('../texts/texts.js').Key][]} */ (
            [[here, 'playOn'], [also, 'alsoOn'], [not, 'notOn']]))
            button.setAttribute('aria-label', t(key, { name: shown.name }));
        actions.hidden = [...actions.children].every(button => /** @type {HTMLElement} */ (button).hidden);
        element.classList.toggle('is-active', shown.output && shown.active !== false);
    };
    const element = h('li', { class: 'device', 'data-device': id },
        h('div', { class: 'device-head' }, disc, h('span', { class: 'row-words' }, name, ' ', state), rename), actions,
        own && app.mayControl ? privateSwitch(app, signal) : null, volumeControl(app, device, () => t('volumeOf', { name: device()?.name ?? '' }), signal));
    app.hub.changed.on(['devices', 'status'], update, signal);
    update();
    return element;
}

/** @param {App} app @param {string} id @param {string} name as it is now */
function renameDevice(app, id, name) {
    const own = id === app.hub.ownDevice;
    sheet(t('rename'), close => [nameForm(own ? t('deviceNameLabel') : t('name'), name, wanted => {
        close();
        if (own)
            setDeviceName(wanted);
        request('PATCH', `devices/${encodeURIComponent(id)}`, { name: wanted }).catch(complain);
    })]);
}

/** This device first, then what makes sound, each by name. @param {App} app */
function inOrder(app) {
    /** @param {Device} device */
    const rank = device => (device.id === app.hub.ownDevice ? 0 : device.output ? 1 : 2);
    return [...app.hub.devices].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
}

/** @type {import('./page.js').View} */
export function devicesView(app, _id, signal) {
    const list = h('ul', { class: 'devices', role: 'list', 'aria-label': t('devices') });
    const hubName = h('p', { class: 'page-note' });
    /** @type {AbortController} */
    let cards = new AbortController();
    let shown = '';
    const update = () => {
        const devices = inOrder(app);
        setText(hubName, app.hub.hello ? t('hub', { name: app.hub.hello.name }) : '');
        const ids = devices.map(device => device.id).join(' ');
        if (ids === shown)
            return;
        shown = ids;
        cards.abort();
        cards = new AbortController();
        const cardsSignal = cards.signal;
        list.replaceChildren(...devices.map(device => deviceCard(app, device.id, cardsSignal)));
    };
    app.hub.changed.on(['devices', 'status'], update, signal);
    signal.addEventListener('abort', () => cards.abort());
    update();
    return page(t('devices'), { actions: [app.mayControl && profileChip(app, signal, true), app.isAdmin && textButton(t('addDevice'), () => addDevice(), { icon: 'add', class: 'plain' })] },
        hubName, askingList(app, signal), list, otherPlayers(app, signal), app.isAdmin ? pairedDevices(app, signal) : null,
        h('p', { class: 'page-note' }, h('a', { href: '#/events' }, t('events'))));
}
