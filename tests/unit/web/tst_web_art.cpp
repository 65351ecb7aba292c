// SPDX-License-Identifier: Apache-2.0
#include "app/web/artapi.h"
#include "support/waiting.h"
#include "tests/unit/library/collection.h"
#include "tests/unit/library/music.h"

#include "app/library/cataloguereader.h"

#include <QFutureWatcher>
#include <QJsonDocument>
#include <QSemaphore>

using namespace Qt::StringLiterals;
using namespace Sync::Http;

/// Covers as they are sent, of real files.
class tst_WebArt : public QObject
{
    Q_OBJECT

    std::unique_ptr<Collection> m_collection;
    std::unique_ptr<Web::ArtApi> m_api;
    QByteArray m_path;

    [[nodiscard]] std::optional<Answer> answer(const QByteArray &line, const QByteArray &headers = {}) const
    {
        const auto parsed = parseHead(line + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
        return m_api->answer({.head = std::get<RequestHead>(parsed),
                              .body = {},
                              .caller = Sync::Caller{.user = u"1"_s, .role = Sync::Role::Listener},
                              .peer = {}});
    }
    [[nodiscard]] Response ask(const QByteArray &target, const QByteArray &headers = {}) const
    {
        const auto given = answer("GET " + target, headers);
        if (!given)
            return {.status = 0};
        if (const auto *response = std::get_if<Response>(&*given))
            return *response;
        auto future = std::get<QFuture<Response>>(*given);
        return QTest::qWaitFor([&] { return future.isFinished(); }, Testing::patienceMs)
            ? future.result()
            : Response{.status = 0};
    }
    [[nodiscard]] static QByteArray header(const Response &response, const QByteArray &name)
    {
        for (const auto &[key, value] : response.headers)
            if (key == name)
                return value;
        return {};
    }
    [[nodiscard]] static QJsonObject error(const Response &response)
    {
        return QJsonDocument::fromJson(response.body).object().value("error"_L1).toObject();
    }
    [[nodiscard]] QString beside(const QString &name) const { return m_collection->music("Night/" + name); }

    void scan()
    {
        (void)m_collection->scan();
        const auto albums = Library::CatalogueReader(m_collection->catalogue()).albums();
        QCOMPARE(albums.size(), 1);
        m_path = "/art/" + QByteArray::number(albums.first().id);
    }

private Q_SLOTS:
    void init()
    {
        if (!Music::canBeMade())
            QSKIP("ffmpeg is not installed: no music can be made");
        m_collection = std::make_unique<Collection>();
        m_api = std::make_unique<Web::ArtApi>(m_collection->catalogue());
        QVERIFY(Music::make(beside("a.ogg")));
        scan();
    }

    void sizes_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QSize>("shown");
        QTest::addRow("usual") << QByteArray() << QSize(256, 128);
        QTest::addRow("smallest") << QByteArray("?size=64") << QSize(64, 32);
        QTest::addRow("rounded up") << QByteArray("?size=65") << QSize(128, 64);
        QTest::addRow("of a step") << QByteArray("?size=512") << QSize(512, 256);
        QTest::addRow("never enlarged") << QByteArray("?size=1024") << QSize(800, 400);
    }
    void sizes()
    {
        QFETCH(QByteArray, query);
        QVERIFY(Music::setCover(beside("a.ogg"), Music::picture(Qt::red, 800, 400)));
        const Response response = ask(m_path + query);
        QCOMPARE(response.status, 200);
        QCOMPARE(response.contentType, QByteArray("image/jpeg"));
        const QImage image = QImage::fromData(response.body, "JPG");
        QTEST(image.size(), "shown");
        QVERIFY(image.pixelColor(5, 5).red() > 240 && image.pixelColor(5, 5).green() < 15);
    }

    void whatShowsThroughStaysSo()
    {
        QImage clear(100, 100, QImage::Format_ARGB32);
        clear.fill(Qt::transparent);
        QVERIFY(clear.save(beside("cover.png")));
        const Response response = ask(m_path);
        QCOMPARE(response.contentType, QByteArray("image/png"));
        QCOMPARE(QImage::fromData(response.body, "PNG").pixelColor(50, 50).alpha(), 0);
        clear.fill(Qt::blue); // still with the channel, but nothing shows through
        QVERIFY(clear.save(beside("cover.png")));
        QCOMPARE(ask(m_path).contentType, QByteArray("image/jpeg"));
    }

    void unchanged()
    {
        QVERIFY(Music::write(beside("cover.jpg"), Music::picture(Qt::blue, 300, 300, "JPG")));
        const Response first = ask(m_path);
        QCOMPARE(first.cacheControl, QByteArray("private, max-age=3600"));
        const QByteArray etag = header(first, "ETag");
        QVERIFY(etag.size() > 10 && etag.startsWith('"') && etag.endsWith('"'));
        const QByteArray condition = "If-None-Match: " + etag + "\r\n";
        const Response again = ask(m_path, condition);
        QCOMPARE(again.status, 304);
        QVERIFY(again.body.isEmpty());
        QCOMPARE(header(again, "ETag"), etag);
        QCOMPARE(ask(m_path + "?size=64", condition).status, 200);

        QVERIFY(Music::write(beside("cover.jpg"), Music::picture(Qt::green, 301, 300, "JPG")));
        const Response changed = ask(m_path, condition);
        QCOMPARE(changed.status, 200);
        QVERIFY(header(changed, "ETag") != etag);
        QVERIFY(QImage::fromData(changed.body).pixelColor(5, 5).green() > 120);
        QVERIFY(QFile::remove(beside("cover.jpg")));
        QCOMPARE(ask(m_path, condition).status, 404);
    }

