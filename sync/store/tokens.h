// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/database.h"

#include <memory>
#include <optional>

namespace Sync {

/// Who may use this hub from elsewhere: random tokens, of which only the SHA-256 is stored. One thread.
class Tokens
{
public:
    /// Throws DatabaseError.
    explicit Tokens(const QString &directory);

    [[nodiscard]] std::optional<QString> userOf(const QByteArray &token) const;
    /// A new 256-bit token for @p user, the only time it is seen. Throws DatabaseError.
    [[nodiscard]] QByteArray grant(const QString &user, const QString &name) const;

private:
    std::unique_ptr<Database> m_database;
};

} // namespace Sync
