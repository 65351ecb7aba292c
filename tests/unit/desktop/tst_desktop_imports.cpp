// SPDX-License-Identifier: Apache-2.0
#include "support/waiting.h"

#include "app/desktop/importcontroller.h"
#include "app/desktop/translations.h"
#include "app/library/catalogue.h"
#include "app/library/cataloguewriter.h"
#include "app/personal/playlists.h"
#include "app/personal/stations.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using Desktop::ImportController;

class tst_DesktopImports : public QObject
{
    Q_OBJECT

    const Desktop::Translations m_words{QLocale::c()}; // English plurals

    struct House {
        QTemporaryDir folder;
        QString catalogue = folder.filePath("catalogue.sqlite");
        std::unique_ptr<ImportController> imports;
    };
    std::unique_ptr<House> m_house;

    [[nodiscard]] ImportController &imports() const { return *m_house->imports; }
    [[nodiscard]] QString path(const QString &name) const { return m_house->folder.filePath(name); }
    [[nodiscard]] QUrl write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        return written ? QUrl::fromLocalFile(file.fileName()) : QUrl();
    }
    /// What was said at the end.
    [[nodiscard]] QString said(QSignalSpy &finished) const
    {
        if (finished.isEmpty() && !finished.wait(Testing::patienceMs))
            return "nothing was said";
        return finished.takeFirst().first().toString();
    }

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<House>();
        Library::prepareCatalogue(m_house->catalogue);
        Library::CatalogueWriter writer(m_house->catalogue);
        writer.store(
            {{{.id = 7, .path = path("seven.ogg"), .title = "Seven", .albumId = 1, .artistId = 2}, {}}});
        m_house->imports = std::make_unique<ImportController>(m_house->folder.path(), m_house->catalogue);
    }
    void cleanup() { m_house.reset(); }

    void listsBecomePlaylistsAndStations()
    {
        QSignalSpy finished(&imports(), &ImportController::finished);
        imports().take({write("mixed.m3u", "#EXTM3U\nseven.ogg\ngone.ogg\nhttp://radio.invalid/live\n")});
        QVERIFY(imports().running());
        QVERIFY(said(finished).contains("“mixed” was added: 2 tracks, 1 of them not in the library"));
        QVERIFY(!imports().running());
        const Personal::Playlists playlists(m_house->folder.path(), "1");
        QCOMPARE(playlists.all().size(), 1);
        QCOMPARE(playlists.items(playlists.all().first().id).first().trackId, Sync::TrackId(7));
        QCOMPARE(Personal::Stations(m_house->folder.path(), "1").all().size(), 1);

        imports().write(QString::number(playlists.all().first().id), QUrl::fromLocalFile(path("out.m3u8")));
        QCOMPARE(said(finished), "out.m3u8 was written.");
        QFile out(path("out.m3u8"));
        QVERIFY(out.open(QIODevice::ReadOnly));
        QVERIFY(out.readAll().contains("\nseven.ogg\n"));
        imports().write({}, QUrl::fromLocalFile("/nowhere/at/all.pls"));
        QVERIFY(said(finished).contains("cannot be written"));
    }

    void tracksAndFoldersAreTold()
    {
        QSignalSpy finished(&imports(), &ImportController::finished);
        QSignalSpy tracks(&imports(), &ImportController::tracksDropped);
        QSignalSpy folders(&imports(), &ImportController::foldersDropped);
        imports().take({QUrl::fromLocalFile(path("seven.ogg")), QUrl::fromLocalFile(m_house->folder.path()),
                        QUrl::fromLocalFile(path("other.ogg"))});
        QCOMPARE(said(finished), "other.ogg is in no music folder. Drop its folder to add it.");
        QCOMPARE(tracks.value(0).value(0).toStringList(), QStringList{"7"});
        QCOMPARE(folders.value(0).value(0).toStringList(), QStringList{m_house->folder.path()});
    }

    void whatIsNoPlayersDatabaseIsRefused()
    {
        QSignalSpy finished(&imports(), &ImportController::finished);
        imports().take({write("other.db", "this is no database")});
        QVERIFY(said(finished).contains("other.db"));
        QVERIFY(Personal::Playlists(m_house->folder.path(), "1").all().isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_DesktopImports)
#include "tst_desktop_imports.moc"
