// SPDX-License-Identifier: Apache-2.0
#include "sync/limits.h"

#include "support/hub/asking.h"
#include "support/hub/nativeclient.h"
#include "support/hub/plainclient.h"
#include "support/hub/rawclient.h"
#include "support/hub/slowreader.h"
#include "support/hub/testhub.h"
#include "support/hub/tlsidentity.h"
#include "support/waiting.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QNetworkInterface>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Sync;
using namespace Testing;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;

HttpAnswer askOverTls(quint16 port, const QByteArray &line, const QByteArray &headers = {})
{
    return ask(port, line, headers, QByteArray(), Over::Tls);
}

/// What the program openssl says of its handshake with a hub, after @p input.
QByteArray handshake(quint16 port, const QStringList &words, const QByteArray &input = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start("openssl", QStringList{"s_client", "-connect", u"127.0.0.1:%1"_s.arg(port)} + words);
    if (!process.waitForStarted())
        return "openssl is not installed";
    process.write(input);
    if (input.isEmpty())
        process.closeWriteChannel();
    process.waitForFinished(patienceMs);
    return process.readAll();
}

} // namespace

/// Both ways of speaking on one port.
class tst_HubTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_identity = tlsIdentity(m_folder.path());
        m_bytes.resize(64 * mebibyte);
        QRandomGenerator(7).fillRange(reinterpret_cast<quint32 *>(m_bytes.data()), m_bytes.size() / 4);
        QFile file(m_folder.filePath("one.flac"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(m_bytes), m_bytes.size());
        m_files = {{1, file.fileName()}};
    }

    void bothAtOnce()
    {
        TestHub hub(m_identity, {});
        for (const Over over : {Over::Plain, Over::Tls, Over::Plain, Over::Tls}) {
            const HttpAnswer answer = ask(hub.port(), "GET /api/health", QByteArray(), QByteArray(), over);
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.json().value("status"_L1).toString(), "ok");
        }
        QCOMPARE(askOverTls(hub.port(), "GET /").status, 200);
        QVERIFY(!askOverTls(hub.port(), "GET /").head.contains("Strict-Transport-Security"));
    }

    void webSocketsOfBothHearEachOther()
    {
        TestHub hub(m_identity, {});
        PlainClient secure;
        PlainClient clear;
        PlainClient another;
        secure.open(hub.port(), "/", {}, Over::Tls);
        clear.open(hub.port());
        another.open(hub.port(), "/sync", {}, Over::Tls);
        NativeClient native;
        native.openSecurely(hub.port());
        native.join("desk");
        QTRY_VERIFY(secure.heard().size() == 1 && clear.heard().size() == 1 && another.heard().size() == 1);
        QTRY_COMPARE(native.revision(), 0);
        secure.say(newTrack(2, secondsAgo(3)));
        QTRY_VERIFY(native.player());
        QTRY_COMPARE(clear.updates().size(), 1);
        QTRY_COMPARE(another.updates(), clear.updates());
        native.say(Native::Pause{});
        QTRY_COMPARE(secure.updates().size(), 1);
        QTRY_COMPARE(another.updates().size(), 2);
        for (int i = 0; i < 200; ++i)
            clear.say(newTrack(TrackId(1 + i % 3), secondsAgo(0)));
        QTRY_COMPARE(another.updates().size(), 202);
        QCOMPARE(another.updates().sliced(2), secure.updates().sliced(1));
        secure.close();
        QTRY_COMPARE(webSocketClients(hub.port()), 3);
    }

    void endsWithItsClients()
    {
        auto hub = std::make_unique<TestHub>(m_identity, m_files);
        PlainClient client;
        client.open(hub->port(), "/", {}, Over::Tls);
        QTRY_COMPARE(client.heard().size(), 1);
        RawClient reader(hub->port(), RawClient::Reading::Never, Over::Tls);
        reader.write("GET /media/1 HTTP/1.1\r\n" + host(*hub) + "\r\n");
        QTRY_VERIFY(reader.socket().bytesAvailable() > 0);
        RawClient undecided(hub->port());
        QTRY_COMPARE(undecided.socket().state(), QAbstractSocket::ConnectedState);
        hub.reset();
        QTRY_VERIFY(client.isClosed());
        QTRY_VERIFY(undecided.isClosed());
    }

    void parts()
    {
        TestHub hub(m_identity, m_files);
        const HttpAnswer middle = get(hub, "Range: bytes=1000000-5999999\r\n");
        QCOMPARE(middle.status, 206);
        QVERIFY(middle.body == m_bytes.sliced(1000000, 5000000));
        QCOMPARE(get(hub, "Range: bytes=-5\r\n").body, m_bytes.last(5));
        QCOMPARE(get(hub, "Range: bytes=0-0\r\n").body, m_bytes.first(1));
        QCOMPARE(get(hub, "Range: bytes=99999999-\r\n").status, 416);
        QCOMPARE(askOverTls(hub.port(), "HEAD /media/1").body, QByteArray());
    }

    void oneAfterTheOther()
    {
        TestHub hub(m_identity, m_files);
        RawClient client(hub.port(), Over::Tls);
        const QByteArray request = "GET /media/1 HTTP/1.1\r\n" + host(hub);
        client.write(request + "Range: bytes=0-2999999\r\n\r\n" + request
                     + "Range: bytes=3000000-3000009\r\nConnection: close\r\n\r\n");
        QTRY_VERIFY(client.isClosed());
        const QByteArray received = client.received();
        const qsizetype first = received.indexOf("\r\n\r\n") + 4;
        QVERIFY(received.sliced(first, 3000000) == m_bytes.first(3000000));
        QVERIFY(received.sliced(first + 3000000).startsWith("HTTP/1.1 206 "));
        QVERIFY(received.endsWith(m_bytes.sliced(3000000, 10)));
    }

    void manyInOneBreath()
    {
        TestHub hub(m_identity, {});
        RawClient client(hub.port(), Over::Tls);
        const QByteArray request = "GET /api/health HTTP/1.1\r\n" + host(hub);
        constexpr int requests = 3000; // more than the hub reads ahead
        client.write((request + "\r\n").repeated(requests) + request + "Connection: close\r\n\r\n");
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(client.received().count("HTTP/1.1 200 "), requests + 1);
    }

    void aLargeFileForASlowReader()
    {
        TestHub hub(m_identity, m_files);
        const qint64 before = residentBytes();
        SlowReader reader(hub.port(), "/media/1");
        QVERIFY(QTest::qWaitFor([&] { return reader.bytes() >= m_bytes.size(); }, 3 * patienceMs));
        QCOMPARE(reader.bytes(), m_bytes.size());
        QCOMPARE(reader.hash(), QCryptographicHash::hash(m_bytes, QCryptographicHash::Sha256));
        QVERIFY2(reader.mostResident() - before < 32 * mebibyte,
                 qPrintable(QString::number(reader.mostResident() - before)));
    }

    void whoReadsNothingHoldsNoMemory()
    {
        TestHub hub(m_identity, m_files);
        PlainClient listener;
        QVERIFY(enter(hub, {&listener}));
        const qint64 before = residentBytes();
        std::vector<std::unique_ptr<RawClient>> slow;
        for (int i = 0; i < 20; ++i) {
            slow.push_back(std::make_unique<RawClient>(hub.port(), RawClient::Reading::Never, Over::Tls));
            slow.back()->write("GET /media/1 HTTP/1.1\r\n" + host(hub) + "\r\n");
        }
        for (const auto &client : slow)
            QTRY_VERIFY(client->socket().bytesAvailable() > 0);
        PlainClient another;
        QVERIFY(enter(hub, {&another})); // others have their turn meanwhile
        QVERIFY2(residentBytes() - before < 64 * mebibyte, // of 1.25 GiB
                 qPrintable(QString::number(residentBytes() - before)));
        slow.front()->readOn();
        QTRY_VERIFY(slow.front()->received().endsWith(m_bytes.last(100)));
    }

    void aWebSocketThatIsNotReadIsDropped()
    {
        TestHub hub(m_identity, {});
        PlainClient sender;
        PlainClient receiver;
        QVERIFY(enter(hub, {&sender, &receiver}));
        RawClient deaf(hub.port(), RawClient::Reading::Never, Over::Tls);
        deaf.upgrade();
        QTRY_COMPARE(webSocketClients(hub.port()), 3);
        const qint64 before = residentBytes();
        const QByteArray padding(60'000, 'p');
        for (int i = 1; i <= 300; ++i) {
            QByteArray message = Plain::serialize(newTrack(i, secondsAgo(0)));
            message.insert(1, "\"x\":\"" + padding + "\",");
            sender.say(message);
            QTRY_COMPARE(receiver.last(), message);
        }
        QVERIFY(residentBytes() - before < 96 * mebibyte);
        QTRY_COMPARE(webSocketClients(hub.port()), 2);
    }

    void aGrowingFile()
    {
        TestHub hub = TestHub::showing(m_identity, [this] { return growingSite(); });
        const HttpAnswer answer = askOverTls(hub.port(), "GET /growing");
        QCOMPARE(answer.status, 200);
        QByteArray whole;
        for (qsizetype at = 0;;) {
            const qsizetype end = answer.body.indexOf("\r\n", at);
            const qsizetype size = answer.body.mid(at, end - at).toLongLong(nullptr, 16);
            if (size == 0)
                break;
            whole += answer.body.mid(end + 2, size);
            at = end + 2 + size + 2;
        }
        QVERIFY(whole == m_bytes.first(8 * mebibyte));
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &line, const QByteArray &headers, int status) {
            QTest::newRow(name) << line << headers << status;
        };
        row("another host", "GET /", "Host: evil.example\r\n", 421);
        row("a page of the web", "GET /", "HOSTOrigin: https://evil.example\r\n", 403);
        row("our page, as it came in the clear", "GET /api/v1/me", "HOSTOrigin: http://127.0.0.1:PORT\r\n",
            403);
        row("our page", "GET /media/7", "HOSTOrigin: https://127.0.0.1:PORT\r\n", 404);
        row("an unknown token", "GET /media/1", "HOSTAuthorization: Bearer guess\r\n", 401);
        row("an unknown cookie", "GET /media/1", "HOSTCookie: __Host-session_id=guess\r\n", 401);
        row("a known cookie", "GET /media/7", "HOSTCookie: a=b; __Host-session_id=of-1\r\n", 404);
        row("the safer cookie counts", "GET /media/1",
            "HOSTCookie: session_id=of-1; __Host-session_id=guess\r\n", 401);
        row("a stranger", "GET /media/1", "HOSTVia: 1.1 test\r\n", 401);
        row("two hosts", "GET /", "HOSTHOST", 400);
        row("a giant head", "GET /", "HOSTX: " + QByteArray(17 * 1024, 'x') + "\r\n", 431);
        row("a giant body", "POST /api/v1/session/play", "HOSTContent-Length: 70000\r\n", 413);
        row("a WebSocket elsewhere", "GET /other",
            "HOSTUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
            "dGhlIHNhbXBsZSBub25jZQ==\r\n",
            404);
    }
    void refusals()
    {
        QFETCH(const QByteArray, line);
        QFETCH(QByteArray, headers);
        QFETCH(const int, status);
        TestHub hub(m_identity, m_files);
        RawClient client(hub.port(), Over::Tls);
        const QByteArray connection = headers.contains("Upgrade:") ? "Upgrade" : "close";
        client.write(line + " HTTP/1.1\r\n"
                     + headers.replace("HOST", host(hub)).replace("PORT", QByteArray::number(hub.port()))
                     + "Connection: " + connection + "\r\n\r\n");
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(client.received().mid(9, 3).toInt(), status);
    }

    void nonsense_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("garbage after the first byte") << QByteArray("\x16") + QByteArray(2000, 'x');
        QTest::newRow("a record that claims much") << QByteArray("\x16\x03\x01\xff\xff", 5);
        QTest::newRow("another version") << QByteArray("\x16\x09\x09\x00\x05hello", 10);
        QTest::newRow("a cut hello") << QByteArray::fromHex("160301002f0100002b0303");
        QTest::newRow("an empty record") << QByteArray::fromHex("1603010000");
    }
    void nonsense()
    {
        QFETCH(const QByteArray, bytes);
        TestHub hub(m_identity, {});
        RawClient client(hub.port());
        client.write(bytes);
        QTRY_VERIFY(client.isClosed()); // by its deadline at the latest
        QVERIFY(!client.received().contains("HTTP/"));
        QCOMPARE(askOverTls(hub.port(), "GET /api/health").status, 200);
    }

    void aHandshakeThatStallsEnds()
    {
        TestHub hub(m_identity, {});
        QElapsedTimer since;
        since.start();
        std::vector<std::unique_ptr<RawClient>> stalled;
        for (int i = 0; i < 30; ++i) {
            stalled.push_back(std::make_unique<RawClient>(hub.port()));
            if (i % 3 > 0)
                stalled.back()->write(i % 3 == 1 ? QByteArray("\x16")
                                                 : QByteArray::fromHex("160301002f0100002b0303"));
        }
        PlainClient client;
        client.open(hub.port(), "/", {}, Over::Tls);
        QTRY_COMPARE(client.heard().size(), 1); // the others have their turn
        for (const auto &one : stalled)
            QTRY_VERIFY(one->isClosed());
        QVERIFY(since.elapsed() > std::chrono::milliseconds(Limits::tlsWithin).count() * 9 / 10);
        QCOMPARE(webSocketClients(hub.port()), 1);
    }

    void whoHasNotShakenHandsYetCounts()
    {
        QHostAddress own;
        for (const QHostAddress &address : QNetworkInterface::allAddresses())
            if (address.protocol() == QAbstractSocket::IPv4Protocol && !address.isLoopback())
                own = address;
        if (own.isNull())
            QSKIP("NOT TESTED: this machine has no address but loopback, whose connections are not counted.");
        const QTemporaryDir folder;
        TestHub hub = TestHub::letsInOverTls(folder.path(), m_identity);
        std::vector<std::unique_ptr<QTcpSocket>> crowd;
        const auto connectOne = [&] {
            crowd.push_back(std::make_unique<QTcpSocket>());
            crowd.back()->connectToHost(own, hub.port());
        };
        const auto open = [&] {
            return std::ranges::count_if(
                crowd, [](const auto &one) { return one->state() == QAbstractSocket::ConnectedState; });
        };
        for (int i = 0; i < Limits::connectionsPerAddress + 10; ++i)
            connectOne();
        QTRY_COMPARE(open(), Limits::connectionsPerAddress);
        crowd.clear();
        QTRY_VERIFY([&] {
            crowd.clear();
            connectOne();
            crowd.back()->write("GET /api/health HTTP/1.1\r\nHost: " + own.toString().toLatin1()
                                + "\r\n\r\n");
            return crowd.back()->waitForReadyRead(1000);
        }());
    }

    void versions_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("says");
        const QString weakest = "ALL:@SECLEVEL=0"; // so that it is the hub that refuses
        QTest::newRow("1.3") << QStringList{"-tls1_3"} << QByteArray("TLSv1.3");
        QTest::newRow("1.2") << QStringList{"-tls1_2"} << QByteArray("Protocol  : TLSv1.2");
        QTest::newRow("1.1") << QStringList{"-tls1_1", "-cipher", weakest}
                             << QByteArray("alert protocol version");
        QTest::newRow("1.0") << QStringList{"-tls1", "-cipher", weakest}
                             << QByteArray("alert protocol version");
    }
    void versions()
    {
        QFETCH(const QStringList, words);
        QFETCH(const QByteArray, says);
        TestHub hub(m_identity, {});
        const QByteArray said = handshake(hub.port(), words);
        QVERIFY2(said.contains(says), said.constData());
    }

    void noRenegotiation()
    {
        TestHub hub(m_identity, {});
        const QByteArray said = handshake(hub.port(), {"-tls1_2"}, "R\n");
        QVERIFY2(said.contains("RENEGOTIATING") && said.contains("no renegotiation"), said.constData());
    }

    void aHubWithoutItAnswersNoHello()
    {
        TestHub hub;
        const QByteArray said = handshake(hub.port(), {});
        QVERIFY2(said.contains("wrong version number"), said.constData());
        QCOMPARE(webSocketClients(hub.port()), 0);
    }

    void devicesComeInOverIt()
    {
        const QTemporaryDir folder;
        TestHub hub = TestHub::letsInOverTls(folder.path(), m_identity);
        const HttpAnswer invited =
            ask(hub.port(), "POST /api/v1/pairing/invitations", QJsonObject{}, {}, Over::Tls);
        if (invited.status == 409)
            QSKIP("NOT TESTED: this machine has no address but loopback.");
        QCOMPARE(invited.status, 201);
        const QUrl url(invited.json().value("url"_L1).toString());
        QCOMPARE(url.scheme(), "https");
        QCOMPARE(url.fragment(),
                 "join=" + invited.json().value("secret"_L1).toString()
                     + "&sha256=" + QString::fromLatin1(m_identity.fingerprint.toHex()));
        QCOMPARE(invited.json().value("fingerprint"_L1).toString().size(), 32 * 3 - 1);
        QVERIFY(!invited.json().value("qr"_L1).toArray().isEmpty());
        const QJsonObject who{
            {"device", "phone"}, {"name", "Phone"}, {"secret", invited.json().value("secret"_L1)}};
        const HttpAnswer joined = ask(hub.port(), "POST /api/v1/pairing/join", who, asStranger, Over::Tls);
        QCOMPARE(joined.status, 200);
        const QByteArray cookie = joined.header("Set-Cookie");
        QVERIFY2(cookie.startsWith("__Host-session_id=") && cookie.contains("; Secure; HttpOnly"),
                 cookie.constData());
        const QByteArray back = "Cookie: " + cookie.first(cookie.indexOf(';')) + "\r\n";
        QCOMPARE(askOverTls(hub.port(), "GET /api/v1/me", asStranger + back).status, 200);
        QCOMPARE(ask(hub.port(), "GET /api/v1/me", asStranger + back).status, 401);
    }

    void namesOfAGivenCertificateAreTheHubs()
    {
        const QTemporaryDir certificates;
        const QTemporaryDir folder;
        const auto given =
            Tls::ownIdentity(certificates.path(), {.names = {"music.example"}, .addresses = {}},
                             QDateTime::currentSecsSinceEpoch());
        TestHub hub = TestHub::letsInOverTls(folder.path(), std::get<Tls::Identity>(given));
        RawClient client(hub.port(), Over::Tls);
        client.write("GET / HTTP/1.1\r\nHost: music.example\r\nConnection: close\r\n\r\n");
        QTRY_VERIFY(client.isClosed());
        QVERIFY(client.received().startsWith("HTTP/1.1 200 "));
        const HttpAnswer invited =
            ask(hub.port(), "POST /api/v1/pairing/invitations", QJsonObject{}, {}, Over::Tls);
        if (invited.status == 409)
            QSKIP("NOT TESTED WHOLE: this machine has no address but loopback.");
        QCOMPARE(QUrl(invited.json().value("url"_L1).toString()).host(), "music.example");
    }

