// SPDX-License-Identifier: Apache-2.0
#include "support/hub/nativeclient.h"
#include "sync/limits.h"

#include "support/hub/plainclient.h"
#include "support/hub/rawclient.h"
#include "support/hub/testhub.h"
#include "support/waiting.h"

using namespace Sync;
using namespace Testing;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;
constexpr qint64 growthAllowed = 96 * mebibyte;

/// Two well-behaved plain clients that must never notice the others.
class Others
{
public:
    explicit Others(quint16 port)
    {
        m_sender.open(port);
        m_receiver.open(port);
    }
    bool arePresent()
    {
        return QTest::qWaitFor(
            [this] { return !m_sender.heard().isEmpty() && !m_receiver.heard().isEmpty(); }, patienceMs);
    }
    bool canTalk(const QByteArray &padding = {})
    {
        QByteArray message = Plain::serialize(newTrack(++m_track, secondsAgo(0)));
        message.insert(1, "\"x\":\"" + padding + "\",");
        m_sender.say(message);
        return QTest::qWaitFor([&] { return m_receiver.last() == message; }, patienceMs);
    }

    [[nodiscard]] QByteArray newestTrack() const { return "\"track_id\":" + QByteArray::number(m_track); }

private:
    TrackId m_track = 100;
    PlainClient m_sender;
    PlainClient m_receiver;
};

} // namespace

