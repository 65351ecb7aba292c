// SPDX-License-Identifier: Apache-2.0
/**
 * What goes over the wire, as docs/protocol.md has it. Lengths are milliseconds, `*_us` microseconds of the hub's clock.
 *
 * @typedef {{track_id: number, from_is: string, from_is_id: number, paused_by: 'nobody' | 'user' | 'lease',
 *     position_ms: number, at_us: number, play_id: number, duration_ms: number, item: number}} Player
 * @typedef {{id: number, title: string, artist?: string, artist_id?: number, album?: string, album_id?: number,
 *     disc?: number, track?: number, year?: number, duration_ms?: number, missing?: boolean}} Track
 * @typedef {'off' | 'one' | 'all'} Repeat
 * @typedef {{shuffle: boolean, repeat: Repeat, stop_after: boolean}} Modes
 * @typedef {{epoch: string, rev: number, player?: Player, track?: Track, modes: Modes}} SessionState
 * @typedef {'idle' | 'loading' | 'sounding' | 'paused' | 'missing' | 'failed' | 'silent'} Condition
 * @typedef {{id: string, name: string, wire: 'plain' | 'native', output: boolean, condition: Condition, error_us: number, clock_error_us?: number, pace_ppm?: number,
 *     active?: boolean, volume?: number, muted?: boolean, timing?: 'close' | 'exact', private?: boolean}} Device
 * @typedef {'listener' | 'controller' | 'admin'} Role
 * @typedef {{hub: string, name: string, version: string, connection: number, role?: Role, user?: string}} Hello
 * @typedef {{id: string, name: string, address: string, code?: string}} Asking `code`: what a TV shows meanwhile
 * @typedef {{command: string, field: string, reason: string}} Fault
 * @typedef {{queue_rev: number, since?: number, at?: number, removed?: number, items: number[], tracks: number[],
 *     contexts: {count: number, from_is: string, from_is_id: number}[], can_undo: boolean, can_redo: boolean}} QueueMessage
 *
 * @typedef {{id: number, title: string, artist: string, artist_id?: number, year?: number, track_count: number,
 *     duration_ms?: number, tracks?: Track[]}} Album
 * @typedef {{id: number, name: string, album_count: number, track_count: number, albums?: Album[]}} Artist
 * @typedef {{id: number, name: string, track_count?: number, tracks?: Track[], revision?: number}} Playlist
 * @typedef {{id: number, title?: string, name?: string, url?: string}} Station
 * @typedef {{id: string, name?: string, default: boolean, playlist_count?: number, favourite_count?: number}} User
 * @typedef {{user: string, role: Role, device?: string, hub: {name: string, id: string, version: string}}} Me
 *
 * Where a track was started from.
 * @typedef {{from_is: string, from_is_id: number}} Context
 */
export {};