    void anAddressWithAVersionIsForever()
    {
        QVERIFY(Music::write(beside("cover.jpg"), Music::picture(Qt::blue, 300, 300, "JPG")));
        QCOMPARE(ask(m_path + "?v=7").cacheControl, QByteArray("private, max-age=31536000, immutable"));
        QCOMPARE(ask(m_path + "?v=").cacheControl, QByteArray("private, max-age=3600"));
    }

    void none_data()
    {
        QTest::addColumn<QByteArray>("picture");
        QTest::addRow("no file") << QByteArray();
        QTest::addRow("no picture") << QByteArray("no picture");
        QTest::addRow("cut off") << Music::picture(Qt::red, 300, 300, "JPG").first(200);
        QTest::addRow("far too large") << QByteArray(
            "BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\xff\xff\xff\x0f\xff\xff\xff\x0f\x01\0\x18\0"
            "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
            54);
    }
    void none()
    {
        QFETCH(QByteArray, picture);
        if (!picture.isEmpty())
            QVERIFY(Music::write(beside("cover.jpg"), picture));
        const Response response = ask(m_path);
        QCOMPARE(response.status, 404);
        QCOMPARE(error(response).value("code"_L1).toString(), u"no_art"_s);
        QCOMPARE(response.cacheControl, QByteArray("no-store"));
    }

    void whatIsNotThere()
    {
        for (const char *path : {"/art/1", "/art/x", "/art/-1"})
            QCOMPARE(ask(path).status, 404);
        for (const char *path : {"/art/", "/art/1/", "/art/../art/1", "/artists"})
            QCOMPARE(ask(path).status, 0); // nobody's, or somebody else's
        QCOMPARE(std::get<Response>(*answer("DELETE " + m_path)).status, 405);
    }

    void faults_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *query, const char *field) {
            QTest::addRow("%s", query) << QByteArray(query) << QString(field);
        };
        row("?size=63", "size");
        row("?size=1025", "size");
        row("?size=", "size");
        row("?size=64px", "size");
        row("?size=64&size=64", "size");
        row("?width=64", "width");
        row("?v=1&v=2", "v");
    }
    void faults()
    {
        QFETCH(QByteArray, query);
        const Response response = ask(m_path + query);
        QCOMPARE(response.status, 400);
        QTEST(error(response).value("field"_L1).toString(), "field");
    }

    void manyAtOnce()
    {
        QVERIFY(Music::write(beside("cover.png"), Music::picture(Qt::blue, 1500, 1500)));
        QList<QFuture<Response>> futures;
        for (int i = 0; i < 40; ++i)
            futures.append(std::get<QFuture<Response>>(*answer("GET " + m_path + "?size=1024")));
        for (const auto &future : std::as_const(futures)) {
            QTRY_VERIFY(future.isFinished());
            QCOMPARE(future.result().status, 200);
        }
    }

    void sameAtOnceIsMadeOnce()
    {
        QVERIFY(Music::write(beside("cover.png"), Music::picture(Qt::blue, 1500, 1500)));
        const quint64 album = m_path.sliced(5).toULongLong();
        QSemaphore busy;
        QSemaphore done;
        std::atomic_int taken = 0;
        std::atomic<const char *> bytes = nullptr;
        Web::Art art(m_collection->catalogue());
        for (const int size : {64, 128}) // both threads
            art.ask(album, size, [&](const Web::Picture &) { busy.acquire(); });
        for (int i = 0; i < 5; ++i)
            art.ask(album, 512, [&](const Web::Picture &picture) {
                const char *const first = bytes.exchange(picture.bytes.constData());
                taken += first == nullptr || first == picture.bytes.constData() ? 1 : 0;
                done.release();
            });
        busy.release(2);
        QVERIFY(done.tryAcquire(5, Testing::patienceMs));
        QCOMPARE(taken.load(), 5); // the very same bytes
    }

    void endsWhileSomebodyWaits()
    {
        QVERIFY(Music::write(beside("cover.png"), Music::picture(Qt::blue, 1500, 1500)));
        QList<QFuture<Response>> futures;
        for (const char *size : {"64", "128", "256", "512", "1024"})
            futures.append(std::get<QFuture<Response>>(*answer("GET " + m_path + "?size=" + size)));
        m_api.reset();
        for (const auto &future : std::as_const(futures))
            QVERIFY(future.isFinished()); // answered, or known to be never
    }
};

QTEST_GUILESS_MAIN(tst_WebArt)
#include "tst_web_art.moc"
