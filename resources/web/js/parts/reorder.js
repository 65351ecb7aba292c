// SPDX-License-Identifier: Apache-2.0

const edge = 72; // px from the border of the view where it begins to scroll
const scrollStep = 12; // px each frame

/**
 * Lets the entries of a list be moved by their grips: dragged, or with the arrow keys.
 * @param {HTMLElement} list whose rows have a .grip with data-index
 * @param {number} rowHeight px
 * @param {(from: number, to: number) => void} moved
 * @param {AbortSignal} signal
 */
export function reorder(list, rowHeight, moved, signal) {
    list.addEventListener('keydown', event => {
        const grip = gripOf(event.target);
        const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
        if (!grip || step === 0)
            return;
        event.preventDefault();
        moved(Number(grip.dataset.index), Number(grip.dataset.index) + step);
    }, { signal });
    list.addEventListener('pointerdown', event => {
        const grip = gripOf(event.target);
        if (grip && event.button === 0)
            drag(list, grip, event, rowHeight, moved);
    }, { signal });
}

/** @param {EventTarget | null} target @returns {HTMLElement | null} */
const gripOf = target => (target instanceof Element ? target.closest('.grip') : null);

/**
 * @param {HTMLElement} list
 * @param {HTMLElement} grip
 * @param {PointerEvent} down
 * @param {number} rowHeight
 * @param {(from: number, to: number) => void} moved
 */
function drag(list, grip, down, rowHeight, moved) {
    const row = grip.closest('li');
    const view = list.closest('.scroll');
    if (!row || !view)
        return;
    const from = Number(grip.dataset.index);
    const grabbed = down.clientY - row.getBoundingClientRect().top;
    const line = document.createElement('div');
    line.className = 'drop-line';
    list.append(line);
    row.classList.add('is-dragged');
    grip.setPointerCapture(down.pointerId);
    const ended = new AbortController();
    let y = down.clientY;
    let to = from;
    let frame = requestAnimationFrame(follow);

    function follow() {
        const bounds = /** @type {Element} */ (view).getBoundingClientRect();
        if (y < bounds.top + edge)
            /** @type {Element} */ (view).scrollTop -= scrollStep;
        else if (y > bounds.bottom - edge)
            /** @type {Element} */ (view).scrollTop += scrollStep;
        const top = list.getBoundingClientRect().top;
        const last = Math.round(list.clientHeight / rowHeight) - 1;
        const at = y - grabbed - top;
        to = Math.max(0, Math.min(last, Math.round(at / rowHeight)));
        /** @type {HTMLElement} */ (row).style.transform = `translateY(${at - from * rowHeight}px)`;
        line.style.top = `${(to > from ? to + 1 : to) * rowHeight}px`;
        frame = requestAnimationFrame(follow);
    }
    /** @param {PointerEvent} event */
    const track = event => (y = event.clientY);
    /** @param {Event} event */
    function end(event) {
        ended.abort();
        cancelAnimationFrame(frame);
        line.remove();
        row?.classList.remove('is-dragged');
        row?.style.removeProperty('transform');
        if (event.type === 'pointerup' && to !== from)
            moved(from, to);
    }
    grip.addEventListener('pointermove', track, { signal: ended.signal });
    for (const name of ['pointerup', 'pointercancel'])
        grip.addEventListener(name, end, { signal: ended.signal });
}
