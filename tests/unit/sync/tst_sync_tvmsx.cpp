// SPDX-License-Identifier: Apache-2.0
#include "sync/tv/doing.h"
#include "sync/tv/msx.h"
#include "sync/tv/queuelist.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sync::Tv;
using namespace std::chrono_literals;
using Sync::QueueItem;
using Sync::Repeat;

namespace {

const Addresses den{.base = "http://den:6681", .token = "tele"};

QJsonObject first(const QJsonObject &page) { return page.value("items"_L1).toArray().first().toObject(); }

QList<Entry> twice()
{
    const Song song{
        .id = 5, .title = u"A {b} | c"_s, .artist = u"X"_s, .album = u"Y"_s, .albumId = 7, .duration = 185s};
    return {{.id = u"11"_s, .song = song, .resolve = "item=11"},
            {.id = u"12"_s, .song = song, .resolve = "item=12"}};
}

} // namespace

/// What Media Station X is given.
class tst_SyncTvmsx : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << u"Für Elise"_s << u"Für Elise"_s;
        QTest::newRow("an icon") << u"{ico:home} x"_s << u"(ico:home) x"_s;
        QTest::newRow("a bar") << u"a|b"_s << u"a\u00a6b"_s;
        QTest::newRow("half of one") << u"a } b"_s << u"a ) b"_s;
        QTest::newRow("lines") << u"a\nb\tc"_s << u"a b c"_s;
        QTest::newRow("empty") << QString() << QString();
    }
    void texts()
    {
        QFETCH(QString, text);
        QTEST(msxText(text), "shown");
    }

    void addresses()
    {
        QCOMPARE(den.of("/msx/a.json"), u"http://den:6681/msx/a.json?tv=tele"_s);
        QCOMPARE(den.of("/msx/a.json", "q={INPUT}"), u"http://den:6681/msx/a.json?tv=tele&q={INPUT}"_s);
        QCOMPARE((Addresses{.base = "http://den", .token = {}}.of("/msx/a.json")),
                 u"http://den/msx/a.json"_s);
    }

    void aPageCanAlwaysBeLeft_data()
    {
        QTest::addColumn<int>("look");
        for (const Look look : {Look::Tiles, Look::Rows, Look::Playlist, Look::Words})
            QTest::addRow("%d", int(look)) << int(look);
    }
    void aPageCanAlwaysBeLeft()
    {
        QFETCH(int, look);
        const QJsonObject page = toJson(Page{.look = Look(look), .nothing = u"Nothing {x}"_s});
        QCOMPARE(page.value("items"_L1).toArray().size(), 1);
        QCOMPARE(first(page).value("title"_L1).toString(), u"Nothing (x)"_s);
        QVERIFY(!first(page).value("action"_L1).toString().isEmpty());
    }

    void everyTextIsEscaped()
    {
        const QString bad = u"{ico:x}|"_s;
        const QJsonObject item = first(toJson(Page{
            .headline = bad,
            .items = {{.title = bad, .footer = bad, .label = bad, .extension = bad, .playerLabel = bad}}}));
        for (const QString &key : item.keys())
            QVERIFY2(!item.value(key).toString().contains(u'{'), qPrintable(key));
        QVERIFY(!menuJson(bad, {{.label = bad}}).value("headline"_L1).toString().contains(u'|'));
    }

    /// Two of the same track in a row are two items: the app goes to them by the queue's own ids (docs/tv.md, 8).
    void duplicatesHaveIdsOfTheirOwn()
    {
        const QJsonObject page = toJson(playlistPage(
            u"Q"_s, twice(), Beginning{.id = u"12"_s, .position = 63s}, den, true, Version{0, 1, 165}));
        const QJsonArray items = page.value("items"_L1).toArray();
        QCOMPARE(items.at(0).toObject().value("id"_L1).toString(), u"11"_s);
        QCOMPARE(items.at(1).toObject().value("id"_L1).toString(), u"12"_s);
        QCOMPARE(page.value("action"_L1).toString(), u"player:goto:12"_s);
        // Mid-song, and only the one it begins with.
        const auto resumesAt = [&](int index) {
            return items.at(index).toObject().value("properties"_L1).toObject().value("resume:position"_L1);
        };
        QCOMPARE(resumesAt(1).toString(), u"63"_s);
        QVERIFY(resumesAt(0).isUndefined());
    }

    void buttonsAskTheHub()
    {
        const QJsonObject item =
            first(toJson(playlistPage({}, twice(), std::nullopt, den, true, Version{0, 1, 165})));
        const QJsonObject properties = item.value("properties"_L1).toObject();
        const auto action = u"execute:service:fetch:http://den:6681/msx/do?tv=tele&what=%1&item=11"_s;
        QCOMPARE(properties.value("button:next:action"_L1).toString(), action.arg(u"next"_s));
        QCOMPARE(properties.value("button:prev:action"_L1).toString(), action.arg(u"previous"_s));
        QVERIFY(properties.contains("button:next:icon"_L1)); // without it the action is ignored
        QVERIFY(properties.contains("button:prev:icon"_L1));
        QCOMPARE(properties.value("trigger:complete"_L1).toString(), action.arg(u"ended"_s));
        QVERIFY(!item.contains("nextAction"_L1) && !item.contains("duration"_L1)); // no such properties
        QCOMPARE(
            item.value("action"_L1).toString(),
            u"audio:resolve:http://den:6681/msx/resolve?tv=tele&item=11&platform={PLATFORM}&player={PLAYER}"_s);
        QCOMPARE(item.value("background"_L1).toString(), u"http://den:6681/art/7?tv=tele&size=512"_s);
        QCOMPARE(properties.value("info:headline"_L1).toString(), u"A (b) \u00a6 c"_s);
    }

    void progressIsForThoseWhoKnowIt_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<bool>("knows");
        QTest::newRow("newest") << u"0.1.165"_s << true;
        QTest::newRow("first") << u"0.1.146"_s << true;
        QTest::newRow("Tizen of 2017") << u"0.1.145"_s << false;
        QTest::newRow("unknown") << QString() << false;
        QTest::newRow("odd") << u"1.x"_s << false;
        QTest::newRow("next") << u"1.0.0"_s << true;
    }
    void progressIsForThoseWhoKnowIt()
    {
        QFETCH(QString, version);
        const QJsonObject item =
            first(toJson(playlistPage({}, twice(), std::nullopt, den, true, versionIn(version))));
        const QJsonObject properties = item.value("properties"_L1).toObject();
        QTEST(properties.contains("progress:duration"_L1), "knows");
        QTEST(properties.value("label:duration"_L1).toString() == "3:05"_L1, "knows");
    }

    void windows_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<int>("total");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("count");
        QTest::newRow("all") << 3 << 10 << 0 << 10;
        QTest::newRow("none") << 0 << 0 << 0 << 0;
        QTest::newRow("the beginning") << 5 << 1000 << 0 << 60;
        QTest::newRow("the middle") << 500 << 1000 << 490 << 60;
        QTest::newRow("the end") << 999 << 1000 << 940 << 60;
    }
    void windows()
    {
        QFETCH(int, index);
        QFETCH(int, total);
        const Window window = windowAround(index, total, 60);
        QTEST(int(window.first), "first");
        QTEST(int(window.count), "count");
    }

    void neighbours_data()
    {
        QTest::addColumn<quint64>("at");
        QTest::addColumn<Repeat>("repeat");
        QTest::addColumn<quint64>("after"); // 0: none
        QTest::addColumn<quint64>("before");
        const auto row = [](const char *name, quint64 at, Repeat repeat, quint64 after, quint64 before) {
            QTest::addRow("%s", name) << at << repeat << after << before;
        };
        row("between", 2, Repeat::Off, 3, 1);
        row("the last", 3, Repeat::Off, 0, 2);
        row("the last of a round", 3, Repeat::All, 1, 2);
        row("the first", 1, Repeat::Off, 2, 0);
        row("the first of a round", 1, Repeat::All, 2, 3);
        row("one that is gone", 9, Repeat::All, 0, 0);
    }
    void neighbours()
    {
        QFETCH(quint64, at);
        QFETCH(Repeat, repeat);
        const QList<QueueItem> items{{.id = 1, .track = 5}, {.id = 2, .track = 5}, {.id = 3, .track = 6}};
        QTEST(itemAfter(items, at, repeat).value_or(QueueItem()).id, "after");
        QTEST(itemBefore(items, at, repeat).value_or(QueueItem()).id, "before");
    }

    void buttonsAreRead_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("field"); // empty: it is good
        const auto row = [](const char *query, const char *field) {
            QTest::addRow("%s", query) << QByteArray(query) << QString(field);
        };
        row("what=pause", "");
        row("what=next&item=3&v=0.1.165&t=99", "");
        row("what=ended&item=3&play=8", "");
        row("what=play&from=album&id=7&track=5", "");
        row("what=play&from=search&id=0&track=5&q=a%20b", "");
        row("", "what");
        row("what=burn", "what");
        row("what=ended&item=x", "item");
        row("what=ended&play=0", "play");
        row("what=play&from=album&id=7", "track");
        row("what=play&from=0123456789012345678901234567890123456789&id=1&track=5", "from");
        row("what=next&what=next", "what");
        row("what=next&uri=http://evil", "uri");
    }
    void buttonsAreRead()
    {
        QFETCH(QByteArray, query);
        const auto read = doingIn(query);
        const auto *refused = std::get_if<Sync::Http::Response>(&read);
        const QJsonObject json = refused ? QJsonDocument::fromJson(refused->body).object() : QJsonObject();
        QTEST(json.value("error"_L1).toObject().value("field"_L1).toString(), "field");
    }

    /// A report of an older playing of the same track is dropped (docs/tv.md, 5).
    void lateReportsAreDropped()
    {
        const Sync::PlayerState player{.trackId = 5, .playId = 8, .item = 3};
        QVERIFY(isAboutNow({.item = 3, .playId = 8}, player));
        QVERIFY(isAboutNow({.item = 3}, player));
        QVERIFY(!isAboutNow({.item = 3, .playId = 7}, player));
        QVERIFY(!isAboutNow({.item = 2, .playId = 8}, player));
        QVERIFY(!isAboutNow({.item = 3}, std::nullopt));
    }

    void answersAreWrapped()
    {
        const QJsonObject good = wrapped({{"action"_L1, "x"_L1}}).value("response"_L1).toObject();
        QCOMPARE(good.value("status"_L1).toInt(), 200);
        QCOMPARE(good.value("data"_L1).toObject().value("action"_L1).toString(), u"x"_s);
        const QJsonObject bad = wrappedRefusal(404, u"gone {x}"_s).value("response"_L1).toObject();
        QCOMPARE(bad.value("status"_L1).toInt(), 404);
        QCOMPARE(bad.value("message"_L1).toString(), u"gone (x)"_s);
        QCOMPARE(bad.value("data"_L1).toObject().value("error"_L1).toString(), u"gone (x)"_s);
    }

    void times()
    {
        QCOMPARE(timeText(185s), u"3:05"_s);
        QCOMPARE(timeText(59s), u"0:59"_s);
        QCOMPARE(timeText(3723s), u"1:02:03"_s);
    }
};

QTEST_GUILESS_MAIN(tst_SyncTvmsx)
#include "tst_sync_tvmsx.moc"
