// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/mopidyplayer.h"

#include "sync/limits.h"
#include "sync/link/backoff.h"
#include "sync/logging.h"

#include <QRandomGenerator>

#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sync::Sources {

MopidyPlayer::MopidyPlayer(MopidyAddress address, QObject *parent)
    : QObject(parent)
    , m_address(std::move(address))
    , m_mirror(m_address.id, m_address.name)
{
    for (QTimer *timer : {&m_retry, &m_verify, &m_silence, &m_taskDeadline})
        timer->setSingleShot(true);
    m_verify.setInterval(Limits::sourceVerifyAfter);
    m_poll.setInterval(Limits::sourceAskEvery);
    m_socket.setMaxAllowedIncomingFrameSize(Limits::sourceMessageBytes);
    m_socket.setMaxAllowedIncomingMessageSize(Limits::sourceMessageBytes);
    connect(&m_retry, &QTimer::timeout, this, &MopidyPlayer::connectNow);
    connect(&m_verify, &QTimer::timeout, this, &MopidyPlayer::ask);
    connect(&m_poll, &QTimer::timeout, this, &MopidyPlayer::ask);
    connect(&m_silence, &QTimer::timeout, this, [this] { hangUp(u"it does not answer"_s); });
    connect(&m_taskDeadline, &QTimer::timeout, this, [this] {
        finish(m_tasks.front().job.whyNot());
        mindWish();
    });
    connect(&m_socket, &QWebSocket::connected, this, &MopidyPlayer::ask);
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &MopidyPlayer::receive);
    connect(&m_socket, &QWebSocket::binaryMessageReceived, this,
            [this] { misunderstand(u"binary messages are none of its language"_s); });
    connect(&m_socket, &QWebSocket::disconnected, this, &MopidyPlayer::lost);
    connectNow();
}

MopidyPlayer::~MopidyPlayer()
{
    m_socket.disconnect(this);
    (void)m_mirror.lose(HubClock::now());
    while (!m_tasks.empty())
        finish(unreachable());
}

QFuture<QString> MopidyPlayer::perform(const Command &command)
{
    if (!m_mirror.facts().online)
        return answered(unreachable());
    std::vector<Task> moot = overtakenBy(command);
    const QFuture<QString> future = qsizetype(m_tasks.size()) < Limits::sourceCommandsWaiting
        ? enqueue(command)
        : answered(u"%1 has too much to do already."_s.arg(m_address.name));
    for (Task &one : moot) {
        one.promise.addResult(one.job.overtaken());
        one.promise.finish();
    }
    return future;
}

QFuture<QString> MopidyPlayer::enqueue(const Command &command)
{
    Task &task = m_tasks.emplace_back(Task{.job = MopidyJob(command, m_address.name), .promise = {}});
    task.promise.start();
    const QFuture<QString> future = task.promise.future();
    if (m_tasks.size() == 1)
        startNext();
    return future;
}

std::vector<MopidyPlayer::Task> MopidyPlayer::overtakenBy(const Command &command)
{
    std::vector<Task> moot;
    if (m_tasks.empty())
        return moot;
    for (auto waiting = std::next(m_tasks.begin()); waiting != m_tasks.end();) {
        if (!waiting->job.isMootBefore(command)) {
            ++waiting;
            continue;
        }
        moot.push_back(std::move(*waiting));
        waiting = m_tasks.erase(waiting);
    }
    if (MopidyJob &first = m_tasks.front().job; first.isMootBefore(command)) {
        first.overtake();
        if (m_taskDeadline.remainingTimeAsDuration() > first.within())
            m_taskDeadline.start(first.within());
    }
    return moot;
}

void MopidyPlayer::connectNow()
{
    m_faults = 0;
    m_silence.start(Limits::sourceConnectWithin);
    m_socket.open(m_address.url);
}

void MopidyPlayer::lost()
{
    for (QTimer *timer : {&m_verify, &m_poll, &m_silence})
        timer->stop();
    m_snapshotId.reset();
    const bool wasThere = m_mirror.facts().online;
    if (wasThere)
        qCInfo(sourceLog).noquote() << m_address.name << "at" << m_address.url.toString()
                                    << "is gone; trying again.";
    m_retry.start(backoff(m_attempt++, QRandomGenerator::global()->generateDouble()));
    const QList<Event> events = m_mirror.lose(HubClock::now());
    while (!m_tasks.empty())
        finish(unreachable());
    if (wasThere)
        tell(events);
}

void MopidyPlayer::hangUp(const QString &reason)
{
    qCWarning(sourceLog).noquote() << m_address.name << "at" << m_address.url.toString()
                                   << "is hung up on:" << reason;
    m_socket.abort();
}

bool MopidyPlayer::saysTooMuch(HubTime now)
{
    if (now - m_second >= 1s) {
        m_second = now;
        m_saidInSecond = 0;
    }
    return ++m_saidInSecond > Limits::sourceMessagesPerSecond;
}

