// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Sync {

/// For PersonalDatabase. Whoever changes what hubs share leaves a note of it, in whichever thread and through
/// whichever connection: `changes` has each row there is or was, with the time and whether other hubs know
/// it.
inline constexpr auto sharedRowsSchema = R"(
CREATE TABLE changes (
    shelf TEXT NOT NULL,
    key TEXT NOT NULL,
    changed_ms INTEGER NOT NULL,
    is_known INTEGER NOT NULL,
    PRIMARY KEY (shelf, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX unknown_changes ON changes (shelf) WHERE NOT is_known;
INSERT INTO changes (shelf, key, changed_ms, is_known)
    SELECT 'people', 'user:' || user, created_ms, 0 FROM users
    UNION ALL SELECT 'people', 'token:' || hash, created_ms, 0 FROM tokens
    UNION ALL SELECT user, 'favourite:' || track_id, since_ms, 0 FROM favourites
    UNION ALL SELECT user, 'rating:' || track_id, 0, 0 FROM ratings
    UNION ALL SELECT user, 'playlist:' || id, changed_ms, 0 FROM playlists
    UNION ALL SELECT user, 'station:' || id, 0, 0 FROM stations;
CREATE VIEW new_changes AS SELECT shelf, key FROM changes;
CREATE TRIGGER new_change INSTEAD OF INSERT ON new_changes BEGIN
    INSERT INTO changes (shelf, key, changed_ms, is_known)
        VALUES (new.shelf, new.key, CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER), 0)
        ON CONFLICT (shelf, key) DO UPDATE SET changed_ms = excluded.changed_ms, is_known = 0; END;
CREATE TRIGGER user_added AFTER INSERT ON users
    BEGIN INSERT INTO new_changes VALUES ('people', 'user:' || new.user); END;
CREATE TRIGGER user_changed AFTER UPDATE ON users
    BEGIN INSERT INTO new_changes VALUES ('people', 'user:' || new.user); END;
CREATE TRIGGER user_removed AFTER DELETE ON users
    BEGIN INSERT INTO new_changes VALUES ('people', 'user:' || old.user); END;
CREATE TRIGGER token_added AFTER INSERT ON tokens
    BEGIN INSERT INTO new_changes VALUES ('people', 'token:' || new.hash); END;
CREATE TRIGGER token_changed AFTER UPDATE OF user, role, device, name, tv ON tokens
    BEGIN INSERT INTO new_changes VALUES ('people', 'token:' || new.hash); END;
CREATE TRIGGER token_removed AFTER DELETE ON tokens
    BEGIN INSERT INTO new_changes VALUES ('people', 'token:' || old.hash); END;
CREATE TRIGGER favourite_added AFTER INSERT ON favourites
    BEGIN INSERT INTO new_changes VALUES (new.user, 'favourite:' || new.track_id); END;
CREATE TRIGGER favourite_removed AFTER DELETE ON favourites
    BEGIN INSERT INTO new_changes VALUES (old.user, 'favourite:' || old.track_id); END;
CREATE TRIGGER rating_added AFTER INSERT ON ratings
    BEGIN INSERT INTO new_changes VALUES (new.user, 'rating:' || new.track_id); END;
CREATE TRIGGER rating_changed AFTER UPDATE ON ratings
    BEGIN INSERT INTO new_changes VALUES (new.user, 'rating:' || new.track_id); END;
CREATE TRIGGER rating_removed AFTER DELETE ON ratings
    BEGIN INSERT INTO new_changes VALUES (old.user, 'rating:' || old.track_id); END;
CREATE TRIGGER playlist_added AFTER INSERT ON playlists
    BEGIN INSERT INTO new_changes VALUES (new.user, 'playlist:' || new.id); END;
CREATE TRIGGER playlist_changed AFTER UPDATE ON playlists
    BEGIN INSERT INTO new_changes VALUES (new.user, 'playlist:' || new.id); END;
CREATE TRIGGER playlist_removed AFTER DELETE ON playlists
    BEGIN INSERT INTO new_changes VALUES (old.user, 'playlist:' || old.id); END;
CREATE TRIGGER station_added AFTER INSERT ON stations
    BEGIN INSERT INTO new_changes VALUES (new.user, 'station:' || new.id); END;
CREATE TRIGGER station_changed AFTER UPDATE ON stations
    BEGIN INSERT INTO new_changes VALUES (new.user, 'station:' || new.id); END;
CREATE TRIGGER station_removed AFTER DELETE ON stations
    BEGIN INSERT INTO new_changes VALUES (old.user, 'station:' || old.id); END
)";

} // namespace Sync
