// SPDX-License-Identifier: Apache-2.0
#include "app/personal/chronicle.h"
#include "app/personal/favourites.h"
#include "app/personal/playlists.h"
#include "app/personal/ratings.h"
#include "app/personal/stations.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Personal;
using namespace std::chrono_literals;

namespace {

Sync::PlayerState playing(Sync::TrackId track, quint64 playId, Sync::HubTime at)
{
    return {.trackId = track, .since = at, .playId = playId, .duration = 200s};
}

const Sync::SessionOwner anna{.user = "anna"};
const Sync::SessionOwner annasPhone{.user = "anna", .device = "phone"};
const Sync::SessionOwner ben{.user = "ben"};

QList<Sync::TrackId> heardBy(const QTemporaryDir &directory, const QString &user)
{
    QList<Sync::TrackId> tracks;
    for (const Play &play : History(directory.path(), user).recent(10))
        tracks.append(play.trackId);
    return tracks;
}

} // namespace

/// What one user makes of the music is nothing to another.
class tst_PersonalChronicle : public QObject
{
    Q_OBJECT

    const Sync::HubTime m_start{1h};
    const Moment m_wall{std::chrono::hours(24 * 365 * 50)};

private Q_SLOTS:
    void everySessionCountsForItsUser()
    {
        const QTemporaryDir directory;
        Chronicle chronicle(directory.path());
        const auto become = [&](const Sync::SessionOwner &owner,
                                const std::optional<Sync::PlayerState> &player, std::chrono::seconds after) {
            return chronicle.become(owner, player, m_start + after, m_wall + after);
        };
        QVERIFY(!become(anna, playing(1, 1, m_start), 0s));
        QVERIFY(!become(ben, playing(2, 1, m_start), 0s));
        QVERIFY(!become(annasPhone, playing(3, 1, m_start), 0s)); // at the same time
        QVERIFY(become(annasPhone, std::nullopt, 150s)); // it has returned
        QVERIFY(become(anna, playing(4, 2, m_start + 150s), 150s));
        QVERIFY(!become(ben, std::nullopt, 5s)); // that is none
        QList<Sync::TrackId> heard = heardBy(directory, "anna");
        std::ranges::sort(heard);
        QCOMPARE(heard, QList<Sync::TrackId>({1, 3}));
        QCOMPARE(heardBy(directory, "ben"), QList<Sync::TrackId>());
    }

    void favouritesAreApart()
    {
        const QTemporaryDir directory;
        Favourites own(directory.path(), "anna");
        Favourites others(directory.path(), "ben");
        (void)own.add(5, m_wall);
        QCOMPARE(own.all().size(), 1);
        QVERIFY(others.all().isEmpty());
        (void)others.remove(5);
        QCOMPARE(own.all().size(), 1);
    }

    void ratingsAreApart()
    {
        const QTemporaryDir directory;
        Ratings own(directory.path(), "anna");
        Ratings others(directory.path(), "ben");
        own.set(5, 7);
        others.set(5, 2);
        QCOMPARE(own.rating(5), 7);
        QCOMPARE(others.rating(5), 2);
        others.set(5, 0);
        QCOMPARE(own.rating(5), 7);
        QVERIFY(others.all().isEmpty());
    }

    void playlistsAreApart()
    {
        const QTemporaryDir directory;
        Playlists own(directory.path(), "anna");
        Playlists others(directory.path(), "ben");
        own.create("Morning", {{.trackId = 5}}, m_wall);
        const quint64 id = own.all().first().id;
        QVERIFY(others.all().isEmpty());
        QVERIFY(!others.playlist(id));
        QVERIFY(others.items(id).isEmpty());
        QVERIFY_EXCEPTION_THROWN(others.rename(id, "x", m_wall), Sync::DatabaseError);
        QVERIFY_EXCEPTION_THROWN(others.remove(id), Sync::DatabaseError);
        QVERIFY_EXCEPTION_THROWN(others.insert(id, 0, {{.trackId = 6}}, m_wall), Sync::DatabaseError);
        QCOMPARE(own.playlist(id)->name, "Morning");
        QCOMPARE(own.items(id).size(), 1);
    }

    void historiesAreApart()
    {
        const QTemporaryDir directory;
        History own(directory.path(), "anna");
        History others(directory.path(), "ben");
        own.add({.trackId = 5, .started = m_wall, .played = 200s, .completed = true});
        QVERIFY(others.recent(10).isEmpty());
        QVERIFY(others.mostPlayed(10).isEmpty());
        others.clear();
        QCOMPARE(own.recent(10).size(), 1);
        QCOMPARE(own.mostPlayed(10).size(), 1);
    }

    void stationsAreApart()
    {
        const QTemporaryDir directory;
        Stations own(directory.path(), "anna");
        Stations others(directory.path(), "ben");
        const Station station = makeStation("Sea", QUrl("http://radio.example/sea"));
        (void)own.add({station});
        QVERIFY(others.all().isEmpty());
        QVERIFY(!others.station(station.id));
        (void)others.remove(station.id);
        QCOMPARE(own.all().size(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_PersonalChronicle)
#include "tst_personal_chronicle.moc"
