// SPDX-License-Identifier: Apache-2.0
#include "sync/http/routes.h"
#include "sync/http/webfiles.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

#include <zlib.h>

using namespace Sync::Http;

namespace {

RequestHead head(const QByteArray &line, const QByteArray &headers = {})
{
    const auto parsed = parseHead(line + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
    return std::holds_alternative<RequestHead>(parsed) ? std::get<RequestHead>(parsed) : RequestHead{};
}

Response get(const QByteArray &path, const QByteArray &headers = {})
{
    return answerPage(head("GET " + path, headers));
}

QByteArray valueOf(const Response &response, const QByteArray &name)
{
    const auto found = std::ranges::find(response.headers, name, &std::pair<QByteArray, QByteArray>::first);
    return found == response.headers.end() ? QByteArray() : found->second;
}

/// Where all but the index lie, as the index says.
QByteArray root()
{
    static const QRegularExpression script(QString("\"(/web/[0-9a-f]+/)js/start\\.js\""));
    return script.match(QString::fromUtf8(get("/").body)).captured(1).toLatin1();
}

QByteArray unpacked(const QByteArray &packed)
{
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 16) != Z_OK)
        return "not started";
    QByteArray copy = packed;
    QByteArray bytes(1024 * 1024, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(copy.data());
    stream.avail_in = uInt(copy.size());
    stream.next_out = reinterpret_cast<Bytef *>(bytes.data());
    stream.avail_out = uInt(bytes.size());
    const bool whole = inflate(&stream, Z_FINISH) == Z_STREAM_END;
    bytes.truncate(qsizetype(stream.total_out));
    inflateEnd(&stream);
    return whole ? bytes : QByteArray("broken");
}

const QByteArray packing = "Accept-Encoding: br, gzip\r\n";

} // namespace

