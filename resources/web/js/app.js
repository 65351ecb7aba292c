// SPDX-License-Identifier: Apache-2.0
import { get } from './hub/api.js';
import { Commands } from './hub/commands.js';
import { Emitter } from './hub/emitter.js';
import { Favourites } from './hub/favourites.js';
import { Hub } from './hub/hub.js';
import { Tracks } from './hub/tracks.js';
import { Listener } from './listen/listener.js';

/** @typedef {'favourites' | 'playlists' | 'radio' | 'history'} Feature parts a hub may be without */

/** @type {Feature[]} */
const features = ['favourites', 'playlists', 'radio', 'history'];

/** What all views share. */
export class App {
    hub = new Hub();
    commands = new Commands(this.hub);
    tracks = new Tracks();
    favourites = new Favourites();
    listener = new Listener(this.hub);
    /** @type {import('./types.js').Me | null} */
    me = null;
    /** As whom this page began: with another user it is another page. */
    user = '';
    /** @type {Set<Feature>} */
    features = new Set();
    /** @type {Emitter<'features' | 'users'>} */
    changed = new Emitter();

    get isAdmin() {
        return (this.hub.hello?.role ?? this.me?.role) === 'admin';
    }

    get mayControl() {
        return (this.hub.hello?.role ?? this.me?.role) !== 'listener';
    }

    /** Finds out what this hub has. */
    async look() {
        await Promise.all(features.map(async feature => {
            try {
                await get(feature, { limit: 1 });
                this.features.add(feature);
            } catch (error) {
                if (/** @type {import('./hub/api.js').ApiError} */ (error).status === 400)
                    this.features.add(feature); // it is there, and takes no limit
            }
        }));
        if (this.features.has('favourites'))
            this.favourites.load();
        this.changed.emit('features');
    }

    /** @param {string} path */
    go(path) {
        location.hash = `#/${path}`;
    }

    /** Back to where the page was opened from, or to @p otherwise. @param {string} otherwise */
    back(otherwise) {
        if (history.state?.inside)
            history.back();
        else
            this.go(otherwise);
    }
}
