// SPDX-License-Identifier: Apache-2.0
// All that the page can show, and how to get there.

/** @typedef {import('./browser.js').Page} Page */

/**
 * @typedef {object} View
 * @property {string} name
 * @property {string} path behind the hash
 * @property {(page: Page) => Promise<unknown>} isThere
 */

/**
 * @param {string} name
 * @param {string} path
 * @param {string} heading
 * @returns {View}
 */
function place(name, path, heading) {
    return { name, path, isThere: (page) => page.getByRole('heading', { name: heading, level: 1 }).waitFor() };
}

/**
 * Those that need nothing but a library.
 * @param {{ id: number, album_id: number, artist_id: number }} track
 * @returns {View[]}
 */
export function viewsWith(track) {
    return [
        place('albums', 'albums', 'Albums'), place('album', `album/${track.album_id}`, 'Tides'),
        place('artists', 'artists', 'Artists'), place('artist', `artist/${track.artist_id}`, 'Salt & Rope'),
        place('genres', 'genres', 'Genres'), place('tracks', 'tracks', 'Tracks'), place('playlists', 'playlists', 'Playlists'),
        place('favourites', 'favourites', 'Favourites'), place('radio', 'radio', 'Radio'), place('history', 'history', 'Recently played'),
        place('search', 'search', 'Search'), place('queue', 'queue', 'Queue'), place('playing', 'playing', 'Now playing'),
        place('devices', 'devices', 'Devices'),
    ];
}

/**
 * @param {Page} page
 * @param {View} view
 */
export async function show(page, view) {
    await page.evaluate((path) => location.hash = `#/${path}`, view.path);
    await view.isThere(page);
    await page.locator('main [aria-busy=true]').waitFor({ state: 'detached' });
}
