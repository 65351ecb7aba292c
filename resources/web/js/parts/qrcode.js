// SPDX-License-Identifier: Apache-2.0
import { t } from '../texts/texts.js';

const names = 'http://www.w3.org/2000/svg';
const quiet = 4; // modules around it, as the standard wants

/**
 * @param {string[]} rows of 0 and 1; 1 is dark
 * @param {string} text what it says
 */
export function qrCode(rows, text) {
    const size = rows.length + 2 * quiet;
    const svg = document.createElementNS(names, 'svg');
    svg.setAttribute('class', 'qr');
    svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', t('qr', { text: text.replace(/#.*/, '') }));
    svg.setAttribute('shape-rendering', 'crispEdges');
    const path = document.createElementNS(names, 'path');
    let line = '';
    rows.forEach((row, y) => {
        for (let x = 0; x < row.length; ++x)
            if (row[x] === '1')
                line += `M${x + quiet} ${y + quiet}h1v1h-1z`;
    });
    path.setAttribute('d', line);
    svg.append(path);
    return svg;
}
