// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/sources/mopidyaddress.h"
#include "sync/sources/mopidyjob.h"

#include <QHostAddress>
#include <QPromise>
#include <QTimer>
#include <QWebSocket>

#include <deque>
#include <vector>

namespace Sync::Sources {

/// The connection to one Mopidy, which is made again and again. Hub thread.
class MopidyPlayer : public QObject
{
    Q_OBJECT

public:
    explicit MopidyPlayer(MopidyAddress address, QObject *parent = nullptr);
    ~MopidyPlayer() override;

    [[nodiscard]] const MopidyMirror &mirror() const { return m_mirror; }
    /// Of this machine, as that Mopidy reaches it.
    [[nodiscard]] QHostAddress ownAddress() const { return m_socket.localAddress(); }
    /// See Source::perform().
    [[nodiscard]] QFuture<QString> perform(const Command &command);

Q_SIGNALS:
    /// Something of it is not as it was, and this is what happened; maybe nothing but that time has passed.
    void changed(const QList<Sync::Sources::Event> &events);

private:
    struct Task {
        MopidyJob job;
        QPromise<QString> promise;
    };

    void connectNow();
    void lost();
    void hangUp(const QString &reason);
    [[nodiscard]] bool saysTooMuch(HubTime now);
    void receive(const QString &text);
    void take(const Mopidy::Said &said);
    void take(const QList<Mopidy::Answer> &answers);
    void takeSnapshot(const QList<Mopidy::Answer> &answers);
    void misunderstand(const QString &reason);
    void tell(const QList<Event> &events);
    void mindWish();
    void ask();
    [[nodiscard]] qint64 say(const QList<Mopidy::Call> &calls);

    [[nodiscard]] QFuture<QString> enqueue(const Command &command);
    /// What is moot once @p command is done, and has not begun: to be answered so.
    [[nodiscard]] std::vector<Task> overtakenBy(const Command &command);
    void startNext();
    void follow(const MopidyJob::Step &step);
    void finish(const QString &reason);
    [[nodiscard]] QString unreachable() const;

    const MopidyAddress m_address;
    MopidyMirror m_mirror;
    qint64 m_lastId = 0;
    std::optional<qint64> m_snapshotId; ///< asked for and not answered
    std::optional<qint64> m_taskId; ///< likewise, of the first task
    bool m_looks = false; ///< the first task has its answers, and waits for what they bring about
    std::deque<Task> m_tasks; ///< the first is being carried out
    int m_attempt = 0;
    int m_faults = 0; ///< in this connection
    int m_saidInSecond = 0;
    HubTime m_second{};
    QTimer m_retry;
    QTimer m_verify;
    QTimer m_poll;
    QTimer m_silence; ///< runs while something is to come
    QTimer m_taskDeadline;
    QWebSocket m_socket; // last: it still speaks while it dies
};

} // namespace Sync::Sources
