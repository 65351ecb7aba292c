// SPDX-License-Identifier: Apache-2.0
#include "support/hub/nativeclient.h"
#include "support/hub/rawclient.h"
#include "support/hub/television.h"
#include "support/hub/testhub.h"
#include "support/waiting.h"
#include "sync/tv/limits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Sync;
using namespace Testing;

/// The native wire for televisions whose WebSockets do not work.
class tst_HubTvpoll : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_hub = std::make_unique<TestHub>(TestHub::letsIn(m_folder->path()));
        QVERIFY(port() != 0);
        m_token = letTvIn(port(), u"den"_s);
        QVERIFY(!m_token.isEmpty());
        m_desk = std::make_unique<NativeClient>();
        m_desk->open(port());
        m_desk->join(u"desk"_s);
    }
    void cleanup()
    {
        m_desk.reset();
        m_hub.reset();
    }

    void theHubSpeaksFirst()
    {
        const HttpAnswer opened = askAsTv(port(), "POST /api/sync/poll", m_token);
        QCOMPARE(opened.status, 200);
        QCOMPARE(opened.header("Access-Control-Allow-Origin"), QByteArray("*"));
        QVERIFY(opened.json().value("poll"_L1).toString().size() >= 20);
        const QJsonObject hello = opened.json().value("messages"_L1).toArray().first().toObject();
        QCOMPARE(hello.value("type"_L1).toString(), u"hello"_s);
        QCOMPARE(hello.value("role"_L1).toString(), u"controller"_s);
    }

    void aDeviceLikeAnyOther()
    {
        const QByteArray poll = open();
        QVERIFY(say(poll, {join(u"den"_s)}));
        QTRY_VERIFY(m_desk->last<Native::Devices>() && m_desk->last<Native::Devices>()->total == 2);
        QCOMPARE(typesUntil(poll, u"devices"_s), QStringList({u"queue"_s, u"state"_s, u"devices"_s}));
        m_desk->say(R"({"type":"play","track_id":2,"from_is":"album","from_is_id":7})");
        const QStringList types = typesUntil(poll, u"state"_s);
        QVERIFY(types.contains(u"queue"_s)); // before the state that names an item of it
        // And the other way round, in order.
        QVERIFY(say(poll, {{{"type"_L1, "pause"_L1}}, {{"type"_L1, "seek"_L1}, {"position_ms"_L1, 5000}}}));
        QTRY_VERIFY(m_desk->player() && m_desk->player()->position == std::chrono::seconds(5));
        QCOMPARE(m_desk->pausedBy(), PausedBy::User);
    }

    /// Whoever asks is answered as soon as there is something, and by nothing where there is not.
    void itWaits()
    {
        const QByteArray poll = open();
        QVERIFY(say(poll, {join(u"den"_s)}));
        (void)typesUntil(poll, u"devices"_s);
        RawClient waiting(port());
        waiting.write("GET /api/sync/poll?tv=" + m_token + "&poll=" + poll
                      + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port()) + "\r\n\r\n");
        QCOMPARE(m_desk->count<Native::State>(), 1);
        QVERIFY(waiting.received().isEmpty());
        m_desk->say(R"({"type":"play","track_id":2,"from_is":"album","from_is_id":7})");
        QTRY_VERIFY(waiting.received().contains("\"messages\":[{"));
        if (!waiting.received().contains("\"play_id\"")) // the queue, which comes before, was quicker
            QVERIFY(typesUntil(poll, u"state"_s).contains(u"state"_s));
        // One that asks anew answers the one before: a television forgets what it was waiting for.
        RawClient former(port());
        const QByteArray line = "GET /api/sync/poll?tv=" + m_token + "&poll=" + poll
            + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port()) + "\r\n\r\n";
        former.write(line);
        QTRY_VERIFY(former.socket().bytesToWrite() == 0);
        RawClient later(port());
        later.write(line);
        QTRY_VERIFY(former.received().contains("\"messages\":["));
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const auto row = [](const char *line, const char *body, int status) {
            QTest::addRow("%s %s", line, body) << QByteArray(line) << QByteArray(body) << status;
        };
        row("GET /api/sync/poll?poll=POLL", "", 200);
        row("GET /api/sync/poll?poll=unknown", "", 404);
        row("POST /api/sync/poll?poll=unknown", R"({"messages":[]})", 404);
        row("POST /api/sync/poll?poll=POLL", R"({"messages":[]})", 204);
        row("POST /api/sync/poll?poll=POLL", R"({"messages":[1]})", 400);
        row("POST /api/sync/poll?poll=POLL", R"({"messages":{}})", 400);
        row("POST /api/sync/poll?poll=POLL", "{}", 400);
        row("POST /api/sync/poll?poll=POLL", "x", 400);
        row("GET /api/sync/poll?poll=POLL&what=x", "", 400);
        row("PUT /api/sync/poll?poll=POLL", "{}", 405);
    }
    void refusals()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, body);
        const QByteArray poll = open();
        if (line.startsWith("GET"))
            QVERIFY(say(poll, {join(u"den"_s)})); // so that there is something to hear
        QTEST(askAsTv(port(), line.replace("POLL", poll), m_token, body).status, "status");
    }

    /// Nobody hears another's messages, also not a television of the same house.
    void itIsOnesOwn()
    {
        const QByteArray poll = open();
        const QByteArray other = letTvIn(port(), u"kitchen"_s);
        QCOMPARE(askAsTv(port(), "GET /api/sync/poll?poll=" + poll, other).status, 404);
        QCOMPARE(askAsTv(port(), "GET /api/sync/poll?poll=" + poll, {}).status, 401);
    }

    /// Two pages of one device do not drive each other out again and again.
    void itEndsWithTheWire()
    {
        const QByteArray first = open();
        QVERIFY(say(first, {join(u"den"_s)}));
        (void)typesUntil(first, u"devices"_s);
        const QByteArray second = open();
        QVERIFY(say(second, {join(u"den"_s)}));
        HttpAnswer answer;
        do
            answer = askAsTv(port(), "GET /api/sync/poll?poll=" + first, m_token);
        while (answer.status == 200);
        QCOMPARE(answer.status, 410);
        QCOMPARE(answer.code(), u"superseded"_s);
        QTRY_COMPARE(askAsTv(port(), "GET /api/sync/poll?poll=" + first, m_token).status, 404);
        QCOMPARE(m_desk->last<Native::Devices>()->total, 2);
    }

    void whoDoesNotComeBackIsGone()
    {
        const QByteArray poll = open();
        QVERIFY(say(poll, {join(u"den"_s)}));
        QTRY_VERIFY(m_desk->last<Native::Devices>() && m_desk->last<Native::Devices>()->total == 2);
        QElapsedTimer since;
        since.start();
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->last<Native::Devices>()->total, 1,
                                  patienceMs + Limits::pollGoneAfter.count());
        QVERIFY(since.elapsed() > Limits::pollGoneAfter.count() - 2000);
        QCOMPARE(askAsTv(port(), "GET /api/sync/poll?poll=" + poll, m_token).status, 404);
    }

