// SPDX-License-Identifier: Apache-2.0
import { h } from './dom.js';

/**
 * @typedef {{label: string, columns?: (width: number) => number, height: (width: number) => number,
 *     row: (index: number) => HTMLElement, key?: (index: number) => string, shown?: (first: number, last: number) => void,
 *     class?: string}} How `height` of a row of as many as `columns` says; `shown` is told what came into view
 */

const beyond = 400; // px that are ready before they are seen

/**
 * A list of any length of which only what is in view exists.
 * @param {How} how
 * @param {AbortSignal} signal ends it
 */
export function scroller(how, signal) {
    const element = h('ul', { class: `scroller ${how.class ?? ''}`.trim(), role: 'list', 'aria-label': how.label });
    /** @type {Map<number, HTMLLIElement>} */
    let present = new Map();
    let total = 0;
    let frame = 0;

    const columnsNow = () => how.columns?.(element.clientWidth) ?? 1;

    /** @param {number} index */
    function entry(index) {
        const item = h('li', { class: 'scroller-item', 'aria-setsize': total, 'aria-posinset': index + 1,
            'data-key': how.key?.(index) ?? String(index) }, how.row(index));
        element.append(item);
        return item;
    }

    function place() {
        frame = 0;
        const view = element.closest('.scroll');
        if (!view || signal.aborted)
            return;
        const columns = columnsNow();
        const height = how.height(element.clientWidth / columns);
        element.style.height = `${Math.ceil(total / columns) * height}px`;
        const top = view.getBoundingClientRect().top - element.getBoundingClientRect().top;
        const first = Math.max(0, Math.floor((top - beyond) / height) * columns);
        const last = Math.min(total, Math.ceil((top + view.clientHeight + beyond) / height) * columns);
        keep(first, last);
        for (const [index, item] of present) {
            item.style.top = `${Math.floor(index / columns) * height}px`;
            item.style.left = `${(index % columns) * (100 / columns)}%`;
            item.style.width = `${100 / columns}%`;
            item.style.height = `${height}px`;
        }
    }

    /** @param {number} first @param {number} last */
    function keep(first, last) {
        for (const [index, item] of present)
            if ((index < first || index >= last) && !item.contains(document.activeElement)) {
                item.remove();
                present.delete(index);
            }
        let isNew = false;
        for (let index = first; index < last; ++index)
            if (!present.has(index)) {
                present.set(index, entry(index));
                isNew = true;
            }
        if (isNew)
            how.shown?.(first, last);
    }

    const later = () => (frame ||= requestAnimationFrame(place));
    document.addEventListener('scroll', later, { capture: true, passive: true, signal });
    const observer = new ResizeObserver(later);
    observer.observe(element);
    signal.addEventListener('abort', () => observer.disconnect());

    return {
        element,
        /** @param {number} count @param {boolean} [anew] draws all of them again */
        show(count, anew = true) {
            const focused = element.contains(document.activeElement) ? document.activeElement : null;
            const key = focused?.closest('li')?.dataset.key;
            const label = focused?.getAttribute('data-part');
            total = count;
            if (anew) {
                present.forEach(item => item.remove());
                present = new Map();
            }
            place();
            if (!focused || document.contains(focused) || key === undefined)
                return;
            const again = element.querySelector(`li[data-key="${CSS.escape(key)}"]`);
            /** @type {HTMLElement | null | undefined} */ (again?.querySelector(`[data-part="${label}"]`)
                ?? again?.querySelector('button'))?.focus();
        },
        /** Draws again what is in view. */
        refresh() {
            this.show(total);
        },
        /** @param {number} index */
        async reveal(index) {
            const view = element.closest('.scroll');
            if (!view)
                return;
            const height = how.height(element.clientWidth / columnsNow());
            const top = element.getBoundingClientRect().top - view.getBoundingClientRect().top + view.scrollTop;
            view.scrollTop = top + Math.floor(index / columnsNow()) * height - view.clientHeight / 3;
        },
    };
}
