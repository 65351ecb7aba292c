// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/sources/followaddress.h"
#include "sync/sources/followcommands.h"
#include "sync/sources/followplan.h"

#include <QPromise>
#include <QTimer>
#include <QWebSocket>

namespace Sync::Sources {

/// One server that is followed: its push, and the questions where that does not do. Hub thread.
class FollowedServer : public QObject
{
    Q_OBJECT

public:
    /// @p firstIndex: see FollowMirror.
    FollowedServer(FollowAddress address, quint32 firstIndex, FollowWay way = {});
    ~FollowedServer() override;

    [[nodiscard]] const FollowMirror &mirror() const { return m_mirror; }
    [[nodiscard]] const FollowPlan &plan() const { return m_plan; }
    /// See Source::perform().
    [[nodiscard]] QFuture<QString> perform(const Command &command);

Q_SIGNALS:
    /// It is not as it was, and this is what happened.
    void changed(const QList<Sync::Sources::Event> &events);

private:
    using Promise = std::shared_ptr<QPromise<QString>>;

    void act();
    void ask();
    void askNext();
    void takeHealth(const FollowHttp::Answer &answer);
    void takeAnswer(const Follow::Question &question, const FollowHttp::Answer &answer);
    void takeListing();
    void fail(const QString &reason);
    void finish(std::vector<Promise> &waiting, const QString &reason);

    void open();
    void opened();
    void ended();
    void receive(const QString &text);
    void watch();
    void judgeCertificate();
    [[nodiscard]] QUrl pushUrl() const;
    [[nodiscard]] QString unreachable() const;

    const FollowAddress m_address;
    FollowMirror m_mirror;
    FollowPlan m_plan;
    FollowHttp m_http;
    std::optional<bool> m_isSegue; ///< nothing: not asked yet
    std::optional<quint64> m_seq; ///< of the newest event of a Segue
    std::size_t m_question = 0; ///< the next one
    Follow::Listing m_listing; ///< as far as it has been told
    QString m_whyNot; ///< it could not be asked last; said once
    int m_commands = 0; ///< without an answer
    std::vector<Promise> m_next; ///< they wait for a listing that begins later
    std::vector<Promise> m_current; ///< they wait for the one that is being asked for
    HubTime m_heard{}; ///< of the push
    HubTime m_second{};
    int m_saidInSecond = 0;
    QTimer m_act;
    QTimer m_ping;
    QWebSocket m_socket; // last: it still speaks while it dies
};

} // namespace Sync::Sources
