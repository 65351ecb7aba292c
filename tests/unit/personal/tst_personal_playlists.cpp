// SPDX-License-Identifier: Apache-2.0
#include "app/personal/favourites.h"
#include "app/personal/limits.h"
#include "app/personal/playlists.h"
#include "app/personal/ratings.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Personal;
using namespace std::chrono_literals;

class tst_PersonalPlaylists : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Playlists> m_playlists;
    const Moment m_now{1'700'000'000'000ms};

    /// "abc" is the items a, b and c.
    static QList<PlaylistItem> items(const QString &letters)
    {
        QList<PlaylistItem> items;
        for (const QChar letter : letters)
            items.append({.trackId = letter.unicode(),
                          .title = QString("Title ") + letter,
                          .artist = "Ana",
                          .duration = 3min,
                          .path = QString("/m/%1.ogg").arg(letter)});
        return items;
    }
    static QString letters(const QList<PlaylistItem> &items)
    {
        QString letters;
        for (const PlaylistItem &item : items)
            letters += QChar(ushort(item.trackId));
        return letters;
    }
    quint64 make(const QString &name, const QString &content)
    {
        return m_playlists->create(name, items(content), m_now).id;
    }
    QStringList names() const
    {
        QStringList names;
        for (const Playlist &playlist : m_playlists->all())
            names += playlist.name;
        return names;
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_playlists = std::make_unique<Playlists>(m_dir->path(), "1");
    }
    void cleanup() { m_playlists.reset(); }

    void remembersEverything()
    {
        const PlaylistState made = m_playlists->create("  Sunday \n morning ", items("ab"), m_now, "there");
        QVERIFY(made.id > 0 && made.id <= Sync::maxId);
        const Playlists other(m_dir->path(), "1");
        QCOMPARE(other.playlist(made.id),
                 std::optional(Playlist{.id = made.id,
                                        .name = "Sunday morning",
                                        .origin = "there",
                                        .created = m_now,
                                        .changed = m_now,
                                        .itemCount = 2,
                                        .duration = 6min}));
        QCOMPARE(other.items(made.id), items("ab"));
        QVERIFY(!other.playlist(made.id + 1));
        QCOMPARE(Playlists(m_dir->path(), "2").all().size(), 0);
        QVERIFY(!Playlists(m_dir->path(), "2").playlist(made.id));
    }

    void itemsMayLackEverything()
    {
        const quint64 id = m_playlists->create("Bare", {PlaylistItem{}}, m_now).id;
        QCOMPARE(m_playlists->items(id), QList<PlaylistItem>{PlaylistItem{}});
    }

    void namesNeedNotDiffer()
    {
        make("éa", "");
        make("B", "");
        make("b", "");
        make("A", "");
        QCOMPARE(names().size(), 4);
        QCOMPARE(names().first(), "A");
        QCOMPARE(names().last(), "éa");
    }

    void refusals()
    {
        const quint64 id = make("A", "abc");
        QVERIFY_EXCEPTION_THROWN(make(" \t\n", ""), Sync::DatabaseError);
        QVERIFY_EXCEPTION_THROWN(m_playlists->rename(id, "  ", m_now), Sync::DatabaseError);
        QVERIFY_EXCEPTION_THROWN(m_playlists->rename(id + 1, "B", m_now), Sync::DatabaseError);
        QVERIFY_EXCEPTION_THROWN(m_playlists->remove(id + 1), Sync::DatabaseError);
        const QList<PlaylistItem> many(Limits::playlistItems, PlaylistItem{.trackId = 1});
        QVERIFY_EXCEPTION_THROWN(m_playlists->insert(id, 0, many, m_now), Sync::DatabaseError);
        QCOMPARE(names(), QStringList("A"));
        QCOMPARE(letters(m_playlists->items(id)), "abc");
        m_playlists->rename(id, QString(1000, 'x'), m_now);
        QCOMPARE(names().first().size(), Limits::nameCharacters);
    }

    void edits_data()
    {
        QTest::addColumn<std::function<PlaylistState(Playlists &, quint64, Moment)>>("edit");
        QTest::addColumn<QString>("after");
        using P = Playlists;
        using Edit = std::function<PlaylistState(Playlists &, quint64, Moment)>;
        const auto row = [](const char *name, const Edit &edit, const QString &after) {
            QTest::addRow("%s", name) << edit << after;
        };
        row("put first", [](P &p, quint64 id, Moment t) { return p.insert(id, 0, items("x"), t); }, "xabcde");
        row(
            "put between", [](P &p, quint64 id, Moment t) { return p.insert(id, 2, items("xy"), t); },
            "abxycde");
        row("put last", [](P &p, quint64 id, Moment t) { return p.insert(id, 5, items("x"), t); }, "abcdex");
        row(
            "put past it", [](P &p, quint64 id, Moment t) { return p.insert(id, 99, items("x"), t); },
            "abcdex");
        row(
            "put before it", [](P &p, quint64 id, Moment t) { return p.insert(id, -9, items("x"), t); },
            "xabcde");
        row(
            "put one twice", [](P &p, quint64 id, Moment t) { return p.insert(id, 1, items("a"), t); },
            "aabcde");
        row("take one", [](P &p, quint64 id, Moment t) { return p.take(id, {2}, t); }, "abde");
        row(
            "take some", [](P &p, quint64 id, Moment t) { return p.take(id, {4, 0, 2, 2, 77, -1}, t); },
            "bd");
        row("take all", [](P &p, quint64 id, Moment t) { return p.take(id, {0, 1, 2, 3, 4}, t); }, "");
        row("move down", [](P &p, quint64 id, Moment t) { return p.move(id, {0}, 3, t); }, "bcade");
        row("move up", [](P &p, quint64 id, Moment t) { return p.move(id, {3, 4}, 1, t); }, "adebc");
        row("move apart ones", [](P &p, quint64 id, Moment t) { return p.move(id, {4, 0}, 2, t); }, "baecd");
        row("move to the end", [](P &p, quint64 id, Moment t) { return p.move(id, {1}, 5, t); }, "acdeb");
        row("move nowhere", [](P &p, quint64 id, Moment t) { return p.move(id, {1}, 1, t); }, "abcde");
        row("replace", [](P &p, quint64 id, Moment t) { return p.replace(id, items("edc"), t); }, "edc");
        row("rename", [](P &p, quint64 id, Moment t) { return p.rename(id, "Other", t); }, "abcde");
        row("remove", [](P &p, quint64 id, Moment) { return p.remove(id); }, "");
    }
    /// Each edit, undone and done again.
    void edits()
    {
        QFETCH(std::function<PlaylistState(Playlists &, quint64, Moment)>, edit);
        const quint64 id = make("A", "abcde");
        const auto before = m_playlists->playlist(id);
        PlaylistState state = edit(*m_playlists, id, m_now + 1s);
        QTEST(letters(m_playlists->items(id)), "after");
        const auto after = m_playlists->playlist(id);

        state = m_playlists->restore(state);
        QCOMPARE(m_playlists->playlist(id), before);
        QCOMPARE(m_playlists->items(id), items("abcde"));
        state = m_playlists->restore(state);
        QCOMPARE(m_playlists->playlist(id), after);
        QTEST(letters(m_playlists->items(id)), "after");
    }

    void changesAreDated()
    {
        const quint64 id = make("A", "ab");
        m_playlists->move(id, {0}, 0, m_now + 1h); // changes nothing
        QCOMPARE(m_playlists->playlist(id)->changed, m_now);
        m_playlists->take(id, {0}, m_now + 2h);
        QCOMPARE(m_playlists->playlist(id)->changed, m_now + 2h);
        QCOMPARE(m_playlists->playlist(id)->created, m_now);
    }

    void makingIsUndone()
    {
        PlaylistState state = m_playlists->create("A", items("ab"), m_now);
        state = m_playlists->restore(state);
        QCOMPARE(m_playlists->all().size(), 0);
        QCOMPARE(m_playlists->items(state.id).size(), 0);
        m_playlists->restore(state);
        QCOMPARE(letters(m_playlists->items(state.id)), "ab");
    }

    void longListsAreQuick()
    {
        QList<PlaylistItem> many;
        for (quint64 i = 1; i <= 10'000; ++i)
            many.append({.trackId = i, .title = QString("Title %1").arg(i), .path = QString("/m/%1").arg(i)});
        const quint64 id = m_playlists->create("Long", many, m_now).id;
        QElapsedTimer timer;
        timer.start();
        m_playlists->insert(id, 10'000, items("x"), m_now);
        qInfo() << "appended to 10 000 in" << timer.restart() << "ms";
        m_playlists->move(id, {9'999}, 0, m_now);
        qInfo() << "moved to the front in" << timer.restart() << "ms";
        QCOMPARE(m_playlists->items(id).size(), 10'001);
        qInfo() << "read in" << timer.elapsed() << "ms";
    }

    void favourites()
    {
        Favourites favourites(m_dir->path(), "1");
        QVERIFY(!favourites.contains(7));
        favourites.add(7, m_now);
        favourites.add(8, m_now + 1s);
        favourites.add(7, m_now + 9s); // it is one already
        QCOMPARE(favourites.all(), (QList<Favourite>{{8, m_now + 1s}, {7, m_now}}));
        QVERIFY(favourites.contains(7));
        const Favourite before = favourites.remove(7);
        QVERIFY(!favourites.contains(7));
        QVERIFY(!favourites.restore(before).since);
        QCOMPARE(favourites.all().last(), (Favourite{7, m_now}));
        QCOMPARE(Favourites(m_dir->path(), "2").all().size(), 0);
    }

    void ratings()
    {
        Ratings ratings(m_dir->path(), "1");
        QCOMPARE(ratings.rating(7), 0);
        QCOMPARE(ratings.set(7, 9), 0);
        QCOMPARE(ratings.set(7, 3), 9);
        QCOMPARE(ratings.rating(7), 3);
        QVERIFY_EXCEPTION_THROWN(ratings.set(7, 11), Sync::DatabaseError);
        QVERIFY_EXCEPTION_THROWN(ratings.set(7, -1), Sync::DatabaseError);
        QCOMPARE(ratings.adopt({{7, 10}, {8, 10}}), 1);
        QCOMPARE(ratings.all(), (QHash<Sync::TrackId, int>{{7, 3}, {8, 10}}));
        QCOMPARE(ratings.set(7, 0), 3);
        QCOMPARE(ratings.rating(7), 0);
        QCOMPARE(Ratings(m_dir->path(), "2").rating(8), 0);
    }
};

QTEST_GUILESS_MAIN(tst_PersonalPlaylists)
#include "tst_personal_playlists.moc"
