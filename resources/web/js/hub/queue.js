// SPDX-License-Identifier: Apache-2.0
/**
 * @typedef {{item: number, track: number, from_is: string, from_is_id: number}} QueueItem
 * @typedef {{rev: number, items: QueueItem[], canUndo: boolean, canRedo: boolean}} Queue
 */

/**
 * @param {import('../types.js').QueueMessage} message
 * @returns {QueueItem[]}
 */
function itemsOf(message) {
    /** @type {QueueItem[]} */
    const items = [];
    for (const run of message.contexts)
        for (let i = 0; i < run.count; ++i) {
            const at = items.length;
            items.push({ item: message.items[at], track: message.tracks[at], from_is: run.from_is, from_is_id: run.from_is_id });
        }
    return items;
}

/**
 * The queue after what the hub says of it.
 * @param {Queue | null} queue
 * @param {import('../types.js').QueueMessage} message
 * @returns {Queue | null} null: a change in between was missed
 */
export function changedQueue(queue, message) {
    if (message.since !== undefined && message.since !== queue?.rev)
        return null;
    const items = message.since === undefined || !queue ? [] : [...queue.items];
    const added = itemsOf(message);
    // Not splice(...added): a whole queue is more arguments than some engines take.
    const at = message.at ?? 0;
    const rest = items.slice(at + (message.removed ?? 0));
    items.length = Math.min(at, items.length);
    return { rev: message.queue_rev, items: items.concat(added, rest), canUndo: message.can_undo, canRedo: message.can_redo };
}

/**
 * What plays after @p item when it comes to its end.
 * @param {Queue} queue
 * @param {number} item
 * @param {import('../types.js').Modes} modes
 * @returns {QueueItem | null}
 */
export function upcoming(queue, item, modes) {
    const at = queue.items.findIndex(each => each.item === item);
    if (at < 0 || modes.stop_after)
        return null;
    if (modes.repeat === 'one')
        return queue.items[at];
    // A shuffled queue is shuffled anew by the hub when it comes round.
    return queue.items[at + 1] ?? (modes.repeat === 'all' && !modes.shuffle ? queue.items[0] : null);
}

/**
 * In front of which item something must be put so that it stands at index @p to when the one at @p from is taken out.
 * @param {Queue} queue
 * @param {number} from
 * @param {number} to
 * @returns {number} 0: the end
 */
export function itemBefore(queue, from, to) {
    const before = queue.items[to > from ? to + 1 : to];
    return before ? before.item : 0;
}
