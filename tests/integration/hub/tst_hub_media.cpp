// SPDX-License-Identifier: Apache-2.0
#include "support/hub/asking.h"
#include "support/hub/plainclient.h"
#include "support/hub/rawclient.h"
#include "support/hub/testhub.h"
#include "support/waiting.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Sync;
using namespace Testing;

/// Tracks as files, over real sockets.
class tst_HubMedia : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString path = m_folder.filePath(u"one.flac"_s);
        m_bytes = writeLongFile(path);
        QVERIFY(!m_bytes.isEmpty());
        m_files = {{1, path}, {2, m_folder.filePath(u"away.flac"_s)}};
    }

    void theWhole()
    {
        TestHub hub(m_files);
        const HttpAnswer answer = ask(hub.port(), "GET /media/1");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("Content-Type"), QByteArray("audio/flac"));
        QCOMPARE(answer.header("Content-Length"), QByteArray::number(m_bytes.size()));
        QCOMPARE(answer.header("Accept-Ranges"), QByteArray("bytes"));
        QVERIFY(!answer.header("ETag").isEmpty());
        QVERIFY(answer.header("Last-Modified").endsWith(" GMT"));
        QVERIFY(answer.body == m_bytes);
    }

    void aPart()
    {
        TestHub hub(m_files);
        const HttpAnswer answer = ask(hub.port(), "GET /media/1", "Range: bytes=1000000-5999999\r\n");
        QCOMPARE(answer.status, 206);
        QCOMPARE(answer.header("Content-Range"),
                 "bytes 1000000-5999999/" + QByteArray::number(m_bytes.size()));
        QCOMPARE(answer.header("Content-Length"), QByteArray("5000000"));
        QVERIFY(answer.body == m_bytes.sliced(1000000, 5000000));
        const HttpAnswer end = ask(hub.port(), "GET /media/1", "Range: bytes=-5\r\n");
        QCOMPARE(end.status, 206);
        QCOMPARE(end.body, m_bytes.last(5));
    }

    void behindTheEnd()
    {
        TestHub hub(m_files);
        const HttpAnswer answer = ask(hub.port(), "GET /media/1", "Range: bytes=99999999-\r\n");
        QCOMPARE(answer.status, 416);
        QCOMPARE(answer.header("Content-Range"), "bytes */" + QByteArray::number(m_bytes.size()));
    }

    void onlyTheHead()
    {
        TestHub hub(m_files);
        const HttpAnswer answer = ask(hub.port(), "HEAD /media/1");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("Content-Length"), QByteArray::number(m_bytes.size()));
        QVERIFY(answer.body.isEmpty());
    }

    void unchanged()
    {
        TestHub hub(m_files);
        const QByteArray etag = ask(hub.port(), "HEAD /media/1").header("ETag");
        const HttpAnswer answer = ask(hub.port(), "GET /media/1", "If-None-Match: " + etag + "\r\n");
        QCOMPARE(answer.status, 304);
        QVERIFY(answer.body.isEmpty());
    }

    void oneAfterTheOther()
    {
        TestHub hub(m_files);
        RawClient client(hub.port());
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

    void whatIsNotThere()
    {
        TestHub hub(m_files);
        for (const char *path : {"/media/2", "/media/3", "/media/", "/media/-1", "/media/1x", "/media/1/",
                                 "/media/../media/1", "/media/%31", "/media/../../etc/passwd"}) {
            const HttpAnswer answer = ask(hub.port(), "GET " + QByteArray(path));
            QCOMPARE(answer.status, 404);
            QVERIFY(answer.body.startsWith("{\"error\":{\"code\":\"no"));
        }
        QCOMPARE(ask(hub.port(), "DELETE /media/1").status, 405);
    }

    void onlyForUsers()
    {
        TestHub hub(m_files);
        QCOMPARE(ask(hub.port(), "GET /media/1", "Authorization: Bearer guess\r\n").status, 401);
        QCOMPARE(ask(hub.port(), "GET /media/1", "Origin: https://evil.example\r\n").status, 403);
    }

    void whoReadsNothingHoldsNoMemory()
    {
        TestHub hub(m_files);
        const qint64 before = residentBytes();
        std::vector<std::unique_ptr<RawClient>> slow;
        for (int i = 0; i < 20; ++i) {
            slow.push_back(std::make_unique<RawClient>(hub.port(), RawClient::Reading::Never));
            slow.back()->write("GET /media/1 HTTP/1.1\r\n" + host(hub) + "\r\n");
        }
        PlainClient listener;
        QVERIFY(enter(hub, {&listener})); // others have their turn meanwhile
        QVERIFY(residentBytes() - before < 20 * 1024 * 1024);
        for (auto &client : slow) {
            client->readOn();
            QTRY_VERIFY(client->received().endsWith(m_bytes.last(100)));
        }
    }

    void whoGoesAwayIsForgotten()
    {
        TestHub hub(m_files);
        {
            RawClient client(hub.port(), RawClient::Reading::Never);
            client.write("GET /media/1 HTTP/1.1\r\n" + host(hub) + "\r\n");
            QTRY_VERIFY(client.socket().bytesAvailable() > 0);
        }
        QCOMPARE(ask(hub.port(), "HEAD /media/1").status, 200);
    }

private:
    static QByteArray host(const TestHub &hub)
    {
        return "Host: 127.0.0.1:" + QByteArray::number(hub.port()) + "\r\n";
    }
    QTemporaryDir m_folder;
    QByteArray m_bytes;
    QHash<TrackId, QString> m_files;
};

QTEST_GUILESS_MAIN(tst_HubMedia)
#include "tst_hub_media.moc"
