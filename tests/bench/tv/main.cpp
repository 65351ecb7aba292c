// SPDX-License-Identifier: Apache-2.0
// What many televisions cost segued, and how long a change takes to reach them: over WebSockets and by
// requests.
#include "bench/support/processcost.h"
#include "bench/support/report.h"
#include "bench/support/statistics.h"
#include "support/hub/nativeclient.h"
#include "support/hub/rawclient.h"
#include "support/hub/television.h"
#include "support/program/runningprogram.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Testing;
namespace Native = Sync::Native;

namespace {

constexpr int patience = 30'000; // ms

/// A television of one kind or the other, which tells of each new state.
class Television : public QObject
{
public:
    using Heard = std::function<void(qint64 revision)>;
    explicit Television(Heard heard)
        : m_heard(std::move(heard))
    {
    }
    virtual void begin(quint16 port, const QByteArray &token, const QString &device) = 0;

protected:
    void tell(const QJsonObject &message) const
    {
        if (message.value("type"_L1) == "state"_L1)
            m_heard(qint64(message.value("rev"_L1).toDouble()));
    }
    static QByteArray joining(const QString &device)
    {
        return R"({"type":"join","device":")" + device.toLatin1()
            + R"(","name":"TV","output":true,"active":false})";
    }

private:
    const Heard m_heard;
};

class BySocket final : public Television
{
public:
    using Television::Television;
    void begin(quint16 port, const QByteArray &token, const QString &device) override
    {
        connect(&m_client.socket(), &QWebSocket::textMessageReceived, this,
                [this](const QString &text) { tell(QJsonDocument::fromJson(text.toUtf8()).object()); });
        m_client.openAsTv(port, token);
        m_client.say(joining(device));
    }

private:
    NativeClient m_client;
};

/// Asks again on the same connection as soon as it is answered.
class ByRequests final : public Television
{
public:
    using Television::Television;
    void begin(quint16 port, const QByteArray &token, const QString &device) override
    {
        const QByteArray poll =
            askAsTv(port, "POST /api/sync/poll", token).json().value("poll"_L1).toString().toLatin1();
        (void)askAsTv(port, "POST /api/sync/poll?poll=" + poll, token,
                      R"({"messages":[)" + joining(device) + "]}");
        m_question = "GET /api/sync/poll?tv=" + token + "&poll=" + poll
            + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) + "\r\nVia: 1.1 test\r\n\r\n";
        connect(&m_socket, &QTcpSocket::readyRead, this, &ByRequests::read);
        m_socket.connectToHost(QHostAddress::LocalHost, port);
        m_socket.write(m_question);
    }

private:
    void read()
    {
        m_received += m_socket.readAll();
        const qsizetype end = m_received.indexOf("\r\n\r\n");
        const qsizetype at = m_received.indexOf("Content-Length: ");
        if (end < 0 || at < 0)
            return;
        const qsizetype length = m_received.mid(at + 16, m_received.indexOf('\r', at) - at - 16).toLongLong();
        if (m_received.size() < end + 4 + length)
            return;
        const auto json = QJsonDocument::fromJson(std::exchange(m_received, {}).sliced(end + 4)).object();
        m_socket.write(m_question);
        for (const auto &message : json.value("messages"_L1).toArray())
            tell(message.toObject());
    }

    QByteArray m_question;
    QByteArray m_received;
    QTcpSocket m_socket;
};

