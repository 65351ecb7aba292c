// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/tagcontroller.h"
#include "app/desktop/tagform.h"
#include "app/library/catalogue.h"
#include "app/library/tagwriter.h"
#include "tests/unit/library/music.h"

#include "support/waiting.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Desktop;
using Library::TagEdit;

class tst_DesktopTags : public QObject
{
    Q_OBJECT

    struct House {
        QTemporaryDir data;
        QTemporaryDir music;
        QString catalogue = data.filePath("catalogue.sqlite");
        std::unique_ptr<Library::CatalogueReader> reader;
        std::unique_ptr<Library::Scanner> scanner;
        std::unique_ptr<TagController> tags;
    };
    std::unique_ptr<House> m_house;

    [[nodiscard]] TagController &tags() const { return *m_house->tags; }
    [[nodiscard]] QStringList trackIds() const
    {
        QStringList ids;
        for (const Sync::TrackId id : m_house->reader->trackIds())
            ids.append(QString::number(id));
        return ids;
    }
    [[nodiscard]] QStringList titles() const
    {
        QStringList titles;
        for (const Library::Track &track : m_house->reader->tracks())
            titles.append(track.title + ": " + track.album);
        titles.sort();
        return titles;
    }

private Q_SLOTS:
    void init()
    {
        if (!Music::canBeMade())
            QSKIP("ffmpeg is not installed: no music can be made");
        m_house = std::make_unique<House>();
        QVERIFY(Music::make(m_house->music.filePath("a.flac"), {.frequency = 440}));
        QVERIFY(Music::make(m_house->music.filePath("b.flac"), {.frequency = 550}));
        for (const char *name : {"a", "b"})
            QVERIFY(std::holds_alternative<TagEdit>(
                Library::writeTags(m_house->music.filePath(QString("%1.flac").arg(name)),
                                   {.titles = QStringList(name), .albums = QStringList("X")})));
        Library::prepareCatalogue(m_house->catalogue);
        m_house->reader = std::make_unique<Library::CatalogueReader>(m_house->catalogue);
        m_house->scanner = std::make_unique<Library::Scanner>(m_house->catalogue);
        m_house->scanner->setRoots({m_house->music.path()});
        m_house->scanner->scan();
        QTRY_VERIFY(!m_house->scanner->isRunning());
        QCOMPARE(titles(), (QStringList{"a: X", "b: X"}));
        m_house->tags = std::make_unique<TagController>(*m_house->reader, *m_house->scanner);
    }
    void cleanup() { m_house.reset(); }

    void severalAreEditedTogether()
    {
        tags().edit(trackIds());
        QTRY_VERIFY(tags().isOpen());
        QCOMPARE(tags().count(), 2);
        QCOMPARE(tags().texts().value("album"), "X");
        QCOMPARE(tags().texts().value("title"), "");
        QCOMPARE(tags().differing().value("title"), true);
        QCOMPARE(tags().differing().value("album"), false);
        tags().save({{"album", "Żółć"}}, {});
        QTRY_VERIFY(!tags().isOpen());
        QTRY_COMPARE(titles(), (QStringList{"a: Żółć", "b: Żółć"}));
        QTRY_VERIFY(!m_house->scanner->isRunning());
        QVERIFY(tags().canUndo());
        tags().undo();
        QTRY_COMPARE(titles(), (QStringList{"a: X", "b: X"}));
        QVERIFY(!tags().canUndo());
    }

    void whatIsWrongIsSaid()
    {
        tags().edit(trackIds());
        QTRY_VERIFY(tags().isOpen());
        tags().save({{"trackNumber", "seven"}}, {});
        QVERIFY(tags().problem().contains("seven"));
        QVERIFY(tags().isOpen());
        tags().save({{"title", "new"}}, QUrl::fromLocalFile("/nowhere/at/all.png"));
        QTRY_VERIFY(!tags().running());
        QVERIFY(!tags().problem().isEmpty());
        QVERIFY(tags().isOpen());
        tags().cancel();
        QVERIFY(!tags().isOpen());
        QCOMPARE(titles(), (QStringList{"a: X", "b: X"}));
        QSignalSpy finished(&tags(), &TagController::finished);
        tags().edit({"77"});
        QCOMPARE(finished.size(), 1);
    }

    void whatIsTypedBecomesAnEdit()
    {
        const auto edit =
            editFrom({{"artist", " Ana ; Ben;; "}, {"trackNumber", " 7 "}, {"compilation", "1"}});
        QCOMPARE(std::get<TagEdit>(edit),
                 (TagEdit{.artists = QStringList{"Ana", "Ben"}, .trackNumber = 7, .compilation = true}));
        QCOMPARE(std::get<TagEdit>(editFrom({{"date", ""}, {"discTotal", ""}})),
                 (TagEdit{.dates = QStringList(), .discTotal = 0}));
        QVERIFY(std::holds_alternative<QString>(editFrom({{"discNumber", "-1"}})));
        QVERIFY(std::holds_alternative<QString>(editFrom({{"discNumber", "10000"}})));
    }
};

QTEST_GUILESS_MAIN(tst_DesktopTags)
#include "tst_desktop_tags.moc"
