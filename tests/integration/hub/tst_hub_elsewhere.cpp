// SPDX-License-Identifier: Apache-2.0
#include "support/hub/asking.h"
#include "support/hub/testhub.h"
#include "support/hub/tlsidentity.h"
#include "support/redisserver.h"
#include "support/waiting.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Sync;
using namespace Testing;

namespace {

constexpr qint64 hugeBytes = 256 * 1024 * 1024; // the kernels on the way hold whole megabytes

} // namespace

/// Tracks that only another hub of the same sessions has. The attic has none, the den all.
class tst_HubElsewhere : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString path = m_folder.filePath(u"one.flac"_s);
        m_bytes = writeLongFile(path);
        QVERIFY(!m_bytes.isEmpty());
        QFile huge(m_folder.filePath(u"huge.flac"_s));
        QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(hugeBytes)); // takes no room
        m_files = {{1, path}, {3, huge.fileName()}};
    }

    void init()
    {
        m_redis = std::make_unique<RedisServer>();
        QVERIFY2(m_redis->start(), qPrintable(m_redis->why()));
        m_attic = std::make_unique<TestHub>(TestHub::sharing(m_redis->address(), "attic"));
        m_den = std::make_unique<TestHub>(TestHub::sharing(m_redis->address(), "den", m_files));
        QTRY_COMPARE(ask(m_attic->port(), "HEAD /media/1").status, 200); // they know each other
    }

    void cleanup()
    {
        m_den.reset();
        m_attic.reset();
        m_redis.reset();
    }

    void theWhole()
    {
        const HttpAnswer here = ask(m_attic->port(), "GET /media/1");
        const HttpAnswer there = ask(m_den->port(), "GET /media/1");
        QCOMPARE(here.status, 200);
        QVERIFY(here.body == m_bytes);
        for (const char *name :
             {"Content-Type", "Content-Length", "Accept-Ranges", "ETag", "Last-Modified", "Cache-Control"}) {
            QVERIFY2(!here.header(name).isEmpty(), name);
            QCOMPARE(here.header(name), there.header(name));
        }
    }

    void aPart()
    {
        const HttpAnswer answer = ask(m_attic->port(), "GET /media/1", "Range: bytes=1000000-5999999\r\n");
        QCOMPARE(answer.status, 206);
        QCOMPARE(answer.header("Content-Range"),
                 "bytes 1000000-5999999/" + QByteArray::number(m_bytes.size()));
        QVERIFY(answer.body == m_bytes.sliced(1000000, 5000000));
        QCOMPARE(ask(m_attic->port(), "GET /media/1", "Range: bytes=-5\r\n").body, m_bytes.last(5));
        const HttpAnswer behind = ask(m_attic->port(), "GET /media/1", "Range: bytes=99999999-\r\n");
        QCOMPARE(behind.status, 416);
        QCOMPARE(behind.header("Content-Range"), "bytes */" + QByteArray::number(m_bytes.size()));
    }

    void unchanged()
    {
        const HttpAnswer head = ask(m_attic->port(), "HEAD /media/1");
        QCOMPARE(head.header("Content-Length"), QByteArray::number(m_bytes.size()));
        QVERIFY(head.body.isEmpty());
        const QByteArray seen = "If-None-Match: " + head.header("ETag") + "\r\n";
        QCOMPARE(ask(m_attic->port(), "GET /media/1", seen).status, 304);
    }

    void whatNobodyHas()
    {
        const TestHub third = TestHub::sharing(m_redis->address(), "third"); // asks nobody in turn
        for (const char *path : {"/media/2", "/art/2", "/api/v1/tracks/2"}) {
            const HttpAnswer answer = ask(m_attic->port(), "GET " + QByteArray(path));
            QCOMPARE(answer.status, 404);
            QVERIFY(answer.body.startsWith("{\"error\":{\"code\":\"no"));
        }
    }

    void onlyForThoseWhoMayReadHere()
    {
        QCOMPARE(ask(m_attic->port(), "GET /media/1", asStranger).status, 401);
    }

    void manyAtOnceThatReadSlowly()
    {
        constexpr int listeners = 12; // more than one network manager would serve at once
        const qint64 before = residentBytes();
        std::vector<std::unique_ptr<RawClient>> slow;
        for (int i = 0; i < listeners; ++i) {
            slow.push_back(std::make_unique<RawClient>(m_attic->port(), RawClient::Reading::Never));
            slow.back()->write("GET /media/1 HTTP/1.1\r\nHost: 127.0.0.1:"
                               + QByteArray::number(m_attic->port()) + "\r\n\r\n");
        }
        for (const auto &client : slow)
            QTRY_VERIFY(client->socket().bytesAvailable() > 0);
        QCOMPARE(ask(m_attic->port(), "GET /media/1", "Range: bytes=-5\r\n").body, m_bytes.last(5));
        QVERIFY(residentBytes() - before < qint64(listeners) * 4 * 1024 * 1024);
        for (auto &client : slow) {
            client->readOn();
            QTRY_VERIFY(client->received().endsWith(m_bytes.last(100)));
        }
    }

    void hubThatEndsMeanwhile()
    {
        RawClient client(m_attic->port(), RawClient::Reading::Never);
        client.write("GET /media/3 HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_attic->port())
                     + "\r\n\r\n");
        QTRY_VERIFY(client.socket().bytesAvailable() > 0);
        m_den.reset();
        client.readOn();
        QTRY_VERIFY(client.isClosed());
        QVERIFY(client.received().size() < hugeBytes);
        QCOMPARE(ask(m_attic->port(), "GET /media/1").status, 404); // at once: nobody is there
    }

    void overTls()
    {
        const QTemporaryDir folder;
        const Tls::Identity identity = tlsIdentity(folder.path());
        m_den.reset();
        m_den = std::make_unique<TestHub>(TestHub::sharing(m_redis->address(), "vault", m_files, identity));
        QTRY_COMPARE(ask(m_attic->port(), "HEAD /media/1").status, 200);
        QVERIFY(ask(m_attic->port(), "GET /media/1").body == m_bytes);
    }

private:
    QTemporaryDir m_folder;
    QByteArray m_bytes;
    QHash<TrackId, QString> m_files;
    std::unique_ptr<RedisServer> m_redis;
    std::unique_ptr<TestHub> m_attic;
    std::unique_ptr<TestHub> m_den;
};

QTEST_GUILESS_MAIN(tst_HubElsewhere)
#include "tst_hub_elsewhere.moc"
