// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/database.h"

#include <QList>
#include <QUrl>
#include <QVariant>

#include <memory>
#include <optional>

namespace Personal {

/// A radio station on the web.
struct Station {
    quint64 id = 0; ///< of its address: the same on every hub
    QString name{};
    QUrl url{};

    bool operator==(const Station &) const = default;
};

/// Whose the streams are that were played by their address alone; no user can have this name.
inline constexpr QLatin1StringView nobodysStations{""};

/// The address of a stream somebody typed: http or https with a host and without a password. Nothing for
/// anything else.
[[nodiscard]] std::optional<QUrl> stationUrl(const QString &typed);

/// A station, named after its host where it has no name.
[[nodiscard]] Station makeStation(const QString &name, const QUrl &url);

/// One user's stations in their own order. Has its own connection: belongs to the thread that made it.
/// Changes throw Sync::DatabaseError and answer with all stations as they were: replace() by those is the
/// undo. Questions that fail are logged and answered with nothing.
class Stations
{
public:
    Stations(const QString &directory, const QString &user);

    [[nodiscard]] QList<Station> all() const;
    [[nodiscard]] std::optional<Station> station(quint64 id) const;

    /// At the end; one whose address is there already only gets the name.
    QList<Station> add(const QList<Station> &stations);
    QList<Station> rename(quint64 id, const QString &name);
    QList<Station> move(quint64 id, int to);
    QList<Station> remove(quint64 id);
    /// Another in its place.
    QList<Station> exchange(quint64 id, const Station &other);
    QList<Station> replace(const QList<Station> &stations);

private:
    [[nodiscard]] QList<Station> stored(const QString &condition = {}, const QVariantList &values = {}) const;
    void write(const QList<Station> &stations) const;
    template <typename Change> QList<Station> change(const Change &change);

    const QString m_user;
    std::unique_ptr<Sync::Database> m_database;
};

} // namespace Personal
