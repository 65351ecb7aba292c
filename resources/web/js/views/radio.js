// SPDX-License-Identifier: Apache-2.0
import { get, pageOf, post, request } from '../hub/api.js';
import { h, icon, iconButton, textButton } from '../parts/dom.js';
import { menu, sheet } from '../parts/sheet.js';
import { complain } from '../parts/trackmenu.js';
import { followCurrent } from '../parts/trackrow.js';
import { t } from '../texts/texts.js';
import { empty, fill, page } from './page.js';
import { profileChip } from './profiles.js';

/** @typedef {import('../types.js').Station} Station */

/** @param {() => void} added */
function addStation(added) {
    sheet(t('addStation'), close => {
        const name = h('input', { type: 'text', class: 'field', 'aria-label': t('name'), placeholder: t('name'), required: true });
        const url = h('input', { type: 'url', class: 'field', 'aria-label': t('address'), placeholder: 'https://', required: true });
        return [h('form', { class: 'stack', onsubmit: (/** @type {Event} */ event) => {
            event.preventDefault();
            close();
            post('radio', { name: name.value.trim(), url: url.value.trim() }).then(added, complain);
        } }, name, url, textButton(t('save'), () => {}, { class: 'main', type: 'submit' }))];
    });
}

/** @type {import('./page.js').View} */
export function radioView(app, _id, signal) {
    const place = h('div', {});
    const context = { from_is: 'radio', from_is_id: 0 };
    /** @param {Station} station */
    const row = station => {
        const name = station.name ?? station.title ?? '';
        return h('div', { class: 'row', 'data-track': station.id },
            h('button', { type: 'button', class: 'row-main', onclick: () => app.commands.play(station.id, context) },
                h('span', { class: 'row-lead', 'aria-hidden': 'true' }, h('span', { class: 'row-disc' }, icon('radio')), icon('speaker')),
                h('span', { class: 'row-words' }, h('span', { class: 'row-title' }, name), ' ',
                    h('span', { class: 'row-sub' }, station.url ?? ''))),
            app.mayControl ? iconButton(t('moreOf', { title: name }), 'more', () => menu(name, [{
                label: t('removeStation'), icon: 'remove',
                act: () => request('DELETE', `radio/${station.id}`).then(show, complain),
            }])) : '');
    };
    const show = () => fill(place, () => get('radio'), answer => {
        /** @type {Station[]} */
        const stations = pageOf(answer).items;
        return [stations.length === 0 ? empty(t('radioEmpty'))
            : h('ul', { class: 'rows', role: 'list', 'aria-label': t('radio') }, ...stations.map(station => h('li', {}, row(station))))];
    }, signal);
    show();
    followCurrent(app, place, signal);
    return page(t('radio'), { actions: [app.mayControl && profileChip(app, signal), app.mayControl && iconButton(t('addStation'), 'add', () => addStation(show))] }, place);
}
