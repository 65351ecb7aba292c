// SPDX-License-Identifier: Apache-2.0
// Music that tells by its pitch what it is and where: each track begins a thousand hertz above the one before it and
// rises by ten in each second.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { run } from './programs.js';

const lowestHz = 500;
const betweenTracksHz = 1000;
const risePerSecondHz = 10;
const loudness = 0.25;

/** Of each track. */
export const durationMs = 60_000;

/**
 * @typedef {object} Tune
 * @property {string} title
 * @property {string} artist
 * @property {string} album
 * @property {number} number of the track on its album
 */

/** The first album and the second, in their order. @type {Tune[]} */
export const tunes = [
    { title: 'Morning', artist: 'The Risers', album: 'Upwards', number: 1 },
    { title: 'Noon', artist: 'The Risers', album: 'Upwards', number: 2 },
    { title: 'Evening', artist: 'The Risers', album: 'Upwards', number: 3 },
    { title: 'Harbour', artist: 'Salt & Rope', album: 'Tides', number: 1 },
    { title: 'Open Sea', artist: 'Salt & Rope', album: 'Tides', number: 2 },
];

// Of the albums' covers.
const colours = new Map([['Upwards', ['f6a04d', 'd94f70', '35226b']], ['Tides', ['9be0d3', '1f7a8c', '0b2545']]]);

/**
 * @param {string} folder
 * @returns {Promise<number>} how many, once all tunes are there
 */
export async function makeTunes(folder) {
    for (const [index, tune] of tunes.entries()) {
        const album = join(folder, tune.album);
        await mkdir(album, { recursive: true });
        if (tune.number === 1)
            await makeCover(join(album, 'cover.jpg'), colours.get(tune.album) ?? []);
        const firstHz = lowestHz + index * betweenTracksHz;
        const pitch = `${loudness}*sin(2*PI*(${firstHz}*t+${risePerSecondHz / 2}*t*t))`;
        await run('ffmpeg', [
            '-v', 'error', '-nostdin', '-f', 'lavfi', '-i', `aevalsrc=${pitch}:s=44100:d=${durationMs / 1000}`,
            '-metadata', `title=${tune.title}`, '-metadata', `artist=${tune.artist}`, '-metadata', `album=${tune.album}`,
            '-metadata', `track=${tune.number}`, '-metadata', 'genre=Tones', join(album, `${tune.number}.flac`),
        ]);
    }
    return tunes.length;
}

/**
 * An album that is only looked at; each of its tracks is a tone of its own, because what sounds the same is the same track.
 * @param {string} folder
 * @param {{ artist: string, album: string, year: number, titles: string[], colours: string[] }} what
 */
export async function makeAlbum(folder, { artist, album, year, titles, colours: wanted }) {
    const place = join(folder, album);
    await mkdir(place, { recursive: true });
    await makeCover(join(place, 'cover.jpg'), wanted);
    for (const [index, title] of titles.entries())
        await run('ffmpeg', [
            '-v', 'error', '-nostdin', '-f', 'lavfi', '-i', `sine=f=${year - 1800 + 10 * index}:r=8000:d=${180 + 23 * index}`,
            '-metadata', `title=${title}`, '-metadata', `artist=${artist}`, '-metadata', `album=${album}`, '-metadata', `date=${year}`,
            '-metadata', `track=${index + 1}`, '-metadata', 'genre=Samples', join(place, `${index + 1}.flac`),
        ]);
}

/**
 * @param {string} path
 * @param {string[]} [colours]
 */
async function makeCover(path, [top, middle, bottom] = []) {
    const gradient = `gradients=s=600x600:n=3:c0=0x${top}:c1=0x${middle}:c2=0x${bottom}:x0=80:y0=0:x1=520:y1=600:d=1`;
    await run('ffmpeg', ['-v', 'error', '-nostdin', '-f', 'lavfi', '-i', gradient, '-frames:v', '1', '-q:v', '3', path]);
}

/**
 * @param {number} hertz
 * @returns {{ title: string, positionMs: number } | undefined} what sounds at that pitch; nothing that we know
 */
export function tuneAt(hertz) {
    const tune = tunes[Math.floor((hertz - lowestHz) / betweenTracksHz)];
    const seconds = ((hertz - lowestHz) % betweenTracksHz) / risePerSecondHz;
    return tune && seconds * 1000 <= durationMs ? { title: tune.title, positionMs: seconds * 1000 } : undefined;
}
