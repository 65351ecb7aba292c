// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/role.h"
#include "sync/store/database.h"

#include <QList>
#include <QVariantList>

#include <memory>

namespace Sync {

/// A device that was let in.
struct Admission {
    qint64 id = 0;
    QString user;
    Role role = Role::Controller;
    QString device; ///< its own stable id; empty where it has none
    QString name;
    qint64 createdMs = 0; ///< since 1970
    qint64 seenMs = 0; ///< likewise, to some minutes; zero: never yet
    bool tv = false; ///< good for what televisions do alone (sync/http/tvaddress.h)

    bool operator==(const Admission &) const = default;
};

/// Who may use this hub from elsewhere: random tokens, of which only the SHA-256 is stored. One thread. What
/// changes something throws DatabaseError; a question that fails is logged and answered with nothing.
class Tokens
{
public:
    explicit Tokens(const QString &directory);

    [[nodiscard]] std::optional<Admission> find(const QByteArray &token) const;
    [[nodiscard]] std::optional<Admission> admission(qint64 id) const;
    [[nodiscard]] QList<Admission> all() const;

    /// A new 256-bit token, the only time it is seen. What the same device had before, as whichever user, is
    /// no longer valid.
    [[nodiscard]] QByteArray grant(const Admission &whom) const;
    /// False where there is no such.
    [[nodiscard]] bool revoke(qint64 id) const;
    [[nodiscard]] bool change(qint64 id, Role role, const QString &name) const;
    [[nodiscard]] bool moveTo(qint64 id, const QString &user) const;
    void see(qint64 id, qint64 nowMs) const;

private:
    [[nodiscard]] QList<Admission> matching(const QString &condition, const QVariantList &values) const;

    std::unique_ptr<Database> m_database;
};

} // namespace Sync
