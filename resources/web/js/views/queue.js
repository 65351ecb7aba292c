// SPDX-License-Identifier: Apache-2.0
import { itemBefore } from '../hub/queue.js';
import { h, iconButton } from '../parts/dom.js';
import { reorder } from '../parts/reorder.js';
import { scroller } from '../parts/scroller.js';
import { toast } from '../parts/toast.js';
import { rowHeight, trackRow } from '../parts/trackrow.js';
import { t } from '../texts/texts.js';
import { empty, failure, page } from './page.js';

/** @typedef {import('../app.js').App} App */

/** @param {App} app @param {number} index */
const itemAt = (app, index) => app.hub.queue?.items[index];

/** @param {App} app @param {number} from @param {number} to */
function move(app, from, to) {
    const queue = app.hub.queue;
    const item = itemAt(app, from);
    if (queue && item && to >= 0 && to < queue.items.length && to !== from)
        app.commands.move([item.item], itemBefore(queue, from, to));
}

/** @param {App} app @param {number} index */
function remove(app, index) {
    const item = itemAt(app, index);
    if (!item)
        return;
    app.commands.remove([item.item]);
    toast(t('removed', { n: 1 }), { label: t('undo'), act: () => app.commands.undo() });
}

/** @param {App} app @param {number} index */
function queueRow(app, index) {
    const item = itemAt(app, index);
    const track = item && app.tracks.find(item.track);
    if (!item)
        return h('div', { class: 'row is-waiting' });
    const last = (app.hub.queue?.items.length ?? 0) - 1;
    const row = trackRow(app, track, {
        context: item,
        play: () => app.commands.playItem(item.item),
        more: app.mayControl ? [
            index > 0 && { label: t('moveUp'), icon: 'up', act: () => move(app, index, index - 1) },
            index < last && { label: t('moveDown'), icon: 'down', act: () => move(app, index, index + 1) },
            { label: t('removeFromQueue'), icon: 'remove', act: () => remove(app, index) },
        ] : [],
    });
    row.classList.toggle('is-current', item.item === app.hub.state?.player?.item);
    row.classList.toggle('is-movable', app.mayControl);
    if (track && app.mayControl)
        row.append(iconButton(t('moveOf', { title: track.title }), 'grip', () => {}, { class: 'icon-button grip',
            'data-part': 'grip', 'data-index': index, 'aria-description': t('moveHint') }));
    return row;
}

/** Begins at what plays. @param {App} app @param {AbortSignal} signal */
export function queueList(app, signal) {
    let from = 0;
    let to = 0;
    const list = scroller({
        label: t('queue'),
        height: () => rowHeight,
        row: index => queueRow(app, index),
        key: index => String(itemAt(app, index)?.item ?? index),
        shown: (first, last) => [from, to] = [first, last],
    }, signal);
    reorder(list.element, rowHeight, (from, to) => move(app, from, to), signal);
    const fault = h('div', {});
    let current = app.hub.state?.player?.item;
    let placed = false;
    const refresh = () => {
        list.show(app.hub.queue?.items.length ?? 0);
        fault.replaceChildren(...(app.tracks.error ? [failure(app.tracks.error, () => app.tracks.retry())] : []));
        const at = app.hub.queue?.items.findIndex(item => item.item === current) ?? -1;
        if (placed || at < 0 || !list.element.isConnected)
            return;
        placed = true;
        if (at > 2)
            list.reveal(at);
    };
    app.hub.changed.on(['queue'], refresh, signal);
    app.tracks.changed.on(['known'], () => {
        app.tracks.learnQueue(from, (app.hub.queue?.items.slice(from, to) ?? []).map(item => item.track));
        refresh();
    }, signal);
    app.hub.changed.on(['state'], () => {
        if (current === app.hub.state?.player?.item)
            return;
        current = app.hub.state?.player?.item;
        refresh();
    }, signal);
    requestAnimationFrame(refresh);
    return h('div', {}, fault, list.element);
}

/** @type {import('./page.js').View} */
export function queueView(app, _id, signal) {
    const list = queueList(app, signal);
    const undo = iconButton(t('undo'), 'undo', () => app.commands.undo());
    const redo = iconButton(t('redo'), 'redo', () => app.commands.redo());
    const clear = iconButton(t('clear'), 'empty', () => {
        app.commands.clear();
        toast(t('cleared'), { label: t('undo'), act: () => app.commands.undo() });
    });
    const none = empty(t('queueEmpty'), t('queueEmptyHint'));
    const note = h('p', { class: 'page-note' });
    const update = () => {
        const length = app.hub.queue?.items.length ?? 0;
        undo.disabled = !app.hub.live || !app.hub.queue?.canUndo || !app.mayControl;
        redo.disabled = !app.hub.live || !app.hub.queue?.canRedo || !app.mayControl;
        clear.disabled = !app.hub.live || length < 2 || !app.mayControl;
        none.hidden = length > 0;
        note.textContent = length > 0 ? t('tracks', { n: length }) : '';
    };
    app.hub.changed.on(['queue', 'status', 'state'], update, signal);
    update();
    return page(t('queue'), { actions: [undo, redo, clear] }, note, none, list);
}
