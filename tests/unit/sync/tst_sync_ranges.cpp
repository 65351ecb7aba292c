// SPDX-License-Identifier: Apache-2.0
#include "sync/http/ranges.h"

#include <QTest>
#include <QTimeZone>

#include <limits>

using namespace Sync::Http;

namespace {

const FileFacts file{
    .size = 1000, .modified = QDateTime({2026, 2, 1}, {7, 5, 9}, QTimeZone::utc()), .etag = R"("abc")"};

RequestHead request(const QByteArray &headers, const QByteArray &method = "GET")
{
    const auto parsed = parseHead(method + " / HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
    return std::holds_alternative<RequestHead>(parsed) ? std::get<RequestHead>(parsed) : RequestHead{};
}

/// As a word, for the table: "whole", "outside", or the first byte and how many.
QByteArray wordFor(const std::variant<Whole, Part, Outside> &chosen)
{
    if (const auto *part = std::get_if<Part>(&chosen))
        return QByteArray::number(part->first) + '+' + QByteArray::number(part->count);
    return std::holds_alternative<Whole>(chosen) ? "whole" : "outside";
}

/// Of header lines, the last one without its end.
QTestData &addRow(const QByteArray &headers)
{
    const QByteArray name = QByteArray(headers).replace("\r\n", ", ");
    return QTest::addRow("%s", name.constData()) << (headers.isEmpty() ? headers : headers + "\r\n");
}

} // namespace

class tst_SyncRanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void range_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *headers, const char *expected) {
            addRow(headers) << QByteArray(expected);
        };
        row("", "whole");
        row("Range: bytes=0-", "0+1000");
        row("Range: bytes=0-0", "0+1");
        row("Range: bytes=10-19", "10+10");
        row("Range: Bytes=10-19", "10+10");
        row("Range: bytes= 10 - 19 ", "10+10");
        row("Range: bytes=999-", "999+1");
        row("Range: bytes=990-5000", "990+10");
        row("Range: bytes=990-99999999999999999999999", "990+10");
        row("Range: bytes=-1", "999+1");
        row("Range: bytes=-1000", "0+1000");
        row("Range: bytes=-5000", "0+1000");

        row("Range: bytes=1000-", "outside");
        row("Range: bytes=1000-1001", "outside");
        row("Range: bytes=99999999999999999999999-", "outside");
        row("Range: bytes=-0", "outside");

        row("Range: bytes=19-10", "whole");
        row("Range: bytes=", "whole");
        row("Range: bytes=-", "whole");
        row("Range: bytes=--5", "whole");
        row("Range: bytes=+1-5", "whole");
        row("Range: bytes=1-5x", "whole");
        row("Range: bytes=0x1-5", "whole");
        row("Range: bytes=1-5,7-9", "whole");
        row("Range: byte", "whole");
        row("Range: lines=1-5", "whole");
        row("Range: bytes=1-5\r\nRange: bytes=7-9", "whole");

        row("Range: bytes=1-5\r\nIf-Range: \"abc\"", "1+5");
        row("Range: bytes=1-5\r\nIf-Range: \"abd\"", "whole");
        row("Range: bytes=1-5\r\nIf-Range: W/\"abc\"", "whole"); // a weak one is not enough
        row("Range: bytes=1-5\r\nIf-Range: Sun, 01 Feb 2026 07:05:09 GMT", "1+5");
        row("Range: bytes=1-5\r\nIf-Range: Sun, 01 Feb 2026 07:05:10 GMT", "whole");
    }
    void range()
    {
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, expected);
        QCOMPARE(wordFor(chooseRange(request(headers), file)), expected);
    }

    void onlyAGetHasARange()
    {
        QCOMPARE(wordFor(chooseRange(request("Range: bytes=1-5\r\n", "HEAD"), file)), QByteArray("whole"));
    }

    void anEmptyFileHasNoBytes()
    {
        const FileFacts empty{.size = 0, .modified = file.modified, .etag = file.etag};
        for (const char *range : {"0-", "0-5", "-5"})
            QCOMPARE(wordFor(chooseRange(request("Range: bytes=" + QByteArray(range) + "\r\n"), empty)),
                     QByteArray("outside"));
        QCOMPARE(wordFor(chooseRange(request(""), empty)), QByteArray("whole"));
    }

    void unchanged_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char *headers, bool expected) { addRow(headers) << expected; };
        row("", false);
        row("If-None-Match: \"abc\"", true);
        row("If-None-Match: W/\"abc\"", true);
        row("If-None-Match: \"x\", \"abc\"", true);
        row("If-None-Match: *", true);
        row("If-None-Match: \"abd\"", false);
        row("If-None-Match: \"abd\"\r\nIf-Modified-Since: Sun, 01 Feb 2026 07:05:09 GMT", false);
        row("If-Modified-Since: Sun, 01 Feb 2026 07:05:09 GMT", true);
        row("If-Modified-Since: Mon, 02 Feb 2026 07:05:09 GMT", true);
        row("If-Modified-Since: Sun, 01 Feb 2026 07:05:08 GMT", false);
        row("If-Modified-Since: yesterday", false);
    }
    void unchanged()
    {
        QFETCH(QByteArray, headers);
        QFETCH(bool, expected);
        QCOMPARE(isUnchanged(request(headers), file), expected);
    }

    void dates() { QCOMPARE(httpDate(file.modified), QByteArray("Sun, 01 Feb 2026 07:05:09 GMT")); }
};

QTEST_APPLESS_MAIN(tst_SyncRanges)
#include "tst_sync_ranges.moc"
