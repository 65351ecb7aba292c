// SPDX-License-Identifier: Apache-2.0
#include "app/library/albummodel.h"
#include "app/library/catalogue.h"
#include "app/library/cataloguewriter.h"
#include "app/library/ids.h"
#include "app/library/trackmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Library;
using namespace std::chrono_literals;

class tst_LibraryModels : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QString path() const { return m_dir->filePath("catalogue.db"); }

    static ReadFile file(quint64 id, const QString &artist, const QString &album, int number,
                         const QString &title)
    {
        return {{.id = id,
                 .path = QString("/m/%1/%2.ogg").arg(album).arg(id),
                 .title = title,
                 .artist = artist,
                 .album = album,
                 .trackNumber = number,
                 .year = 1999,
                 .duration = 61s,
                 .albumId = albumId(artist, album),
                 .artistId = artistId(artist)},
                {.size = 1, .mtimeNs = 1}};
    }
    void add(const QList<ReadFile> &files) const
    {
        CatalogueWriter writer(path());
        writer.store(files);
        writer.settle();
    }
    static QList<Sync::TrackId> everything(const CatalogueReader &reader) { return reader.trackIds(); }

    static QStringList column(const QAbstractItemModel &model, int role)
    {
        QStringList values;
        for (int row = 0; row < model.rowCount(); ++row)
            values += model.index(row, 0).data(role).toString();
        return values;
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        prepareCatalogue(path());
        add({file(1, "Ana", "Night", 1, "Moon"), file(2, "Ana", "Night", 2, "Star"),
             file(3, "Björk", "Début", 1, "Venus")});
    }

    void tracksAsQmlSeesThem()
    {
        const CatalogueReader reader(path());
        TrackModel model(reader, everything);
        const QAbstractItemModelTester tester(&model);
        QCOMPARE(model.count(), 0);
        model.reload();
        QCOMPARE(model.count(), 3);
        const auto names = model.roleNames();
        const auto value = [&](const char *name) { return model.index(2).data(names.key(name)); };
        QCOMPARE(value("trackId"), QVariant(QString("3")));
        QCOMPARE(value("title"), QVariant(QString("Venus")));
        QCOMPARE(value("artist"), QVariant(QString("Björk")));
        QCOMPARE(value("album"), QVariant(QString("Début")));
        QCOMPARE(value("albumArtist"), QVariant(QString("Björk")));
        QCOMPARE(value("albumId"), QVariant(QString::number(albumId("Björk", "Début"))));
        QCOMPARE(value("artistId"), QVariant(QString::number(artistId("Björk"))));
        QCOMPARE(value("trackNumber"), QVariant(1));
        QCOMPARE(value("discNumber"), QVariant(0));
        QCOMPARE(value("year"), QVariant(1999));
        QCOMPARE(value("durationMs"), QVariant(61'000));
        QVERIFY(!model.data(model.index(3), TrackModel::TitleRole).isValid());
        QVERIFY(!model.data({}, TrackModel::TitleRole).isValid());
    }

    void albumsAsQmlSeesThem()
    {
        const CatalogueReader reader(path());
        AlbumModel model(reader, [](const CatalogueReader &asked) { return asked.albumIds(); });
        const QAbstractItemModelTester tester(&model);
        model.reload();
        QCOMPARE(model.count(), 2);
        const auto names = model.roleNames();
        const auto value = [&](const char *name) { return model.index(0).data(names.key(name)); };
        QCOMPARE(value("albumId"), QVariant(QString::number(albumId("Ana", "Night"))));
        QCOMPARE(value("title"), QVariant(QString("Night")));
        QCOMPARE(value("artist"), QVariant(QString("Ana")));
        QCOMPARE(value("year"), QVariant(1999));
        QCOMPARE(value("trackCount"), QVariant(2));
        QCOMPARE(value("durationMs"), QVariant(122'000));
    }

    void onlyWhatIsSeenIsLookedUp()
    {
        const CatalogueReader reader(path());
        int asked = 0;
        TrackModel model(reader, [&asked](const CatalogueReader &) {
            ++asked;
            return QList<Sync::TrackId>{3, 77, 1};
        });
        model.reload();
        QCOMPARE(asked, 1);
        QCOMPARE(column(model, TrackModel::TitleRole), (QStringList{"Venus", "", "Moon"}));
        QCOMPARE(column(model, TrackModel::TrackIdRole), (QStringList{"3", "77", "1"}));
    }

    void viewsKeepTheirPlace()
    {
        const CatalogueReader reader(path());
        TrackModel model(reader, everything);
        const QAbstractItemModelTester tester(&model);
        model.reload();
        QSignalSpy reset(&model, &TrackModel::modelReset);
        QSignalSpy inserted(&model, &TrackModel::rowsInserted);
        QSignalSpy changed(&model, &TrackModel::dataChanged);
        QSignalSpy counted(&model, &TrackModel::countChanged);
        const QPersistentModelIndex venus = model.index(2);
        QCOMPARE(column(model, TrackModel::TitleRole), (QStringList{"Moon", "Star", "Venus"}));

        model.reload();
        QCOMPARE(inserted.size() + changed.size() + counted.size(), 0);

        add({file(4, "Ana", "Night", 3, "Zenith"), file(5, "Zoë", "Z", 1, "Last"),
             file(2, "Ana", "Night", 2, "Comet")});
        model.reload();
        QCOMPARE(column(model, TrackModel::TitleRole),
                 (QStringList{"Moon", "Comet", "Zenith", "Venus", "Last"}));
        QCOMPARE(venus.row(), 3);
        QCOMPARE(inserted.size(), 2);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(counted.size(), 1);
        QCOMPARE(reset.size(), 0);

        add({file(1, "Ana", "Night", 9, "Moon")});
        model.reload();
        QCOMPARE(column(model, TrackModel::TitleRole),
                 (QStringList{"Comet", "Zenith", "Moon", "Venus", "Last"}));
        QCOMPARE(reset.size(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_LibraryModels)
#include "tst_library_models.moc"
