// SPDX-License-Identifier: Apache-2.0
import { h } from './dom.js';

/** Albums whose picture was asked for in vain. @type {Set<number>} */
const without = new Set();

/** @param {string} title */
function initialOf(title) {
    return Array.from(title).find(letter => /[\p{L}\p{N}]/u.test(letter))?.toUpperCase() ?? '';
}

/** The hub scales to some steps only, so that they are found again. @param {number} pixels */
function stepFor(pixels) {
    return [128, 256, 512].find(step => step >= pixels) ?? 1024;
}

/**
 * A cover, and a drawn one where there is none. What it shows stands beside it in words.
 * @param {number} pixels its usual width on the screen
 */
export function cover(pixels) {
    const letter = h('span', { class: 'cover-letter' });
    const element = h('div', { class: 'cover', 'aria-hidden': 'true' }, letter);
    let shown = '';

    /** @param {number} album */
    function loadPicture(album) {
        const size = stepFor(Math.round(pixels * Math.min(devicePixelRatio, 3)));
        const picture = h('img', { class: 'cover-picture', alt: '', decoding: 'async', draggable: 'false',
            src: `/art/${album}?size=${size}` });
        picture.addEventListener('error', () => {
            without.add(album);
            picture.remove();
        });
        element.append(picture);
    }
    return {
        element,
        /** @param {{album_id?: number | undefined, album?: string | undefined, title?: string}} what */
        show(what) {
            const album = what.album_id ?? 0;
            const title = what.album ?? what.title ?? '';
            if (shown === `${album} ${title}`)
                return;
            shown = `${album} ${title}`;
            element.querySelector('img')?.remove();
            element.style.setProperty('--hue', String(album % 360));
            letter.textContent = initialOf(title);
            if (album && !without.has(album))
                loadPicture(album);
        },
    };
}
