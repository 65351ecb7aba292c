// SPDX-License-Identifier: Apache-2.0
#include "app/library/catalogue.h"
#include "app/library/cataloguewriter.h"
#include "app/library/ids.h"
#include "app/personal/favourites.h"
#include "app/personal/history.h"
#include "app/personal/musicsource.h"
#include "app/personal/playlists.h"
#include "app/personal/stations.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Personal;
using namespace std::chrono_literals;

class tst_PersonalMusicSource : public QObject
{
    Q_OBJECT

    using Ids = QList<Sync::TrackId>;

    QTemporaryDir m_folder;
    QString m_catalogue = m_folder.filePath("catalogue.sqlite");

private Q_SLOTS:
    void initTestCase()
    {
        Library::prepareCatalogue(m_catalogue);
        Library::CatalogueWriter writer(m_catalogue);
        writer.store({{{.id = 1,
                        .path = "/m/1.ogg",
                        .title = "One",
                        .artist = "Ana",
                        .album = "Night",
                        .albumId = Library::albumId("Ana", "Night")},
                       {}}});
    }

    void contexts()
    {
        Playlists playlists(m_folder.path(), "anna");
        const quint64 playlist =
            playlists
                .create("Mine", {{.trackId = 3}, {.trackId = 0, .title = "gone"}, {.trackId = 1}}, Moment(1s))
                .id;
        Favourites favourites(m_folder.path(), "anna");
        favourites.add(5, Moment(1s));
        favourites.add(6, Moment(2s));
        History history(m_folder.path(), "anna");
        for (int i = 0; i < 4; ++i)
            history.add({.trackId = Sync::TrackId(7 + i % 2),
                         .started = Moment(std::chrono::seconds(i)),
                         .played = 100s,
                         .completed = true});
        Stations stations(m_folder.path(), "anna");
        const Station station = makeStation("Talk", QUrl("https://radio.example/talk"));
        stations.add({station});

        const MusicSource source(m_catalogue, m_folder.path());
        QCOMPARE(source.tracksOf("anna", {"playlist", playlist}), (Ids{3, 1}));
        QCOMPARE(source.tracksOf("anna", {"favorites", 0}), (Ids{6, 5}));
        QCOMPARE(source.tracksOf("anna", {"history", 0}), (Ids{8, 7}));
        QCOMPARE(source.tracksOf("anna", {"radio", 0}), Ids{station.id});
        QCOMPARE(source.tracksOf("anna", {"tracks", 0}), Ids{1});
        QCOMPARE(source.track("anna", 1)->title, "One");
        QCOMPARE(source.track("anna", station.id)->title, "Talk");
        QVERIFY(!source.track("anna", 77));

        // Each has what is theirs.
        QCOMPARE(source.tracksOf("bert", {"playlist", playlist}), Ids());
        QCOMPARE(source.tracksOf("bert", {"favorites", 0}), Ids());
        QVERIFY(!source.track("bert", station.id));
        QCOMPARE(source.tracksOf("bert", {"tracks", 0}), Ids{1});

        for (const auto &unknown : {Sync::Context{"playlist", 0}, Sync::Context{"favorites", 5},
                                    Sync::Context{"", 0}, Sync::Context{"dance", 1}})
            QCOMPARE(source.tracksOf("anna", unknown), Ids());
    }
};

QTEST_GUILESS_MAIN(tst_PersonalMusicSource)
#include "tst_personal_musicsource.moc"
