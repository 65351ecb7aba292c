// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>

namespace Sync {

/// How rows of one kind are read as JSON, and written from it. Each is given id and user, to write also the
/// JSON, which SQLite takes apart.
struct RowKind {
    QLatin1StringView name; ///< of its keys
    bool isOfPeople = false; ///< of that shelf
    QLatin1StringView read;
    QLatin1StringView write;
    QLatin1StringView writeParts; ///< after that, where it was removed before; empty: it has none
    QLatin1StringView remove;
};

inline constexpr RowKind rowKinds[] = {
    {.name = QLatin1StringView("user"),
     .isOfPeople = true,
     .read = QLatin1StringView("SELECT json_object('name', name, 'created_ms', created_ms) FROM users, given "
                               "WHERE users.user = id"),
     .write = QLatin1StringView(
         "INSERT INTO users (user, name, created_ms)"
         " SELECT id, json_extract(content, '$.name'), json_extract(content, '$.created_ms') FROM given "
         "WHERE true"
         " ON CONFLICT (user) DO UPDATE SET name = excluded.name, created_ms = excluded.created_ms"),
     .writeParts = {},
     .remove = QLatin1StringView("DELETE FROM users WHERE user = (SELECT id FROM given)")},
    {.name = QLatin1StringView("token"),
     .isOfPeople = true,
     .read = QLatin1StringView(
         "SELECT json_object('user', tokens.user, 'role', role, 'device', device, 'name', name,"
         " 'created_ms', created_ms, 'tv', tv) FROM tokens, given WHERE hash = given.id"),
     .write = QLatin1StringView(
         "INSERT INTO tokens (hash, user, role, device, name, created_ms, seen_ms, tv)"
         " SELECT id, json_extract(content, '$.user'), json_extract(content, '$.role'), "
         "json_extract(content, '$.device'),"
         " json_extract(content, '$.name'), json_extract(content, '$.created_ms'), 0, json_extract(content, "
         "'$.tv')"
         " FROM given WHERE true ON CONFLICT (hash) DO UPDATE SET user = excluded.user, role = excluded.role,"
         " device = excluded.device, name = excluded.name, tv = excluded.tv"),
     .writeParts = {},
     .remove = QLatin1StringView("DELETE FROM tokens WHERE hash = (SELECT id FROM given)")},
    {.name = QLatin1StringView("favourite"),
     .read = QLatin1StringView("SELECT json_object('since_ms', since_ms) FROM favourites, given"
                               " WHERE favourites.user = given.user AND track_id = CAST(id AS INTEGER)"),
     .write = QLatin1StringView(
         "INSERT INTO favourites (user, track_id, since_ms)"
         " SELECT user, CAST(id AS INTEGER), json_extract(content, '$.since_ms') FROM given WHERE true"
         " ON CONFLICT (user, track_id) DO UPDATE SET since_ms = excluded.since_ms"),
     .writeParts = {},
     .remove = QLatin1StringView("DELETE FROM favourites WHERE (user, track_id) ="
                                 " (SELECT user, CAST(id AS INTEGER) FROM given)")},
    {.name = QLatin1StringView("rating"),
     .read = QLatin1StringView("SELECT json_object('half_stars', half_stars) FROM ratings, given"
                               " WHERE ratings.user = given.user AND track_id = CAST(id AS INTEGER)"),
     .write = QLatin1StringView(
         "INSERT INTO ratings (user, track_id, half_stars)"
         " SELECT user, CAST(id AS INTEGER), json_extract(content, '$.half_stars') FROM given WHERE true"
         " ON CONFLICT (user, track_id) DO UPDATE SET half_stars = excluded.half_stars"),
     .writeParts = {},
     .remove = QLatin1StringView("DELETE FROM ratings WHERE (user, track_id) ="
                                 " (SELECT user, CAST(id AS INTEGER) FROM given)")},
    {.name = QLatin1StringView("playlist"),
     .read = QLatin1StringView(
         "SELECT json_object('name', name, 'origin', origin, 'created_ms', created_ms, 'changed_ms', "
         "changed_ms,"
         " 'item_count', item_count, 'duration_ms', duration_ms, 'items', json((SELECT json_group_array("
         "json_array(track_id, title, artist, item.duration_ms, path)) FROM"
         " (SELECT * FROM playlist_items WHERE playlist = playlists.id ORDER BY position) AS item)))"
         " FROM playlists, given WHERE playlists.id = CAST(given.id AS INTEGER)"
         " AND playlists.user = given.user"),
     .write = QLatin1StringView(
         "INSERT INTO playlists (id, user, name, origin, created_ms, changed_ms, item_count, duration_ms)"
         " SELECT CAST(id AS INTEGER), user, json_extract(content, '$.name'), json_extract(content, "
         "'$.origin'),"
         " json_extract(content, '$.created_ms'), json_extract(content, '$.changed_ms'),"
         " json_array_length(content, '$.items'), json_extract(content, '$.duration_ms') FROM given WHERE "
         "true"
         " ON CONFLICT (id) DO UPDATE SET name = excluded.name, origin = excluded.origin,"
         " changed_ms = excluded.changed_ms, item_count = excluded.item_count,"
         " duration_ms = excluded.duration_ms WHERE user = excluded.user"),
     .writeParts = QLatin1StringView(
         "INSERT INTO playlist_items (playlist, position, user, track_id, title, artist, duration_ms, path)"
         " SELECT playlists.id, item.key, given.user, json_extract(item.value, '$[0]'),"
         " json_extract(item.value, '$[1]'), json_extract(item.value, '$[2]'),"
         " json_extract(item.value, '$[3]'), json_extract(item.value, '$[4]')"
         " FROM given, json_each(given.content, '$.items') AS item, playlists"
         " WHERE playlists.id = CAST(given.id AS INTEGER) AND playlists.user = given.user"),
     .remove = QLatin1StringView("DELETE FROM playlists WHERE (id, user) ="
                                 " (SELECT CAST(id AS INTEGER), user FROM given)")},
    {.name = QLatin1StringView("station"),
     .read = QLatin1StringView(
         "SELECT json_object('name', name, 'url', url, 'position', position) FROM stations, given"
         " WHERE stations.user = given.user AND stations.id = CAST(given.id AS INTEGER)"),
     .write = QLatin1StringView(
         "INSERT INTO stations (user, id, name, url, position)"
         " SELECT user, CAST(id AS INTEGER), json_extract(content, '$.name'), json_extract(content, '$.url'),"
         " json_extract(content, '$.position') FROM given WHERE true ON CONFLICT (user, id) DO UPDATE SET"
         " name = excluded.name, url = excluded.url, position = excluded.position"),
     .writeParts = {},
     .remove = QLatin1StringView("DELETE FROM stations WHERE (user, id) ="
                                 " (SELECT user, CAST(id AS INTEGER) FROM given)")},
};

} // namespace Sync
