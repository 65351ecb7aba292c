// SPDX-License-Identifier: Apache-2.0
import { get, post, request } from '../hub/api.js';
import { h, iconButton, textButton } from '../parts/dom.js';
import { qrCode } from '../parts/qrcode.js';
import { menu, sheet } from '../parts/sheet.js';
import { complain } from '../parts/trackmenu.js';
import { t } from '../texts/texts.js';
import { failure } from './page.js';

/**
 * @typedef {import('../app.js').App} App
 * @typedef {{id: string, name: string, device: string, role: import('../types.js').Role, created_ms: number,
 *     last_seen_ms: number}} Token
 * @typedef {{code: string, code_for_s: number, secret_for_s: number, url: string, qr: string[]}} Invitation
 */

/** Shows how another device gets in. */
export async function addDevice() {
    /** @type {Invitation} */
    let invitation;
    try {
        invitation = await post('pairing/invitations', {});
    } catch (error) {
        return complain(error);
    }
    sheet(t('addDevice'), (close, signal) => {
        const code = h('p', { class: 'code', 'aria-label': t('code', { code: invitation.code.split('').join(' ') }) },
            invitation.code.replace(/(\d{3})(\d{3})/, '$1 $2'));
        const left = h('p', { class: 'dim' });
        const until = performance.now() + invitation.code_for_s * 1000;
        const tick = () => {
            const seconds = Math.ceil((until - performance.now()) / 1000);
            left.textContent = seconds > 0 ? t('codeFor', { n: seconds }) : t('codeOver');
        };
        const timer = setInterval(tick, 1000);
        signal.addEventListener('abort', () => clearInterval(timer));
        tick();
        return [
            h('p', {}, t('scan')), qrCode(invitation.qr, invitation.url),
            h('p', {}, t('orOpen')), h('p', { class: 'address' }, invitation.url.replace(/#.*/, '')), code, left,
            h('div', { class: 'sheet-actions' }, textButton(t('newCode'), () => {
                close();
                addDevice();
            })),
        ];
    });
}

/** Who wants to join. @param {App} app @param {AbortSignal} signal */
export function askingList(app, signal) {
    const place = h('section', { class: 'asking', 'aria-label': t('asking') });
    const update = () => place.replaceChildren(...app.hub.asking.map(who => h('div', { class: 'asking-one', role: 'group',
        'aria-label': who.name }, h('p', {}, wish(who)), h('p', { class: 'dim' }, who.address),
        h('div', { class: 'sheet-actions' },
            textButton(t('deny'), () => decide(who.id, false)),
            textButton(t('allow'), () => decide(who.id, true), { class: 'main' })))));
    app.hub.changed.on(['asking', 'status'], update, signal);
    update();
    return place;
}

/** A television shows a code, so that one knows it from others. @param {import('../types.js').Asking} who */
const wish = who => who.code ? t('wantsToJoinShowing', { name: who.name, code: who.code }) : t('wantsToJoin', { name: who.name });

/** @param {string} id @param {boolean} allowed */
function decide(id, allowed) {
    const path = `pairing/requests/${encodeURIComponent(id)}`;
    return post(`${path}/${allowed ? 'allow' : 'deny'}`, allowed ? { role: 'controller' } : {}).catch(complain);
}

/** Asks the admin as soon as somebody wants to join, wherever the admin is. @param {App} app */
export function mindAsking(app) {
    /** @type {(() => void) | null} */
    let close = null;
    let seen = '';
    app.hub.changed.on(['asking'], () => {
        const ids = app.hub.asking.map(who => who.id).join(' ');
        if (ids === '')
            close?.();
        else if (!close && ids !== seen && location.hash !== '#/devices')
            close = sheet(t('asking'), (_close, signal) => [askingList(app, signal)], { closed: () => (close = null) });
        seen = ids;
    });
}

/** @type {Record<import('../types.js').Role, import('../texts/texts.js').Key>} */
const roles = { listener: 'roleListener', controller: 'roleController', admin: 'roleAdmin' };

/** Who may come in. @param {App} app @param {AbortSignal} signal */
export function pairedDevices(app, signal) {
    const list = h('ul', { class: 'rows', role: 'list', 'aria-label': t('paired') });
    const place = h('section', { class: 'paired', hidden: true }, h('h2', {}, t('paired')), list);
    async function show() {
        try {
            const answer = await get('tokens');
            /** @type {Token[]} */
            const tokens = Array.isArray(answer) ? answer : answer.tokens ?? answer.items ?? [];
            if (signal.aborted)
                return;
            place.hidden = tokens.length === 0;
            list.replaceChildren(...tokens.map(token => h('li', {}, tokenRow(token))));
        } catch (error) {
            const { status } = /** @type {import('../hub/api.js').ApiError} */ (error);
            place.hidden = signal.aborted || status === 403 || status === 404; // this hub does not tell
            if (!place.hidden)
                list.replaceChildren(h('li', {}, failure(error, show)));
        }
    }
    /** @param {Token} token */
    const tokenRow = token => h('div', { class: 'row' },
        h('span', { class: 'row-words' }, h('span', { class: 'row-title' }, token.name || t('unnamedDevice')), ' ',
            h('span', { class: 'row-sub' }, t(roles[token.role]))),
        iconButton(t('moreOf', { title: token.name }), 'more', () => menu(token.name, [
            ...Object.entries(roles).filter(([role]) => role !== token.role).map(([role, key]) => ({
                label: t('makeRole', { role: t(key) }), icon: 'check',
                act: () => request('PATCH', `tokens/${token.id}`, { role }).then(show, complain),
            })),
            { label: t('revoke'), icon: 'remove', act: () => request('DELETE', `tokens/${token.id}`).then(show, complain) },
        ])));
    // Whoever has just been let in is here next.
    let here = app.hub.devices.length;
    app.hub.changed.on(['devices'], () => {
        if (here !== app.hub.devices.length)
            show();
        here = app.hub.devices.length;
    }, signal);
    show();
    return place;
}