class tst_HubHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gigabyteSender_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<bool>("fragments");
        QTest::addRow("one giant frame") << frameHeader(quint64(1) << 30) << false;
        QTest::addRow("a frame of 2^62 bytes") << frameHeader(quint64(1) << 62) << false;
        QTest::addRow("one message in endless fragments") << frameHeader(60'000, true, false) << true;
        QTest::addRow("no frames at all") << QByteArray("\x01\x02\x03\x04", 4) << false;
    }
    void gigabyteSender()
    {
        QFETCH(QByteArray, header);
        QFETCH(bool, fragments);
        TestHub hub;
        Others others(hub.port());
        QVERIFY(others.arePresent());
        RawClient sender(hub.port());
        sender.upgrade();
        QTRY_VERIFY(sender.isUpgraded());
        const qint64 before = residentBytes();

        sender.write(header);
        const QByteArray chunk(60'000, 'x');
        qint64 sent = 0;
        while (!sender.isClosed() && sent < 1024 * mebibyte) {
            sender.write(fragments && sent > 0 ? frameHeader(60'000, false, false) + chunk : chunk);
            sent += chunk.size();
            QVERIFY(QTest::qWaitFor(
                [&] { return sender.isClosed() || sender.socket().bytesToWrite() < chunk.size(); },
                patienceMs));
        }
        QTRY_VERIFY(sender.isClosed());
        QVERIFY2(sent < 64 * mebibyte, qPrintable(QString::number(sent)));
        QVERIFY2(residentBytes() - before < growthAllowed,
                 qPrintable(QString::number(residentBytes() - before)));
        QVERIFY(others.canTalk());
        QTRY_COMPARE(webSocketClients(hub.port()), 2);
    }

    void nonsenseSenderThatNeverReads()
    {
        TestHub hub;
        Others others(hub.port());
        QVERIFY(others.arePresent());
        RawClient sender(hub.port(), RawClient::Reading::Never);
        sender.upgrade();
        QTRY_COMPARE(webSocketClients(hub.port()), 3);
        const qint64 before = residentBytes();
        const QByteArray nonsense = textFrame("x").repeated(5000);
        for (int i = 0; i < 2000 && !sender.isClosed(); ++i) {
            sender.write(nonsense);
            QVERIFY(QTest::qWaitFor(
                [&] { return sender.isClosed() || sender.socket().bytesToWrite() < nonsense.size(); },
                patienceMs));
        }
        QTRY_COMPARE(webSocketClients(hub.port()), 2);
        QVERIFY2(residentBytes() - before < growthAllowed,
                 qPrintable(QString::number(residentBytes() - before)));
        QVERIFY(others.canTalk());
    }

    void clientThatNeverReadsIsDropped()
    {
        TestHub hub;
        Others others(hub.port());
        QVERIFY(others.arePresent());
        RawClient deaf(hub.port(), RawClient::Reading::Never);
        deaf.upgrade();
        QTRY_COMPARE(webSocketClients(hub.port()), 3);
        const qint64 before = residentBytes();
        const QByteArray padding(60'000, 'p');
        for (int i = 0; i < 300; ++i)
            QVERIFY(others.canTalk(padding));
        QVERIFY2(residentBytes() - before < growthAllowed,
                 qPrintable(QString::number(residentBytes() - before)));
        QTRY_COMPARE(webSocketClients(hub.port()), 2);
        QVERIFY(others.canTalk());
    }

    void lateReaderGetsTheNewestStateAndNotTheBacklog()
    {
        TestHub hub;
        Others others(hub.port());
        QVERIFY(others.arePresent());
        RawClient late(hub.port(), RawClient::Reading::Never);
        late.upgrade();
        QTRY_COMPARE(webSocketClients(hub.port()), 3);
        constexpr int messages = 400; // more than the kernel takes for it
        const QByteArray padding(60'000, 'p');
        for (int i = 0; i < messages; ++i) {
            late.write(pongFrame());
            QVERIFY(others.canTalk(padding));
        }
        QVERIFY(!late.received().contains(others.newestTrack()));
        late.readOn();
        QTRY_VERIFY(late.received().contains(others.newestTrack()));
        QVERIFY(late.received().count("\"x\":\"ppp") < messages);
        QCOMPARE(webSocketClients(hub.port()), 3);
        QVERIFY(others.canTalk());
        QTRY_VERIFY(late.received().contains(others.newestTrack()));
    }

    void clientsThatSayNothingAreDropped()
    {
        TestHub hub;
        Others others(hub.port());
        NativeClient joined;
        joined.open(hub.port());
        joined.join("desk");
        QTRY_COMPARE(joined.revision(), 0);
        QVERIFY(others.arePresent());
        std::vector<std::unique_ptr<RawClient>> silent;
        for (int i = 0; i < 20; ++i) {
            silent.push_back(std::make_unique<RawClient>(hub.port()));
            silent.back()->upgrade(i % 2 ? "/" : "/sync",
                                   i % 2 ? "" : "Sec-WebSocket-Protocol: segue.v1\r\n");
        }
        QTRY_COMPARE(webSocketClients(hub.port()), 23);
        QTRY_COMPARE(joined.last<Native::Devices>()->total, 13);
        for (const auto &client : silent)
            QTRY_VERIFY(client->isClosed());
        QTRY_COMPARE(webSocketClients(hub.port()), 3);
        QTRY_COMPARE(joined.last<Native::Devices>()->total, 3);
        QVERIFY(others.canTalk());
    }

    void nativeClientThatNeverJoinsIsDropped()
    {
        TestHub hub;
        NativeClient client; // answers pings
        client.open(hub.port());
        QTRY_COMPARE(client.count<Native::Hello>(), 1);
        QTRY_COMPARE(client.socket().state(), QAbstractSocket::UnconnectedState);
    }

    void crowdThatComesAndGoes()
    {
        TestHub hub;
        Others others(hub.port());
        QVERIFY(others.arePresent());
        for (int round = 0; round < 10; ++round) {
            std::vector<std::unique_ptr<RawClient>> crowd;
            for (int i = 0; i < 30; ++i) {
                crowd.push_back(std::make_unique<RawClient>(hub.port()));
                crowd.back()->upgrade();
            }
            QVERIFY(others.canTalk());
            for (const auto &client : crowd)
                client->socket().abort();
        }
        QTRY_COMPARE(webSocketClients(hub.port()), 2);
        QVERIFY(others.canTalk());
    }
};

QTEST_GUILESS_MAIN(tst_HubHostile)
#include "tst_hub_hostile.moc"
