// SPDX-License-Identifier: Apache-2.0
#include "app/player/mopidylist.h"

#include <QTest>

using namespace Player;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

const QString kitchen = u"kitchen"_s;
constexpr milliseconds soon = 20s;

Media track(int id, int signature = 1, milliseconds length = 60s)
{
    return {QUrl(u"http://hub/media/%1?sig=%2"_s.arg(id).arg(signature)), 0ms, length};
}

/// "+2 -1": what is added, and what is taken from the list; empty: nothing is told.
QString words(const std::optional<Sync::Sources::PlayNext> &told)
{
    if (!told)
        return {};
    const auto idOf = [](const QString &address) { return QUrl(address).path().section(u'/', -1); };
    QStringList words;
    if (!told->url.isEmpty())
        words.append(u'+' + idOf(told->url));
    for (const QString &other : told->others)
        words.append(u'-' + idOf(other));
    return words.join(u' ');
}

} // namespace

class MopidyListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsShortlyBeforeTheEnd_data()
    {
        QTest::addColumn<std::optional<milliseconds>>("left");
        QTest::addColumn<QString>("told");
        QTest::newRow("long before") << std::optional<milliseconds>(31s) << QString();
        QTest::newRow("shortly before") << std::optional<milliseconds>(30s) << u"+2"_s;
        QTest::newRow("behind the end") << std::optional<milliseconds>(-1s) << u"+2"_s;
        QTest::newRow("who knows") << std::optional<milliseconds>() << QString();
    }
    void tellsShortlyBeforeTheEnd()
    {
        QFETCH(std::optional<milliseconds>, left);
        MopidyList list;
        list.begin(track(1));
        list.wish(track(2));
        const auto told = list.tell(kitchen, left);
        QTEST(words(told), "told");
        if (told) {
            QCOMPARE(told->player, kitchen);
            QCOMPARE(told->length, 60s);
            QCOMPARE(told->url, addressOf(track(2)));
        }
    }

    void tellsOnce()
    {
        MopidyList list;
        list.begin(track(1));
        list.wish(track(2));
        QCOMPARE(words(list.tell(kitchen, soon)), u"+2"_s);
        QVERIFY(!list.tell(kitchen, soon)); // it has not been answered
        list.answered(true);
        QVERIFY(!list.tell(kitchen, soon));
        list.wish(track(2, 7)); // with another signature
        QVERIFY(!list.tell(kitchen, soon));
        QVERIFY(list.hasGoneOnTo(addressOf(track(2))));
        QVERIFY(!list.hasGoneOnTo(addressOf(track(2, 7))));
    }

    void aChangeWins()
    {
        MopidyList list;
        list.begin(track(1));
        list.wish(track(2));
        (void)list.tell(kitchen, soon);
        list.wish(track(3));
        list.wish(track(4)); // of what is wished meanwhile the last
        QVERIFY(!list.hasGoneOnTo(addressOf(track(2))));
        QVERIFY(list.mayGoOn());
        list.answered(true);
        QCOMPARE(words(list.tell(kitchen, soon)), u"+4 -2"_s);
        list.answered(true);
        QVERIFY(list.hasGoneOnTo(addressOf(track(4))));
        list.wish(std::nullopt);
        QCOMPARE(words(list.tell(kitchen, 50s)), u"-4"_s); // whenever that is
        list.answered(true);
        QVERIFY(!list.mayGoOn());
        list.wish(track(4));
        QCOMPARE(words(list.tell(kitchen, soon)), u"+4"_s);
    }

    void goesOn()
    {
        MopidyList list;
        list.begin(track(1));
        list.wish(track(2));
        (void)list.tell(kitchen, soon);
        list.answered(true);
        QVERIFY(list.isNext(track(2, 9)));
        QCOMPARE(list.goOn(), track(2)); // as it was told
        QVERIFY(!list.hasGoneOnTo(addressOf(track(2))));
        list.wish(track(3));
        QCOMPARE(words(list.tell(kitchen, 55s)), u"-1"_s); // what is over is not left there
        list.answered(true);
        QCOMPARE(words(list.tell(kitchen, soon)), u"+3"_s);
    }

    /// What was told before a joint, or before something else was begun, is about a list that is no more.
    void isAnsweredLate()
    {
        MopidyList list;
        list.begin(track(1));
        list.wish(track(2));
        (void)list.tell(kitchen, soon);
        list.begin(track(5));
        list.wish(track(6));
        QVERIFY(!list.tell(kitchen, soon));
        list.answered(false);
        QCOMPARE(words(list.tell(kitchen, soon)), u"+6"_s);
        list.answered(true);
        (void)list.goOn();
        list.wish(track(7));
        QCOMPARE(words(list.tell(kitchen, soon)), u"+7 -5"_s);
        (void)list.goOn();
        list.wish(track(8));
        list.answered(true);
        QCOMPARE(words(list.tell(kitchen, soon)), u"+8 -6"_s);
    }

    void takesARefusal()
    {
        MopidyList list;
        list.begin(track(1));
        list.wish(track(2));
        (void)list.tell(kitchen, soon);
        list.answered(false);
        QVERIFY(!list.isNext(track(2)));
        QCOMPARE(words(list.tell(kitchen, soon)), u"-2"_s); // it may be there all the same
    }

    void cannotTellApart()
    {
        MopidyList list;
        list.begin(track(1));
        list.wish(track(1, 2));
        QVERIFY(!list.tell(kitchen, soon));
        Media part = track(2);
        part.start = 5s;
        list.wish(part); // would begin in its middle
        QVERIFY(!list.tell(kitchen, soon));
    }
};

QTEST_GUILESS_MAIN(MopidyListTest)
#include "tst_mopidylist.moc"
