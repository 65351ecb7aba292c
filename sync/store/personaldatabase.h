// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/database.h"

#include <QDate>

#include <memory>

/// Personal data: users, sessions, tokens, playlists, favourites, ratings, history, stations. Unlike the
/// catalogue it cannot be made again, so it is backed up daily and restored from the newest sound backup when
/// found damaged. All functions may be called from any thread, each on its own connection.
namespace Sync::PersonalDatabase {

/// Opens DIR/personal.sqlite on this thread. Throws DatabaseError.
[[nodiscard]] std::unique_ptr<Database> open(const QString &directory);

/// To be called once before anything opens it: puts a damaged file aside and the newest sound backup in its
/// place. Answers a sentence about what was done; empty where the file was sound or there was none. Throws
/// DatabaseError.
[[nodiscard]] QString repair(const QString &directory);

/// Makes today's backup where there is none, and removes all but the newest Limits::backupsKept. False where
/// it could not be written.
[[nodiscard]] bool backUp(const Database &database, const QString &directory, QDate today);

} // namespace Sync::PersonalDatabase
