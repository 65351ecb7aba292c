// SPDX-License-Identifier: Apache-2.0
import { closeSheets } from './parts/sheet.js';
import { albumView, artistView, genreView } from './views/album.js';
import { devicesView } from './views/devices.js';
import { eventsView } from './views/events.js';
import { albumsView, artistsView, favouritesView, genresView, historyView, tracksView } from './views/library.js';
import { nowPlayingView } from './views/nowplaying.js';
import { playlistsView, playlistView } from './views/playlists.js';
import { queueView } from './views/queue.js';
import { radioView } from './views/radio.js';
import { searchView } from './views/search.js';

/** @type {Record<string, import('./views/page.js').View>} */
const views = {
    album: albumView, albums: albumsView, artist: artistView, artists: artistsView, devices: devicesView,
    events: eventsView, favourites: favouritesView, genre: genreView, genres: genresView, history: historyView, playing: nowPlayingView,
    playlist: playlistView, playlists: playlistsView, queue: queueView, radio: radioView, search: searchView,
    tracks: tracksView,
};

/** @param {string} hash */
export function routeOf(hash) {
    const [name, id = ''] = hash.replace(/^#\/?/, '').split('/');
    return name in views ? { name, id } : { name: 'albums', id: '' };
}

/**
 * Shows the page the address names. Its part behind # is all that changes, so that the hub needs to know one page only.
 * @param {import('./app.js').App} app
 * @param {{main: HTMLElement, mark: (name: string) => void}} shell
 */
export function startRouter(app, shell) {
    let current = new AbortController();
    /** @type {Map<string, number>} */
    const scrolled = new Map();
    let shown = '';

    /** @param {boolean} first */
    function show(first) {
        const route = routeOf(location.hash);
        if (!first)
            history.replaceState({ inside: true }, '');
        scrolled.set(shown, shell.main.scrollTop);
        shown = `${route.name}/${route.id}`;
        current.abort();
        current = new AbortController();
        closeSheets();
        shell.mark(route.name);
        shell.main.replaceChildren(views[route.name](app, route.id, current.signal));
        shell.main.scrollTop = 0;
        restore(shell.main, scrolled.get(shown) ?? 0, current.signal);
        document.title = [shell.main.querySelector('h1')?.textContent, 'Segue'].filter(Boolean).join(' · ');
        if (!first)
            /** @type {HTMLElement | null} */ (shell.main.querySelector('h1'))?.focus({ preventScroll: true });
    }
    window.addEventListener('hashchange', () => show(false));
    show(true);
}

/**
 * Goes back to where the page was left, once it is long enough again.
 * @param {HTMLElement} main
 * @param {number} top
 * @param {AbortSignal} signal
 */
function restore(main, top, signal) {
    if (top === 0)
        return;
    const watch = new MutationObserver(() => {
        if (main.scrollHeight - main.clientHeight < top)
            return;
        main.scrollTop = top;
        watch.disconnect();
    });
    watch.observe(main, { childList: true, subtree: true, attributes: true, attributeFilter: ['style'] });
    signal.addEventListener('abort', () => watch.disconnect());
    main.addEventListener('pointerdown', () => watch.disconnect(), { once: true, signal });
}
