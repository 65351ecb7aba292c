// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace Sync {
class Statements;
}

namespace Library {

enum class Searched { Tracks, Albums, Artists };

/// What a typed text finds, best first, at most @p limit: names that are it, that begin with it, that mention
/// it, and then what mentions it elsewhere. Throws Sync::DatabaseError.
[[nodiscard]] QList<quint64> search(Sync::Statements &statements, Searched what, const QString &typed,
                                    int limit);

} // namespace Library