class tst_SyncWebFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void types_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("type");
        const auto row = [](const char *path, const char *type) {
            QTest::addRow("%s", path) << QByteArray(path) << QByteArray(type);
        };
        row("js/main.js", "text/javascript; charset=utf-8");
        row("js/texts/ru.js", "text/javascript; charset=utf-8");
        row("style/theme.css", "text/css; charset=utf-8");
        row("icons.svg", "image/svg+xml");
        row("icons/segue.svg", "image/svg+xml");
        row("icons/segue-192.png", "image/png");
        row("manifest.webmanifest", "application/manifest+json");
        row("silence.wav", "audio/wav");
    }
    void types()
    {
        QFETCH(QByteArray, path);
        const Response response = get(root() + path);
        QCOMPARE(response.status, 200);
        QTEST(response.contentType, "type");
        QCOMPARE(response.cacheControl, "public, max-age=31536000, immutable");
        QVERIFY(!response.body.isEmpty());
    }

    void index()
    {
        const Response response = get("/");
        QCOMPARE(response.status, 200);
        QCOMPARE(response.contentType, "text/html; charset=utf-8");
        QCOMPARE(response.cacheControl, "no-cache");
        QVERIFY(!response.body.contains("HASH"));
        QCOMPARE(root().size(), qstrlen("/web/") + 16 + 1);
    }

    void indexIsAskedAbout()
    {
        for (const QByteArray &headers : {QByteArray(), packing}) {
            const Response first = get("/", headers);
            const QByteArray tag = valueOf(first, "ETag");
            QVERIFY(tag.startsWith('"') && tag.endsWith('"'));
            const Response again = get("/", headers + "If-None-Match: \"other\", " + tag + "\r\n");
            QCOMPARE(again.status, 304);
            QVERIFY(again.body.isEmpty());
            QCOMPARE(valueOf(again, "ETag"), tag);
            QCOMPARE(get("/", headers + "If-None-Match: \"other\"\r\n").status, 200);
        }
        QVERIFY(valueOf(get("/"), "ETag") != valueOf(get("/", packing), "ETag"));
    }

    void everyReferenceLeadsSomewhere()
    {
        static const QRegularExpression reference(QString("\"(/web/[^\"]+)\""));
        auto found = reference.globalMatch(QString::fromUtf8(get("/").body));
        QVERIFY(found.hasNext());
        while (found.hasNext()) {
            const QByteArray path = found.next().captured(1).toLatin1();
            QVERIFY2(get(path).status == 200, path);
        }
        static const QRegularExpression import(QString("(?:from|import\\() ?'(\\.[^']+)'"));
        QDirIterator files(QString(":/segue/web"), {QString("*.js")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            auto imports = import.globalMatch(QString::fromUtf8(file.readAll()));
            while (imports.hasNext()) {
                const QString name = imports.next().captured(1);
                const QString path = QDir::cleanPath(QFileInfo(file).path() + u'/' + name);
                QVERIFY2(QFile::exists(path), qPrintable(file.fileName() + ": " + name));
            }
        }
    }

    void packed_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<bool>("packed");
        QTest::addRow("none") << QByteArray() << false;
        QTest::addRow("gzip") << QByteArray("Accept-Encoding: gzip\r\n") << true;
        QTest::addRow("among others") << packing << true;
        QTest::addRow("another") << QByteArray("Accept-Encoding: br\r\n") << false;
        QTest::addRow("refused") << QByteArray("Accept-Encoding: gzip;q=0\r\n") << false;
    }
    void packed()
    {
        QFETCH(QByteArray, headers);
        QFETCH(bool, packed);
        const QByteArray path = root() + "js/main.js";
        const Response plain = get(path);
        const Response response = get(path, headers);
        QCOMPARE(valueOf(response, "Vary"), "Accept-Encoding");
        QCOMPARE(valueOf(response, "Content-Encoding"), packed ? QByteArray("gzip") : QByteArray());
        QCOMPARE(packed ? unpacked(response.body) : response.body, plain.body);
        if (packed)
            QVERIFY(response.body.size() < plain.body.size() / 2);
    }

    void picturesAreSentAsTheyAre()
    {
        const Response response = get(root() + "icons/segue-192.png", packing);
        QVERIFY(valueOf(response, "Content-Encoding").isEmpty());
        QVERIFY(response.body.startsWith("\x89PNG"));
    }

    void nothingElse_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const char *path :
             {"", "index.html", "jsconfig.json", "page.cmake", "js", "js/", "js/main.js/", "js//main.js",
              "./js/main.js", "../js/main.js", "js/../js/main.js", "js/%6dain.js", "JS/main.js",
              "js\\main.js", "../../segue/web/js/main.js", "%2e%2e/%2e%2e/etc/passwd"})
            QTest::addRow("%s", path) << root() + path;
        QTest::addRow("no hash") << QByteArray("/web/js/main.js");
        QTest::addRow("another hash") << QByteArray("/web/0123456789abcdef/js/main.js");
        QTest::addRow("only the hash") << root().chopped(1);
        QTest::addRow("nothing") << QByteArray("/web/");
        QTest::addRow("the place itself") << QByteArray("/web/HASH/js/main.js");
    }
    void nothingElse()
    {
        QFETCH(QByteArray, path);
        QCOMPARE(get(path).status, 404);
    }

    void onlyRead_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("status");
        QTest::addRow("HEAD /") << QByteArray("HEAD /") << 200;
        QTest::addRow("POST /") << QByteArray("POST /") << 405;
        QTest::addRow("HEAD file") << "HEAD " + root() + "js/main.js" << 200;
        QTest::addRow("PUT file") << "PUT " + root() + "js/main.js" << 405;
    }
    void onlyRead()
    {
        QFETCH(QByteArray, line);
        QTEST(answerPage(head(line)).status, "status");
    }

    void needsNobody()
    {
        QVERIFY(!needsUser(head("GET /")));
        QVERIFY(!needsUser(head("GET " + root() + "js/main.js")));
        QVERIFY(needsUser(head("GET /webs")));
        QVERIFY(needsUser(head("GET /api/v1/tracks")));
    }
};

QTEST_GUILESS_MAIN(tst_SyncWebFiles)
#include "tst_sync_webfiles.moc"
