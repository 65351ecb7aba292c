// SPDX-License-Identifier: Apache-2.0
import { playingTrack } from '../parts/playingwords.js';

/** @typedef {import('../app.js').App} App */

const sizes = [256, 512];

/** @param {App} app */
function metadata(app) {
    const track = playingTrack(app);
    return new MediaMetadata({
        title: track?.title ?? '',
        artist: track?.artist ?? '',
        album: track?.album ?? '',
        artwork: track?.album_id ? sizes.map(size => ({ src: `/art/${track.album_id}?size=${size}`, sizes: `${size}x${size}` })) : [],
    });
}

/** What plays on the lock screen and at the keys of a headset, while this browser sounds. @param {App} app */
export function showOnLockScreen(app) {
    if (!('mediaSession' in navigator))
        return;
    const session = navigator.mediaSession;
    const { commands, hub, listener } = app;
    /** @type {[MediaSessionAction, (details: MediaSessionActionDetails) => void][]} */
    const handlers = [
        ['play', () => {
            listener.touched();
            commands.resume();
        }],
        ['pause', () => commands.pause()],
        ['previoustrack', () => commands.previous()],
        ['nexttrack', () => commands.next()],
        ['seekto', details => commands.seek((details.seekTime ?? 0) * 1000)],
        ['seekbackward', details => commands.seek(hub.position() - (details.seekOffset ?? 10) * 1000)],
        ['seekforward', details => commands.seek(hub.position() + (details.seekOffset ?? 10) * 1000)],
    ];
    let set = false;
    let shown = '';

    function update() {
        if (set !== listener.on) {
            set = listener.on;
            for (const [action, handler] of handlers)
                try {
                    session.setActionHandler(action, set ? handler : null);
                } catch {
                    // not every browser knows every action
                }
        }
        if (!listener.on) {
            session.metadata = null;
            session.playbackState = 'none';
            shown = '';
            return;
        }
        const track = playingTrack(app);
        const now = `${track?.id} ${track?.title} ${track?.album_id}`;
        if (now !== shown) {
            shown = now;
            session.metadata = metadata(app);
        }
        session.playbackState = hub.playing ? 'playing' : 'paused';
        const length = hub.state?.player?.duration_ms ?? 0;
        if (length > 0)
            session.setPositionState?.({ duration: length / 1000, position: Math.min(length, hub.position()) / 1000, playbackRate: 1 });
    }
    hub.changed.on(['state', 'status'], update);
    listener.changed.on(['changed'], update);
    app.tracks.changed.on(['known'], update);
}