private:
    [[nodiscard]] quint16 port() const { return m_hub->port(); }
    [[nodiscard]] QByteArray open() const
    {
        return askAsTv(port(), "POST /api/sync/poll", m_token).json().value("poll"_L1).toString().toLatin1();
    }
    [[nodiscard]] static QJsonObject join(const QString &device)
    {
        return {{"type"_L1, "join"_L1}, {"device"_L1, device}, {"name"_L1, device}, {"output"_L1, true}};
    }
    [[nodiscard]] bool say(const QByteArray &poll, const QList<QJsonObject> &messages) const
    {
        QJsonArray array;
        for (const QJsonObject &message : messages)
            array.append(message);
        const QByteArray body =
            QJsonDocument(QJsonObject{{"messages"_L1, array}}).toJson(QJsonDocument::Compact);
        return askAsTv(port(), "POST /api/sync/poll?poll=" + poll, m_token, body).status == 204;
    }
    /// What is heard, up to the first of that type.
    [[nodiscard]] QStringList typesUntil(const QByteArray &poll, const QString &last) const
    {
        QStringList types;
        while (!types.contains(last)) {
            const HttpAnswer answer = askAsTv(port(), "GET /api/sync/poll?poll=" + poll, m_token);
            if (answer.status != 200)
                return types;
            for (const auto &message : answer.json().value("messages"_L1).toArray())
                types.append(message.toObject().value("type"_L1).toString());
        }
        return types;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestHub> m_hub;
    QByteArray m_token;
    std::unique_ptr<NativeClient> m_desk;
};

QTEST_GUILESS_MAIN(tst_HubTvpoll)
#include "tst_hub_tvpoll.moc"
