// SPDX-License-Identifier: Apache-2.0
// screenshots.js FOLDER: pictures of the page on a phone and on a tablet, light and dark, into FOLDER. To be run by run.sh.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Phone, phoneSize, tabletSize } from './support/browser.js';
import { House } from './support/house.js';
import { makeAlbum, makeTunes } from './support/music.js';
import { isPlaying } from './support/native.js';
import { run } from './support/programs.js';
import { show, viewsWith } from './support/views.js';

/** @typedef {import('./support/browser.js').Size} Size */

const shelf = [
    { artist: 'Marta Quill', album: 'Paper Boats', year: 2019, titles: ['Folded Twice', 'Downstream', 'The Old Weir'], colours: ['f4e3c1', 'c97b63', '4e3d42'] },
    { artist: 'North Yard', album: 'Sidings', year: 2021, titles: ['First Train', 'Points', 'Rust and Rain'], colours: ['d8e2dc', '6d8299', '1b263b'] },
    { artist: 'Ida Brandt', album: 'Winter Garden', year: 2016, titles: ['Frost', 'Lemon Tree', 'Thaw'], colours: ['e8f6ef', '4c9f70', '1e5128'] },
    { artist: 'The Long Way', album: 'Milestones', year: 2023, titles: ['Kilometre Zero', 'Detour', 'Home Straight'], colours: ['ffd166', 'ef476f', '26547c'] },
];

/** @param {string} folder */
async function makeMusic(folder) {
    const tunes = await makeTunes(folder);
    for (const album of shelf)
        await makeAlbum(folder, album);
    return tunes + shelf.reduce((sum, { titles }) => sum + titles.length, 0);
}

/**
 * @param {House} house
 * @param {string} file
 * @param {Size} size
 * @param {'light' | 'dark'} colorScheme
 * @param {string[]} names of views; `joining` is the way in
 */
async function takePictures(house, file, size, colorScheme, names) {
    const folder = await mkdtemp(join(tmpdir(), 'segue-pictures-'));
    const paired = await house.pairedPhone({ size, colorScheme, role: 'admin' });
    const stranger = await Phone.open(house.browser, house.hub, { size, colorScheme });
    const views = viewsWith(house.track('Harbour'));
    const pictures = [];
    for (const name of names) {
        const view = views.find((each) => each.name === name);
        const { page } = view ? paired : stranger;
        if (view)
            await show(page, view);
        else
            await page.getByRole('heading', { name: 'Join this Segue' }).waitFor();
        await page.waitForLoadState('networkidle');
        await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode().catch(() => {}))));
        const path = join(folder, `${name}.png`);
        await page.screenshot({ path });
        pictures.push('-i', path);
    }
    const side = names.length > 1 ? ['-filter_complex', `hstack=inputs=${names.length}`] : [];
    await run('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...pictures, ...side, '-frames:v', '1', '-pix_fmt', 'rgb24', file]);
    await rm(folder, { recursive: true, force: true });
    for (const { page } of [paired, stranger])
        await page.context().close();
}

const [folder = '.'] = process.argv.slice(2);
const house = await House.open({ words: ['--name', 'Desk'], music: makeMusic });
try {
    const watcher = await house.watcher();
    watcher.say({ type: 'play', track_id: house.trackId('Harbour'), from_is: 'tracks', from_is_id: 0 });
    watcher.say({ type: 'seek', position_ms: 21_000 });
    watcher.say({ type: 'pause' });
    await watcher.hearsState((state) => state.player?.position_ms >= 21_000 && !isPlaying(state));
    watcher.close(); // it is no device of a house
    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
        await takePictures(house, join(folder, `phone-${colorScheme}.png`), phoneSize, colorScheme,
                           ['joining', 'albums', 'album', 'playing', 'queue', 'devices']);
        await takePictures(house, join(folder, `phone-tablet-${colorScheme}.png`), tabletSize, colorScheme, ['albums', 'playing']);
    }
} finally {
    await house.close();
}
