// SPDX-License-Identifier: Apache-2.0
#include "app/personal/limits.h"
#include "app/personal/listfile.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Personal;
using namespace std::chrono_literals;

class tst_PersonalListFile : public QObject
{
    Q_OBJECT

    static ListFile parsed(const QByteArray &bytes)
    {
        const auto result = parseListFile(bytes, "/home/me/lists");
        if (const auto *reason = std::get_if<QString>(&result))
            qWarning() << *reason;
        return std::holds_alternative<ListFile>(result) ? std::get<ListFile>(result) : ListFile();
    }
    /// "path or URL|title|seconds" for each entry.
    static QStringList lines(const ListFile &list)
    {
        QStringList lines;
        for (const ListEntry &entry : list.entries) {
            QString line = entry.path.isEmpty() ? entry.url.toString() : entry.path;
            if (!entry.title.isEmpty())
                line += "|" + entry.title;
            if (entry.duration != 0ms)
                line += QString("|%1").arg(double(entry.duration.count()) / 1000);
            lines += line;
        }
        return lines;
    }

private Q_SLOTS:
    void m3u_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("entries");
        const auto row = [](const char *name, const QByteArray &bytes, const QStringList &entries) {
            QTest::addRow("%s", name) << bytes << entries;
        };
        row("nothing", "", {});
        row("only white space", " \n\t\r\n\n", {});
        row("plain", "/m/a.ogg\n/m/b.ogg\n", {"/m/a.ogg", "/m/b.ogg"});
        row("no last line end", "/m/a.ogg", {"/m/a.ogg"});
        row("extended", "#EXTM3U\n#EXTINF:123,Ana - Moon\n/m/a.ogg\n", {"/m/a.ogg|Ana - Moon|123"});
        row("fraction", "#EXTINF:12.5,X\n/m/a.ogg\n", {"/m/a.ogg|X|12.5"});
        row("length not known", "#EXTINF:-1,X\n/m/a.ogg\n", {"/m/a.ogg|X"});
        row("length absurd", "#EXTINF:1e300,X\n/m/a.ogg\n", {"/m/a.ogg|X"});
        row("length no number", "#EXTINF:x,X\n/m/a.ogg\n", {"/m/a.ogg|X"});
        row("attributes", "#EXTINF:-1 logo=\"a,b\" group=\"c\",X, Y\nhttp://r.example/\n",
            {"http://r.example/|X, Y"});
        row("no comma", "#EXTINF:7\n/m/a.ogg\n", {"/m/a.ogg|7"});
        row("a description without a file", "#EXTINF:7,X\n#EXTINF:8,Y\n/m/a.ogg\n/m/b.ogg\n",
            {"/m/a.ogg|Y|8", "/m/b.ogg"});
        row("comments", "# hello\n/m/a.ogg\n#EXTVLCOPT:x\n", {"/m/a.ogg"});
        row("relative", "a.ogg\n./b.ogg\n../c.ogg\nx/../d e.ogg\n",
            {"/home/me/lists/a.ogg", "/home/me/lists/b.ogg", "/home/me/c.ogg", "/home/me/lists/d e.ogg"});
        row("lines of Windows", "#EXTM3U\r\n#EXTINF:1,X\r\n/m/a.ogg\r\n", {"/m/a.ogg|X|1"});
        row("lines of old Macs", "/m/a.ogg\r/m/b.ogg\r", {"/m/a.ogg", "/m/b.ogg"});
        row("marked UTF-8", "\xEF\xBB\xBF#EXTM3U\n/m/\xC3\xBC.ogg\n", {"/m/ü.ogg"});
        row("mark before a path", "\xEF\xBB\xBF/m/a.ogg\n", {"/m/a.ogg"});
        row("UTF-8", "/m/\xC3\xBC.ogg\n", {"/m/ü.ogg"});
        row("Latin-1",
            "#EXTINF:1,\xDC"
            "ber\n/m/\xFC.ogg\n",
            {"/m/ü.ogg|Über|1"});
        row("UTF-16", QByteArray("\xFF\xFE/\0m\0/\0a\0\n\0", 12), {"/m/a"});
        row("URL of a file", "file:///m/a%20b%C3%BC.ogg\nfile://localhost/m/c.ogg\nFILE:/m/d.ogg\n",
            {"/m/a bü.ogg", "/m/c.ogg", "/m/d.ogg"});
        row("URL half encoded", "file:///m/a b#1?.ogg\n", {"/m/a b#1?.ogg"});
        row("percent sign in a name", "/m/100%.ogg\n/m/a%20b.ogg\n", {"/m/100%.ogg", "/m/a%20b.ogg"});
        row("colon in a name", "Ana: Moon.ogg\nC:\\a.ogg\n",
            {"/home/me/lists/Ana: Moon.ogg", "/home/me/lists/C:\\a.ogg"});
        row("streams", "http://r.example/live\nHTTPS://r.example\n",
            {"http://r.example/live", "https://r.example/"});
    }
    void m3u()
    {
        QFETCH(QByteArray, bytes);
        const ListFile list = parsed(bytes);
        QTEST(lines(list), "entries");
        QCOMPARE(list.refused.size(), 0);
    }

    void names()
    {
        QCOMPARE(parsed("#EXTM3U\n#PLAYLIST: Sunday \n/m/a.ogg\n").name, "Sunday");
        QCOMPARE(parsed("/m/a.ogg\n").name, "");
    }

    void pls()
    {
        const ListFile list = parsed("\r\n[Playlist]\r\nNumberOfEntries=99\r\nFile10=/m/c.ogg\r\n"
                                     "file2=http://r.example/a=b\r\nTitle2=Two = 2\r\nLength2=-1\r\n"
                                     "File1=a.ogg\r\nTitle1=One\r\nLength1=61\r\nFile3=\r\nTitle4=gone\r\n"
                                     "Filex=/m/x\r\nFile=/m/y\r\nnonsense\r\nVersion=2\r\n");
        QCOMPARE(lines(list),
                 (QStringList{"/home/me/lists/a.ogg|One|61", "http://r.example/a=b|Two = 2", "/m/c.ogg"}));
        QCOMPARE(list.refused.size(), 0);
    }

    void refusedLines_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char *line : {"ftp://x.example/a.ogg", "file://other.example/m/a.ogg", "http://",
                                 "smb://nas/a", "http://me:secret@r.example/", "javascript://%0aalert(1)"})
            QTest::addRow("%s", line) << QByteArray(line);
        QTest::addRow("zero byte") << QByteArray("/m/a-quite-long-name-\0.ogg", 26);
    }
    void refusedLines()
    {
        QFETCH(QByteArray, line);
        const ListFile list = parsed("#EXTINF:5,X\n" + line + "\n/m/a.ogg\n");
        QCOMPARE(lines(list), QStringList("/m/a.ogg")); // not "X": that was said of the other
        QCOMPARE(list.refused.size(), 1);
        QCOMPARE(list.refused.first().line, 2);
        QVERIFY(!list.refused.first().reason.isEmpty());
        QCOMPARE(parsed("[playlist]\nFile1=" + line + "\n").refused.value(0).line, 2);
    }

    void whatIsNoPlaylistIsRefused()
    {
        const auto reasonOf = [](const QByteArray &bytes) {
            const auto result = parseListFile(bytes, "/");
            const auto *reason = std::get_if<QString>(&result);
            return reason ? *reason : QString();
        };
        QCOMPARE(reasonOf(QByteArray(Limits::listFileBytes + 1, 'a')), "The playlist is larger than 32 MiB.");
        QCOMPARE(reasonOf(QByteArray(Limits::listFileLines, '\n')),
                 "The playlist has more than 400000 lines.");
        QCOMPARE(reasonOf(QByteArray("RIFF\0\0\0\0WAVE\0\0\0\0\0\0", 18)),
                 "This is not a playlist but something else.");
    }

    void writtenM3u()
    {
        const ListFile list{
            .name = "Two\nlines",
            .entries = {{.path = "/home/me/lists/a.ogg", .title = "Ana -\nMoon", .duration = 61'499ms},
                        {.path = "/home/me/#1.ogg"},
                        {.path = "/home/me/lists/#1.ogg"},
                        {.url = QUrl("http://r.example/?a=ü"), .title = "R"}}};
        QCOMPARE(toM3u(list, "/home/me/lists", Paths::Relative),
                 "#EXTM3U\n#PLAYLIST:Two lines\n#EXTINF:61,Ana - Moon\na.ogg\n../#1.ogg\n./#1.ogg\n"
                 "#EXTINF:-1,R\nhttp://r.example/?a=%C3%BC\n");
        QVERIFY(toM3u(list, "/home/me/lists", Paths::Absolute).contains("\n/home/me/#1.ogg\n"));
    }

    void writtenIsReadAgain_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path : {"/m/a.ogg", "/m/ü.ogg", "/home/me/lists/#1.ogg", "/m/ends in space ",
                                 "/home/me/lists/ begins.ogg", "/m/two\nlines.ogg", "/m/return\r.ogg",
                                 "/m/100%.ogg", "/m/a%20b.ogg", "/m/http:/x", "/m/q?#&=.ogg",
                                 "/home/me/lists/file:/x", "/home/me/lists/[playlist]", "/m/tab\t.ogg",
                                 "/m/quote\".ogg", "/m/back\\slash.ogg", "/m/\xF0\x9F\x8E\xB5.ogg"})
            QTest::addRow("%s", path) << QString::fromUtf8(path);
    }
    void writtenIsReadAgain()
    {
        QFETCH(QString, path);
        const ListFile list{.name = "N",
                            .entries = {{.path = path, .title = "T", .duration = 5s}, {.path = "/m/b.ogg"}}};
        QCOMPARE(parsed(toM3u(list, "/home/me/lists", Paths::Relative)), list);
        QCOMPARE(parsed(toM3u(list, "/home/me/lists", Paths::Absolute)), list);
        QCOMPARE(parsed(toPls(list)).entries, list.entries);
    }

    /// Nothing is asked of the answers but that they come.
    void rubbishIsSurvived()
    {
        QRandomGenerator random(7);
        const QByteArray alphabet = QByteArray("#EXTINF:,\n\r=[]/\\%.:\"0aFile\xC3\xBC\xEF\xBB\xBF") + '\0';
        for (int round = 0; round < 3000; ++round) {
            QByteArray bytes = round % 2 ? "[playlist]\n" : "";
            for (int i = random.bounded(200); i > 0; --i)
                bytes += alphabet[random.bounded(int(alphabet.size()))];
            (void)parseListFile(bytes, "/m");
        }
    }
};

QTEST_GUILESS_MAIN(tst_PersonalListFile)
#include "tst_personal_listfile.moc"
