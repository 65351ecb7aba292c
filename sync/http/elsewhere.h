// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/neighbour.h"
#include "sync/http/request.h"

#include <QNetworkAccessManager>

namespace Sync::Http {

/// Whether another hub may have what this one has not: a track's file, what is known of it, a picture. What
/// another hub asks is not asked of a third.
[[nodiscard]] bool mayBeElsewhere(const RequestHead &head);

/// Asks the other hubs for what is not here, one after another, and hands on what the first one that has it
/// answers. HTTP thread.
class Elsewhere : public QObject
{
    Q_OBJECT

public:
    enum class Asks {
        AsHub, ///< others like it, which ask nobody in turn
        AsDevice, ///< the hub it has joined, which may
    };
    explicit Elsewhere(Asks asks);

    /// A key may be empty: then none is shown.
    void setNeighbours(const QList<Neighbour> &neighbours) { m_neighbours = neighbours; }

    /// What one of them answers; or @p otherwise, where none has it. Nothing where there is nobody to ask.
    [[nodiscard]] std::optional<QFuture<Response>> ask(const RequestHead &head, const Response &otherwise);

private:
    struct Search;

    void askNext(const std::shared_ptr<Search> &search);
    [[nodiscard]] std::shared_ptr<QNetworkReply> send(const Neighbour &to, const RequestHead &head);
    void decide(const std::shared_ptr<Search> &search);

    const Asks m_asks;
    QList<Neighbour> m_neighbours;
    quint64 m_requests = 0;
    QNetworkAccessManager m_network;
};

} // namespace Sync::Http
