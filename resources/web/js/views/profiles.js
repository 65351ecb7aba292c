// SPDX-License-Identifier: Apache-2.0
import { get, post, request } from '../hub/api.js';
import { h, icon, iconButton, setText, textButton } from '../parts/dom.js';
import { menu, menuEntry, sheet } from '../parts/sheet.js';
import { toast } from '../parts/toast.js';
import { complain, nameForm } from '../parts/trackmenu.js';
import { t } from '../texts/texts.js';

/**
 * @typedef {import('../app.js').App} App
 * @typedef {import('../types.js').User} User
 */

/** @param {User} user */
const nameOf = user => user.name ?? t('everybody');

/** @type {Record<string, import('../texts/texts.js').Key>} */
const refusals = { name_taken: 'nameTaken', user_in_use: 'profileInUse' };

/** @param {any} error */
function explain(error) {
    const key = refusals[error.code];
    if (key)
        toast(t(key));
    else
        complain(error);
}

/** @returns {Promise<User[]>} */
const users = async () => (await get('users')).items;

/**
 * Who one is here, and the way to be somebody else.
 * @param {App} app
 * @param {AbortSignal} signal
 * @param {boolean} [always] also where there is nobody else to be
 */
export function profileChip(app, signal, always = false) {
    const chip = textButton('', () => chooseProfile(app), { icon: 'artist', class: 'plain', hidden: true, 'aria-haspopup': 'dialog' });
    const name = /** @type {Element} */ (chip.querySelector('span'));
    const update = () => users().then(all => {
        const own = all.find(user => user.id === app.user);
        if (!own || signal.aborted)
            return;
        setText(name, nameOf(own));
        chip.setAttribute('aria-label', t('profileOf', { name: nameOf(own) }));
        chip.hidden = !always && all.length < 2;
    }, () => {}); // this hub has no profiles
    app.changed.on(['users'], update, signal);
    update();
    return chip;
}

/** @param {App} app */
async function chooseProfile(app) {
    /** @type {User[]} */
    let all;
    try {
        all = await users();
    } catch (error) {
        return complain(error);
    }
    sheet(t('profiles'), close => [
        h('ul', { class: 'rows', role: 'list' }, ...all.map(user => h('li', {}, profileRow(app, user, close)))),
        app.isAdmin ? nameForm(t('newProfile'), '', name => {
            close();
            post('users', { name }).then(made => toast(t('profileMade', { name }), { label: t('switchTo', { name }),
                act: () => enter(made.id) }), explain);
        }) : null,
    ]);
}

/** @param {App} app @param {User} user @param {() => void} close */
function profileRow(app, user, close) {
    const own = user.id === app.user;
    const label = own ? h('span', { class: 'menu-entry is-current', 'aria-current': 'true' }, icon('check'), h('span', {}, nameOf(user)))
        : menuEntry(nameOf(user), 'artist', () => {
            close();
            enter(user.id);
        });
    if (!own)
        label.setAttribute('aria-label', t('switchTo', { name: nameOf(user) }));
    const more = app.isAdmin && iconButton(t('moreOf', { title: nameOf(user) }), 'more', () => {
        close();
        menu(nameOf(user), [
            { label: t('rename'), icon: 'edit', act: () => rename(app, user) },
            !user.default && !own && { label: t('deleteProfile'), icon: 'remove', act: () => confirmDelete(user) },
        ]);
    });
    return h('div', { class: 'profile-row' }, label, more);
}

/** The hub ends what came in as somebody else; the page begins anew. @param {string} id */
const enter = id => request('PUT', 'me/user', { user: id }).then(() => location.reload(), explain);

/** @param {App} app @param {User} user */
function rename(app, user) {
    sheet(t('rename'), close => [nameForm(t('name'), user.name ?? '', name => {
        close();
        request('PATCH', `users/${encodeURIComponent(user.id)}`, { name }).then(() => app.changed.emit('users'), explain);
    })]);
}

/** @param {User} user */
function confirmDelete(user) {
    const name = nameOf(user);
    sheet(t('deleteProfile'), close => [
        h('p', {}, t('deleteProfileQuestion', { name })),
        h('p', { class: 'dim' }, [t('playlistCount', { n: user.playlist_count ?? 0 }),
            t('favouriteCount', { n: user.favourite_count ?? 0 })].join(' · ')),
        h('div', { class: 'sheet-actions' }, textButton(t('cancel'), close), textButton(t('delete'), () => {
            close();
            request('DELETE', `users/${encodeURIComponent(user.id)}?everything=true`)
                .then(() => toast(t('deleted', { name })), explain);
        }, { class: 'alarm' })),
    ]);
}

/** Whether this device has a session of its own. @param {App} app @param {AbortSignal} signal */
export function privateSwitch(app, signal) {
    const isOn = () => app.hub.ownEntry?.private === true;
    const button = textButton(t('listenPrivately'), () => app.commands.listenPrivately(!isOn()),
        { icon: 'artist', role: 'switch', class: 'switch' });
    const hint = h('p', { class: 'dim', id: 'private-hint' });
    button.setAttribute('aria-describedby', hint.id);
    const update = () => {
        button.setAttribute('aria-checked', String(isOn()));
        setText(hint, t(isOn() ? 'privateNow' : 'privateHint'));
    };
    app.hub.changed.on(['devices', 'status'], update, signal);
    update();
    return h('div', { class: 'private' }, button, hint);
}
