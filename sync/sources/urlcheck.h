// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/sources/pushedurl.h"

#include <QFuture>
#include <QHash>
#include <QNetworkAccessManager>

#include <functional>
#include <memory>
#include <variant>

class QNetworkReply;

namespace Sync::Sources {

/// Finds out where an address that somebody pushed really leads, each step of it under the rules of
/// pushedurl.h. It reads the head of each answer only. Belongs to the thread that made it.
class UrlCheck : public QObject
{
    Q_OBJECT

public:
    using Verdict = std::variant<QUrl, QString>;

    UrlCheck();

    /// The address at the end of all redirects; or a sentence about why it is not to be played. It takes
    /// Limits::urlAnswersWithin at most for each step.
    [[nodiscard]] QFuture<Verdict> check(const QUrl &url);
    /// From now on @p address counts as one that reaches so far. For tests, which have this machine only.
    void pretend(const QHostAddress &address, Reach reach) { m_pretended.insert(address, reach); }

private:
    struct Errand;

    void lookUp(const std::shared_ptr<Errand> &errand);
    void ask(const std::shared_ptr<Errand> &errand, const QList<QHostAddress> &addresses);
    void take(const std::shared_ptr<Errand> &errand, const QNetworkReply &reply);
    [[nodiscard]] Reach reachOfAll(const QList<QHostAddress> &addresses) const;

    QHash<QHostAddress, Reach> m_pretended;
    QNetworkAccessManager m_network;
};

} // namespace Sync::Sources
