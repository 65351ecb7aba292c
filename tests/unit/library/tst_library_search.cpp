// SPDX-License-Identifier: Apache-2.0
#include "app/library/cataloguereader.h"
#include "tests/unit/library/shelf.h"

#include <QTest>

using namespace Library;
using namespace std::chrono_literals;

class tst_LibrarySearch : public QObject
{
    Q_OBJECT

    std::unique_ptr<Shelf> m_shelf;

    QString path() const { return m_shelf->path(); }
    void fill(const QList<ReadFile> &files) const { m_shelf->fill(files); }

private Q_SLOTS:
    void init() { m_shelf = std::make_unique<Shelf>(); }

    void searches_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("tracks");
        QTest::addColumn<int>("albums");
        const QStringList all{"Besen", "Jóga", "Sprite & Wood", "東京"};
        QTest::addRow("nothing") << "" << all << 3;
        QTest::addRow("title") << "besen" << QStringList{"Besen"} << 0;
        QTest::addRow("beginning") << "be" << QStringList{"Besen"} << 0;
        QTest::addRow("one letter") << "j" << QStringList{"Jóga"} << 0;
        QTest::addRow("not the middle") << "esen" << QStringList{} << 0;
        QTest::addRow("without its accent") << "joga bjork" << QStringList{"Jóga"} << 0;
        QTest::addRow("with another accent") << "bjórk" << QStringList{"Jóga"} << 1;
        QTest::addRow("decomposed") << "Bjo\u0308rk" << QStringList{"Jóga"} << 1;
        QTest::addRow("words in any order") << "wood spri" << QStringList{"Sprite & Wood"} << 0;
        QTest::addRow("every word") << "besen joga" << QStringList{} << 0;
        QTest::addRow("album") << "homo" << QStringList{"Jóga"} << 1;
        QTest::addRow("other script") << "東" << QStringList{"東京"} << 0;
        QTest::addRow("signs only") << "&" << all << 3;
        QTest::addRow("quote") << "\"" << all << 3;
        QTest::addRow("expression") << "a* OR (b" << QStringList{} << 0;
    }
    void searches()
    {
        QFETCH(QString, typed);
        fill({Shelf::file(1, "Björk | Homogenic | 1 | Jóga"),
              Shelf::file(2, "Alt | Haus | 1 | Besen", "/m/y"),
              Shelf::file(3, "Élan | Forêt | 1 | Sprite & Wood", "/m/z"),
              Shelf::file(4, "Élan | Forêt | 2 | 東京", "/m/z")});
        const CatalogueReader reader(path());
        QStringList found = Shelf::titles(reader.tracks({.text = typed}));
        found.sort();
        QTEST(found, "tracks");
        QTEST(int(reader.albums({.text = typed}).size()), "albums");
    }

    void eachScript_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("found");
        QTest::addRow("capital accent") << "ÉLAN" << "elan" << true;
        QTest::addRow("stroke") << "Smørrebrød Łódź" << "smorre lodz" << true;
        QTest::addRow("ligature") << "Cœur" << "coeur" << true;
        QTest::addRow("sharp s") << "Straße" << "strasse" << true;
        QTest::addRow("dotted capital") << "İstanbul" << "istan" << true;
        QTest::addRow("cyrillic") << "ЁЛКА" << "елка" << true;
        QTest::addRow("cyrillic typed with dots") << "Елка" << "ёл" << true;
        QTest::addRow("cyrillic short i") << "Синий" << "синии" << true;
        QTest::addRow("greek") << "Άνοιξη" << "ανοιξη" << true;
        QTest::addRow("greek final sigma") << "ΕΡΩΣ" << "ερως" << true;
        QTest::addRow("han in the middle") << "紅蓮の弓矢" << "弓" << true;
        QTest::addRow("two han") << "紅蓮の弓矢" << "蓮の" << true;
        QTest::addRow("han in another order") << "紅蓮の弓矢" << "の蓮" << false;
        QTest::addRow("katakana with a long vowel") << "スーパースター" << "スター" << true;
        QTest::addRow("half width") << "ｽﾊﾟｰ" << "スパー" << true;
        QTest::addRow("hangul") << "봄날에" << "날" << true;
        QTest::addRow("mixed") << "abc東京x" << "京" << true;
        QTest::addRow("devanagari vowels") << "की" << "का" << false;
        QTest::addRow("hebrew points") << "שָׁלוֹם" << "שלום" << true;
        QTest::addRow("joined by a sign") << "AC/DC" << "acdc" << true;
        QTest::addRow("apostrophe") << "Don’t Stop" << "dont st" << true;
        QTest::addRow("full width") << "Ｌａｓｔ" << "last" << true;
        QTest::addRow("middle of a word") << "Besen" << "sen" << false;
    }
    void eachScript()
    {
        QFETCH(QString, title);
        QFETCH(QString, typed);
        fill({Shelf::file(1, "Ana | X | 1 | " + title)});
        const CatalogueReader reader(path());
        QTEST(!reader.search(typed).tracks.isEmpty(), "found");
        QTEST(!reader.tracks({.text = typed}).isEmpty(), "found");
    }

    void theBestComeFirst()
    {
        fill({Shelf::file(1, "Ana | X | 1 | A Night in May"), Shelf::file(2, "Ana | X | 2 | Nightfall"),
              Shelf::file(3, "Ana | X | 3 | Night"), Shelf::file(4, "Ben | Night Songs | 1 | One", "/m/y"),
              Shelf::file(5, "Nightwish | Z | 1 | Two", "/m/z"), Shelf::file(6, "Ana | X | 4 | Day")});
        const CatalogueReader reader(path());
        const Found found = reader.search("night");
        QCOMPARE(Shelf::titles(found.tracks),
                 (QStringList{"Night", "Nightfall", "A Night in May", "One", "Two"}));
        QCOMPARE(Shelf::lines(found.albums), (QStringList{"Ben / Night Songs (1)", "Nightwish / Z (1)"}));
        QCOMPARE(found.artists.size(), 1);
        QCOMPARE(found.artists.first().name, "Nightwish");
        QCOMPARE(Shelf::titles(reader.search("n", {.tracks = 2}).tracks),
                 (QStringList{"Night", "Nightfall"}));
        QCOMPARE(reader.search("night", {.tracks = 1, .albums = 1, .artists = 0}).albums.size(), 1);
    }

    void wordsInSeveralPlaces()
    {
        ReadFile file = Shelf::file(1, "Ana | Night | 1 | Moon");
        file.track.composer = "Zoë";
        file.track.genre = "Jazz";
        fill({file, Shelf::file(2, "Ben | Night | 1 | Sun", "/m/y")});
        const CatalogueReader reader(path());
        for (const char *typed : {"moon ana", "ana nig", "zoe moon", "jazz", "a j"})
            QCOMPARE(Shelf::titles(reader.search(typed).tracks), QStringList{"Moon"});
        QCOMPARE(Shelf::lines(reader.search("ben nig").albums), QStringList{"Ben / Night (1)"});
    }

    void nothingIsFoundForNothing()
    {
        fill({Shelf::file(1, "Ana | X | 1 | a")});
        for (const char *typed : {"", "  ", "\"", "(*"}) {
            const Found found = CatalogueReader(path()).search(typed);
            QVERIFY(found.tracks.isEmpty() && found.albums.isEmpty() && found.artists.isEmpty());
        }
    }

    void whatIsGoneIsNotFound()
    {
        fill({Shelf::file(1, "Ana | X | 1 | Moon")});
        fill({Shelf::file(1, "Ben | Y | 1 | Sun")});
        const CatalogueReader reader(path());
        for (const char *typed : {"ana", "x", "moon"}) {
            const Found found = reader.search(typed);
            QVERIFY2(found.tracks.isEmpty() && found.albums.isEmpty() && found.artists.isEmpty(), typed);
        }
    }
};

QTEST_GUILESS_MAIN(tst_LibrarySearch)
#include "tst_library_search.moc"
