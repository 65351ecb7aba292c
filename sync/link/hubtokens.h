// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

namespace Sync {

/// A hub that has let this device in.
struct KnownHub {
    QString id;
    QString name{};
    QUrl address{}; ///< where it was last: "ws://HOST:PORT/"
    QByteArray token{};

    bool operator==(const KnownHub &) const = default;
};

/// The tokens that other hubs gave this device, in a file that only its user may read.
class HubTokens
{
public:
    /// @p path: of the file; it may not be there yet. Says in the log where it cannot be read.
    explicit HubTokens(QString path);

    [[nodiscard]] std::optional<KnownHub> at(const QUrl &address) const;
    /// By its id, or by its name as it was last.
    [[nodiscard]] std::optional<KnownHub> named(const QString &word) const;

    /// Remembers, in place of what it held of that hub before. Said in the log where it cannot be written;
    /// then it is known for as long as this lives.
    void keep(const KnownHub &hub);
    void forget(const QString &id);

private:
    void write() const;

    const QString m_path;
    QList<KnownHub> m_hubs;
};

} // namespace Sync