private:
    [[nodiscard]] HttpAnswer get(const TestHub &hub, const QByteArray &headers) const
    {
        return askOverTls(hub.port(), "GET /media/1", headers);
    }
    [[nodiscard]] static QByteArray host(const TestHub &hub)
    {
        return "Host: 127.0.0.1:" + QByteArray::number(hub.port()) + "\r\n";
    }

    /// At /growing is a file to which a quarter of a MiB is added again and again.
    [[nodiscard]] std::shared_ptr<Http::Site> growingSite() const
    {
        class Growing final : public Http::Site
        {
        public:
            explicit Growing(QByteArray bytes)
                : m_bytes(std::move(bytes))
            {
                if (m_file->open())
                    m_growing = std::make_shared<Http::GrowingFile>(m_file);
                QObject::connect(&m_turn, &QTimer::timeout, [this] { grow(); });
            }
            [[nodiscard]] std::optional<Http::Answer> answer(const Http::Request &request) override
            {
                if (request.head.path != "/growing")
                    return std::nullopt;
                m_turn.start(5);
                return Http::Response{.growing = m_growing};
            }

        private:
            void grow()
            {
                const qint64 at = m_growing->size();
                const qint64 count = qMin<qint64>(mebibyte / 4, m_bytes.size() - at);
                m_file->write(m_bytes.constData() + at, count);
                m_file->flush();
                const bool whole = at + count == m_bytes.size();
                m_growing->become(
                    at + count, whole ? Http::GrowingFile::State::Whole : Http::GrowingFile::State::Growing);
                if (whole)
                    m_turn.stop();
            }
            const QByteArray m_bytes;
            std::shared_ptr<QTemporaryFile> m_file = std::make_shared<QTemporaryFile>();
            std::shared_ptr<Http::GrowingFile> m_growing;
            QTimer m_turn;
        };
        return std::make_shared<Growing>(m_bytes.first(8 * mebibyte));
    }

    QTemporaryDir m_folder;
    Tls::Identity m_identity;
    QByteArray m_bytes;
    QHash<TrackId, QString> m_files;
};

QTEST_GUILESS_MAIN(tst_HubTls)
#include "tst_hub_tls.moc"