/// Until @p isSo, looked at after each event: QTest::qWaitFor() sleeps 10 ms between two looks, which would
/// be what is measured.
template <typename Condition> bool waitUntil(Condition isSo)
{
    QDeadlineTimer deadline(patience);
    while (!isSo() && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return isSo();
}

struct Costs {
    double kibEach = 0;
    double processorPercentEach = 0; ///< of one, while nothing happens
    std::vector<double> milliseconds; ///< from the desktop's word to a television's hearing of it
};

template <typename Kind> Costs measure(int count, int rounds, int idleSeconds)
{
    Costs costs;
    QTemporaryDir data;
    QTemporaryDir music;
    RunningProgram hub;
    hub.start(
        u"segued"_s,
        {u"--port"_s, u"0"_s, u"--data-dir"_s, data.path(), u"--music"_s, music.path(), u"--no-audio"_s});
    const quint16 port = hub.readyPort();
    NativeClient desk;
    desk.open(port);
    desk.join(u"desk"_s, true);
    desk.say(R"({"type":"play","track_id":1,"from_is":"search","from_is_id":0,"tracks":[1]})");
    if (!QTest::qWaitFor([&] { return desk.player().has_value(); }, patience))
        return costs;
    const qint64 before = Bench::anonymousKib(hub.processId());
    QElapsedTimer since;
    qint64 awaited = -1;
    int heard = 0;
    std::vector<std::unique_ptr<Television>> televisions;
    for (int i = 0; i < count; ++i) {
        const QString device = u"tv-%1"_s.arg(i);
        televisions.push_back(std::make_unique<Kind>([&](qint64 revision) {
            if (revision != awaited)
                return;
            costs.milliseconds.push_back(double(since.nsecsElapsed()) / 1e6);
            ++heard;
        }));
        televisions.back()->begin(port, letTvIn(port, device), device);
    }
    const int all = count + 2; // and the desktop, and segued itself
    (void)QTest::qWaitFor(
        [&] { return desk.last<Native::Devices>() && desk.last<Native::Devices>()->total == all; }, patience);
    costs.kibEach = double(Bench::anonymousKib(hub.processId()) - before) / count;
    const double processor = Bench::processorSeconds(hub.processId());
    QTest::qWait(idleSeconds * 1000);
    costs.processorPercentEach =
        (Bench::processorSeconds(hub.processId()) - processor) / idleSeconds * 100 / count;
    for (int round = 0; round < rounds; ++round) {
        heard = 0;
        awaited = desk.revision() + 1;
        since.start();
        desk.say(round % 2 == 0 ? QByteArray(R"({"type":"pause"})") : QByteArray(R"({"type":"resume"})"));
        if (!waitUntil([&] { return heard == count && desk.revision() == awaited; }))
            Bench::sayLoudly(u"only %1 of %2 televisions heard of a change"_s.arg(heard).arg(count));
    }
    return costs;
}

void add(Bench::Table &table, const QString &name, const Costs &costs)
{
    table.add({name, Bench::number(costs.kibEach, 0), Bench::number(costs.processorPercentEach, 3),
               Bench::number(Bench::quantile(costs.milliseconds, 0.5), 2),
               Bench::number(Bench::quantile(costs.milliseconds, 0.99), 2)});
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"What many televisions cost segued, and how fast it reaches them."_s);
    parser.addHelpOption();
    parser.addOptions({{u"tvs"_s, u"So many televisions (50)."_s, u"N"_s, u"50"_s},
                       {u"rounds"_s, u"So many changes (100)."_s, u"N"_s, u"100"_s},
                       {u"idle"_s, u"Seconds in which nothing happens (20)."_s, u"S"_s, u"20"_s},
                       {u"markdown"_s, u"Print a table for a document."_s}});
    parser.process(application);
    Bench::useMarkdown(parser.isSet(u"markdown"_s));
    const int count = parser.value(u"tvs"_s).toInt();
    const int rounds = parser.value(u"rounds"_s).toInt();
    const int idle = parser.value(u"idle"_s).toInt();
    Bench::Table table(u"%1 televisions"_s.arg(count),
                       {u""_s, u"KiB each"_s, u"% of a processor each, idle"_s, u"ms to hear, median"_s,
                        u"ms, 99 of 100"_s});
    add(table, u"over WebSockets"_s, measure<BySocket>(count, rounds, idle));
    add(table, u"by requests"_s, measure<ByRequests>(count, rounds, idle));
    table.print();
    return 0;
}