void MopidyPlayer::receive(const QString &text)
{
    if (saysTooMuch(HubClock::now()))
        return hangUp(u"it said more than %1 things in a second"_s.arg(Limits::sourceMessagesPerSecond));
    const auto parsed = Mopidy::parse(text.toUtf8());
    if (const auto *fault = std::get_if<ParseError>(&parsed))
        return misunderstand(fault->reason);
    std::visit([this](const auto &message) { take(message); }, std::get<Mopidy::Message>(parsed));
}

void MopidyPlayer::take(const Mopidy::Said &said)
{
    tell(m_mirror.hear(said, HubClock::now()));
    mindWish();
}

void MopidyPlayer::take(const QList<Mopidy::Answer> &answers)
{
    if (answers.isEmpty())
        return;
    const qint64 id = answers.first().id;
    if (id == m_snapshotId) {
        takeSnapshot(answers);
    } else if (id == m_taskId) {
        m_taskId.reset();
        follow(m_tasks.front().job.hear(answers));
        mindWish();
    }
}

void MopidyPlayer::takeSnapshot(const QList<Mopidy::Answer> &answers)
{
    m_snapshotId.reset();
    m_silence.stop();
    QList<QJsonValue> results;
    for (const Mopidy::Answer &answer : answers) {
        if (!answer.error.isEmpty())
            return misunderstand(answer.error);
        results.append(answer.result);
    }
    if (results.size() != Mopidy::snapshotCalls().size())
        return misunderstand(u"it left questions open"_s);
    const auto snapshot = Mopidy::snapshotFrom(results);
    if (const auto *fault = std::get_if<ParseError>(&snapshot))
        return misunderstand(fault->reason);
    const bool wasThere = m_mirror.facts().online;
    const QList<Event> told = m_mirror.take(std::get<Mopidy::Snapshot>(snapshot), HubClock::now());
    if (!wasThere && m_mirror.facts().online) {
        qCInfo(sourceLog).noquote() << m_address.name << "is there, at" << m_address.url.toString();
        m_attempt = 0;
        m_poll.start();
    }
    tell(told);
    const bool isNewest = m_mirror.wish() != MopidyMirror::Wish::Now; // nothing was answered meanwhile
    if (m_looks && isNewest && !m_mirror.isInDoubt())
        follow(m_tasks.front().job.look(m_mirror, HubClock::now()));
    mindWish();
}

/// Goes on as long as it is not all like that.
void MopidyPlayer::misunderstand(const QString &reason)
{
    if (m_faults++ == 0)
        qCWarning(sourceLog).noquote() << m_address.name << "at" << m_address.url.toString()
                                       << "said something that makes no sense:" << reason;
    if (m_faults >= Limits::sourceFaults || !m_mirror.facts().online)
        hangUp(u"it does not speak as a Mopidy does"_s);
}

void MopidyPlayer::tell(const QList<Event> &events) { Q_EMIT changed(events); }

void MopidyPlayer::mindWish()
{
    switch (m_mirror.wish()) {
    case MopidyMirror::Wish::Nothing:
        return;
    case MopidyMirror::Wish::Soon:
        if (!m_verify.isActive())
            m_verify.start();
        return;
    case MopidyMirror::Wish::Now:
        return ask();
    }
}

void MopidyPlayer::ask()
{
    // It answers one after the other, and may take long to open an address: that is not being dead.
    if (m_snapshotId || m_taskId || m_socket.state() != QAbstractSocket::ConnectedState)
        return; // the answer sees to what is still wished
    m_mirror.asked();
    m_verify.stop();
    m_snapshotId = say(Mopidy::snapshotCalls());
    m_silence.start(Limits::sourceAnswerWithin);
}

qint64 MopidyPlayer::say(const QList<Mopidy::Call> &calls)
{
    const qint64 first = m_lastId + 1;
    m_lastId += calls.size();
    m_socket.sendTextMessage(QString::fromUtf8(Mopidy::serialize(calls, first)));
    return first;
}

void MopidyPlayer::startNext()
{
    m_taskDeadline.start(m_tasks.front().job.within());
    follow(m_tasks.front().job.begin(m_mirror));
}

void MopidyPlayer::follow(const MopidyJob::Step &step)
{
    if (const auto *calls = std::get_if<MopidyJob::Say>(&step)) {
        m_taskId = say(calls->calls);
    } else if (const auto *over = std::get_if<MopidyJob::Over>(&step)) {
        finish(over->reason);
    } else {
        if (!m_looks && m_taskDeadline.remainingTimeAsDuration() > Limits::sourceCommandWithin)
            m_taskDeadline.start(Limits::sourceCommandWithin); // from its answers on
        m_mirror.wantSnapshot(m_looks ? MopidyMirror::Wish::Soon : MopidyMirror::Wish::Now);
        m_looks = true;
        mindWish();
    }
}

void MopidyPlayer::finish(const QString &reason)
{
    m_taskDeadline.stop();
    m_taskId.reset();
    m_looks = false;
    Task done = std::move(m_tasks.front());
    m_tasks.pop_front();
    if (!m_tasks.empty() && m_mirror.facts().online)
        startNext();
    done.promise.addResult(reason);
    done.promise.finish();
}

QString MopidyPlayer::unreachable() const
{
    return u"%1 is not reachable at %2 right now."_s.arg(m_address.name, m_address.url.toString());
}

} // namespace Sync::Sources
