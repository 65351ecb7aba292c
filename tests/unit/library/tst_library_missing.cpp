// SPDX-License-Identifier: Apache-2.0
#include "app/library/catalogue.h"
#include "app/library/cataloguereader.h"
#include "app/library/cataloguewriter.h"
#include "tests/unit/library/collection.h"
#include "tests/unit/library/music.h"

#include <QFile>
#include <QTest>

using namespace Library;
using namespace std::chrono_literals;

class tst_LibraryMissing : public QObject
{
    Q_OBJECT

    Tones m_made{3};
    std::unique_ptr<Collection> m_collection;

    QString music(const QString &name = {}) const { return m_collection->music(name); }
    QString catalogue() const { return m_collection->catalogue(); }
    bool put(const QString &name, int tone = 1) const { return m_collection->put(m_made, name, tone); }
    ScanReport scan(const QStringList &roots = {}) const { return m_collection->scan(roots); }
    QStringList titles() const { return m_collection->titles(); }
    static QString counts(const ScanReport &report) { return Collection::counts(report); }

    static std::optional<Track> track(const Collection &collection)
    {
        const CatalogueReader reader(collection.catalogue());
        const QList<Track> tracks = reader.tracks(reader.recentlyAdded(1));
        return tracks.isEmpty() ? std::nullopt : std::optional(tracks.first());
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!Music::canBeMade())
            QSKIP("ffmpeg is not installed: no music can be made");
        QVERIFY(m_made.areThere());
    }

    void init() { m_collection = std::make_unique<Collection>(); }

    void whatComesBackIsTheSame()
    {
        QVERIFY(put("one.ogg"));
        (void)m_collection->scanAt(WallTime(100h));
        const auto before = track(*m_collection);
        QVERIFY(before);
        QVERIFY(QFile::rename(music("one.ogg"), m_collection->path("away.ogg")));
        (void)m_collection->scanAt(WallTime(200h));
        QVERIFY(!track(*m_collection));
        const auto missing = CatalogueReader(catalogue()).missingTrack(before->id);
        QVERIFY(missing);
        QCOMPARE(missing->title, "one");

        QVERIFY(QFile::rename(m_collection->path("away.ogg"), music("other.ogg")));
        (void)m_collection->scanAt(WallTime(200h + missingKept));
        const auto after = track(*m_collection);
        QVERIFY(after);
        QCOMPARE(after->id, before->id);
        QCOMPARE(after->added, before->added);
        QVERIFY(!CatalogueReader(catalogue()).missingTrack(before->id));
    }

    void afterASeasonItIsForgotten()
    {
        QVERIFY(put("one.ogg"));
        (void)m_collection->scanAt(WallTime(100h));
        const auto id = track(*m_collection)->id;
        QVERIFY(QFile::rename(music("one.ogg"), m_collection->path("away.ogg")));
        (void)m_collection->scanAt(WallTime(200h));
        (void)m_collection->scanAt(WallTime(200h + missingKept));
        QVERIFY(CatalogueReader(catalogue()).missingTrack(id));
        (void)m_collection->scanAt(WallTime(200h + missingKept + 1ms));
        QVERIFY(!CatalogueReader(catalogue()).missingTrack(id));
        QVERIFY(QFile::rename(m_collection->path("away.ogg"), music("one.ogg")));
        (void)m_collection->scanAt(WallTime(9000h));
        QCOMPARE(track(*m_collection)->added, WallTime(9000h));
    }

    void addedWhenItCame()
    {
        QVERIFY(put("one.ogg"));
        const WallTime before = wallTime();
        (void)m_collection->scanAt(before + 24h); // the first scan of a root finds what is long there
        QVERIFY(track(*m_collection)->added <= before);
        QVERIFY(track(*m_collection)->added > before - 1h);
        QVERIFY(put("two.ogg", 2));
        (void)m_collection->scanAt(before + 48h);
        QCOMPARE(track(*m_collection)->added, before + 48h);
        QCOMPARE(track(*m_collection)->title, "two");
    }
};

QTEST_GUILESS_MAIN(tst_LibraryMissing)
#include "tst_library_missing.moc"
