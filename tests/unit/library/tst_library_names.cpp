// SPDX-License-Identifier: Apache-2.0
#include "app/library/names.h"
#include "app/library/rowchanges.h"
#include "app/library/searchtext.h"

#include <QTest>

using namespace Library;

class tst_LibraryNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void guestsDoNotLead_data()
    {
        QTest::addColumn<QString>("artist");
        QTest::addColumn<QString>("lead");
        QTest::addRow("alone") << "Ana"
                               << "Ana";
        QTest::addRow("feat.") << "Ana feat. Ben"
                               << "Ana";
        QTest::addRow("Ft") << "Ana Ft Ben"
                            << "Ana";
        QTest::addRow("in brackets") << "Ana (featuring Ben)"
                                     << "Ana";
        QTest::addRow("part of a word") << "Little Feat"
                                        << "Little Feat";
        QTest::addRow("inside a word") << "Defeat Them"
                                       << "Defeat Them";
        QTest::addRow("and") << "Ana & Ben"
                             << "Ana & Ben";
        QTest::addRow("nobody") << ""
                                << "";
    }
    void guestsDoNotLead()
    {
        QFETCH(QString, artist);
        QTEST(leadArtist(artist), "lead");
    }

    void foldersOfAlbums_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("disc");
        QTest::addRow("plain") << "/m/Night/a.ogg"
                               << "/m/Night"
                               << "Night" << 0;
        QTest::addRow("disc") << "/m/Night/CD2/a.ogg"
                              << "/m/Night"
                              << "Night" << 2;
        QTest::addRow("spelled out") << "/m/Night/Disc 01/a.ogg"
                                     << "/m/Night"
                                     << "Night" << 1;
        QTest::addRow("disk") << "/m/Night/disk_3/a.ogg"
                              << "/m/Night"
                              << "Night" << 3;
        QTest::addRow("only looks so") << "/m/CD2 Remixes/a.ogg"
                                       << "/m/CD2 Remixes"
                                       << "CD2 Remixes" << 0;
        QTest::addRow("disc at the top") << "/CD1/a.ogg"
                                         << "/CD1"
                                         << "CD1" << 0;
    }
    void foldersOfAlbums()
    {
        QFETCH(QString, file);
        const AlbumFolder folder = albumFolder(file);
        QTEST(folder.path, "path");
        QTEST(folder.name, "name");
        QTEST(folder.disc, "disc");
    }

    void order()
    {
        QVERIFY(sortKey("The Abyss") < sortKey("Émile"));
        QVERIFY(sortKey("Émile") < sortKey("Zoë"));
        QVERIFY(sortKey("ångström") < sortKey("Beta"));
        QVERIFY(sortKey("Zoë") < sortKey(""));
        QCOMPARE(sortKey("The The"), "the");
    }

    void articlesDoNotCount_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("key");
        QTest::addRow("English") << "An Hour" << "hour";
        QTest::addRow("German") << "Die Ärzte" << "arzte";
        QTest::addRow("French") << "Les Négresses" << "negresses";
        QTest::addRow("French, joined") << "L’Amour" << "amour";
        QTest::addRow("Spanish") << "Los Ángeles" << "angeles";
        QTest::addRow("alone") << "La" << "la";
        QTest::addRow("part of a word") << "Thelonious" << "thelonious";
        QTest::addRow("cyrillic") << "Ёлка" << "елка";
        QTest::addRow("greek") << "Άνοιξη" << "ανοιξη";
    }
    void articlesDoNotCount()
    {
        QFETCH(QString, name);
        QTEST(sortKey(name), "key");
    }

    void oneWordForEachSign()
    {
        QCOMPARE(searchKey("abc東京"), "abc 東 京");
        QCOMPARE(indexText("AC/DC Live"), "ac dc live acdc");
        QCOMPARE(searchExpression("東京 a"), "\"東 京\" AND \"a\"*");
    }

    void searches_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expression");
        QTest::addRow("nothing") << ""
                                 << "";
        QTest::addRow("only signs") << " \"*-( "
                                    << "";
        QTest::addRow("one") << "bjö"
                             << "\"bjo\"*";
        QTest::addRow("two") << "ana night"
                             << "\"ana\"* AND \"night\"*";
        QTest::addRow("operators are words") << "ana OR NOT"
                                             << "\"ana\"* AND \"or\"* AND \"not\"*";
        QTest::addRow("quotes part words") << "a\"b"
                                           << "\"a\"* AND \"b\"*";
        QTest::addRow("slash") << "AC/DC"
                               << "\"ac\"* AND \"dc\"*";
    }
    void searches()
    {
        QFETCH(QString, typed);
        QTEST(searchExpression(typed), "expression");
    }

    void searchesInColumns()
    {
        QCOMPARE(searchExpression("a b", "artist album"), "{artist album} : (\"a\"* AND \"b\"*)");
    }

    void rows_data()
    {
        QTest::addColumn<QList<quint64>>("from");
        QTest::addColumn<QList<quint64>>("to");
        QTest::addColumn<int>("steps");
        using Ids = QList<quint64>;
        QTest::addRow("same") << Ids{1, 2, 3} << Ids{1, 2, 3} << 0;
        QTest::addRow("first") << Ids{} << Ids{1, 2, 3} << 1;
        QTest::addRow("last") << Ids{1, 2, 3} << Ids{} << 1;
        QTest::addRow("between") << Ids{1, 4} << Ids{1, 2, 3, 4} << 1;
        QTest::addRow("in two places") << Ids{2, 4} << Ids{1, 2, 3, 4} << 2;
        QTest::addRow("out and in") << Ids{1, 2, 3, 4} << Ids{1, 4, 5} << 2;
        QTest::addRow("out in two places") << Ids{1, 2, 3, 4, 5} << Ids{2, 4} << 3;
        QTest::addRow("other order") << Ids{1, 2} << Ids{2, 1} << -1;
    }
    void rows()
    {
        QFETCH(QList<quint64>, from);
        QFETCH(QList<quint64>, to);
        QFETCH(int, steps);
        const auto changes = rowChanges(from, to);
        QCOMPARE(changes ? int(changes->size()) : -1, steps);
        for (const RowChange &change : changes.value_or(QList<RowChange>())) {
            if (change.kind == RowChange::Kind::Remove)
                from.remove(change.first, change.last - change.first + 1);
            else
                for (int row = change.first; row <= change.last; ++row)
                    from.insert(row, to.at(row));
        }
        if (changes)
            QCOMPARE(from, to);
    }
};

QTEST_APPLESS_MAIN(tst_LibraryNames)
#include "tst_library_names.moc"
