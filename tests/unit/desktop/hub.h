// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/link/link.h"
#include "sync/server.h"
#include "sync/store/memorystore.h"

#include <QUrl>

/// A hub on loopback that knows a handful of tracks, 1 to 3 of album 7 and 9 of none.
class TestHub
{
public:
    using MakeSites = std::function<std::vector<std::shared_ptr<Sync::Http::Site>>(Sync::Hub &)>;

    /// As Sync::ServerOptions has it.
    explicit TestHub(const MakeSites &makeSites = {})
        : m_server(std::make_unique<Sync::MemoryStore>(),
                   {.identity = {.id = "hub", .name = "Attic"},
                    .makeTracks = [] { return std::make_unique<Tracks>(); },
                    .makeSites = makeSites})
        , m_listening(m_server.listen())
    {
    }

    [[nodiscard]] QUrl url() const
    {
        const auto *port = std::get_if<quint16>(&m_listening);
        return QUrl(QString("ws://127.0.0.1:%1").arg(port ? *port : 0));
    }

private:
    class Tracks final : public Sync::TrackSource
    {
    public:
        std::optional<Sync::TrackInfo> track(const QString &, Sync::TrackId id) const override
        {
            if (id > 3 && id != 9)
                return std::nullopt;
            return Sync::TrackInfo{.id = id,
                                   .title = QString("Title %1").arg(id),
                                   .artist = "Somebody",
                                   .album = "Seven",
                                   .duration = std::chrono::seconds(100 * id)};
        }
        QList<Sync::TrackId> tracksOf(const QString &, const Sync::Context &context) const override
        {
            return context.fromIs == "album" && context.fromIsId == 7 ? QList<Sync::TrackId>{1, 2, 3}
                                                                      : QList<Sync::TrackId>{};
        }
    };

    Sync::Server m_server;
    std::variant<quint16, QString> m_listening;
};
