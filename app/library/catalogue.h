// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/database.h"

#include <span>

namespace Library {

/// How messages name it.
inline const QString catalogueName = QStringLiteral("The catalogue");

/// The catalogue's schema, for whoever opens the file.
[[nodiscard]] std::span<const Sync::Migration> catalogueMigrations();

/// Makes the catalogue at @p path ready; call once, before any reader, writer or scanner of it. A damaged
/// file is set aside and begun anew: a scan brings everything back. It is looked for after an unclean end and
/// where suspectCatalogue() was called. Throws Sync::DatabaseError for one that
/// cannot be used or comes from a newer Segue, which is left as it is.
void prepareCatalogue(const QString &path);

/// Has the file checked by the next prepareCatalogue(): something read from it made no sense.
void suspectCatalogue(const QString &path);

} // namespace Library
