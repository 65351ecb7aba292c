// SPDX-License-Identifier: Apache-2.0
#include "app/personal/limits.h"
#include "app/personal/stations.h"
#include "sync/session/tracks.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Personal;

class tst_PersonalStations : public QObject
{
    Q_OBJECT

    static Station station(const QString &name, const QString &url)
    {
        return makeStation(name, stationUrl(url).value());
    }
    static QStringList names(const QList<Station> &stations)
    {
        QStringList names;
        for (const Station &station : stations)
            names += station.name;
        return names;
    }

private Q_SLOTS:
    void addresses_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("url");
        QTest::addRow("plain") << "http://radio.example/live" << "http://radio.example/live";
        QTest::addRow("white space") << "  https://radio.example/live \n" << "https://radio.example/live";
        QTest::addRow("capitals") << "HTTPS://Radio.Example/Live" << "https://radio.example/Live";
        QTest::addRow("no path") << "http://radio.example:8000" << "http://radio.example:8000/";
        QTest::addRow("query") << "http://radio.example/?id=1;x" << "http://radio.example/?id=1;x";
        QTest::addRow("fragment") << "http://radio.example/a#b" << "http://radio.example/a";
        QTest::addRow("password") << "http://me:secret@radio.example/" << "";
        QTest::addRow("file") << "file:///etc/passwd" << "";
        QTest::addRow("ftp") << "ftp://radio.example/" << "";
        QTest::addRow("script") << "javascript:alert(1)" << "";
        QTest::addRow("no host") << "http:///live" << "";
        QTest::addRow("no scheme") << "radio.example/live" << "";
        QTest::addRow("space inside") << "http://radio.example/a b" << "";
        QTest::addRow("two lines") << "http://radio.example/a\nb" << "";
        QTest::addRow("bad port") << "http://radio.example:99999/" << "";
        QTest::addRow("nothing") << "" << "";
        QTest::addRow("too long") << "http://radio.example/" + QString(Limits::urlCharacters, 'x') << "";
    }
    void addresses()
    {
        QFETCH(QString, typed);
        const auto url = stationUrl(typed);
        QTEST(url ? url->toString() : QString(""), "url");
    }

    void idsGoByTheAddress()
    {
        const Station one = station("One", "http://radio.example");
        QVERIFY(one.id > 0 && one.id <= Sync::maxId);
        QCOMPARE(station("Two", "HTTP://RADIO.example/").id, one.id);
        QVERIFY(station("One", "https://radio.example/").id != one.id);
        QCOMPARE(station("  ", "http://radio.example").name, "radio.example");
    }

    void changesAndTheirUndoing()
    {
        const QTemporaryDir directory;
        Stations stations(directory.path(), "1");
        const Station a = station("A", "http://a.example/");
        const Station b = station("B", "http://b.example/?x=%20&y=ü");
        const Station c = station("C", "http://c.example/");
        QCOMPARE(stations.add({a, b}), QList<Station>());
        QCOMPARE(stations.add({c}), (QList<Station>{a, b}));
        QCOMPARE(Stations(directory.path(), "1").all(), (QList<Station>{a, b, c}));
        QCOMPARE(Stations(directory.path(), "2").all(), QList<Station>());

        stations.move(c.id, 0);
        QCOMPARE(names(stations.all()), (QStringList{"C", "A", "B"}));
        stations.move(c.id, 99);
        QCOMPARE(names(stations.all()), (QStringList{"A", "B", "C"}));
        stations.rename(b.id, " Bee ");
        QCOMPARE(names(stations.all()), (QStringList{"A", "Bee", "C"}));
        const auto before = stations.remove(a.id);
        QCOMPARE(names(stations.all()), (QStringList{"Bee", "C"}));
        const auto after = stations.replace(before);
        QCOMPARE(names(stations.all()), (QStringList{"A", "Bee", "C"}));
        stations.replace(after);
        QCOMPARE(names(stations.all()), (QStringList{"Bee", "C"}));
        stations.add({station("Again", "http://c.example/")});
        QCOMPARE(names(stations.all()), (QStringList{"Bee", "Again"}));
        stations.move(a.id, 0); // not there
        stations.rename(a.id, "A");
        QCOMPARE(names(stations.all()), (QStringList{"Bee", "Again"}));
    }

    void tooManyAreRefused()
    {
        const QTemporaryDir directory;
        Stations stations(directory.path(), "1");
        QList<Station> many;
        for (int i = 0; i <= Limits::stations; ++i)
            many.append(station("S", QString("http://radio.example/%1").arg(i)));
        QVERIFY_EXCEPTION_THROWN(stations.add(many), Sync::DatabaseError);
        QCOMPARE(stations.all().size(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_PersonalStations)
#include "tst_personal_stations.moc"
