// SPDX-License-Identifier: Apache-2.0
#include "app/player/crossfade.h"

#include <QTest>

using namespace Player;
using namespace std::chrono_literals;

class CrossfadeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isNeverWithinAnAlbum_data()
    {
        QTest::addColumn<quint64>("album");
        QTest::addColumn<quint64>("following");
        QTest::addColumn<bool>("oneFile");
        QTest::addColumn<bool>("fades");
        QTest::newRow("two albums") << quint64(1) << quint64(2) << false << true;
        QTest::newRow("one album") << quint64(1) << quint64(1) << false << false;
        QTest::newRow("no album") << quint64(0) << quint64(0) << false << true;
        QTest::newRow("parts of one file") << quint64(0) << quint64(0) << true << false;
    }
    void isNeverWithinAnAlbum()
    {
        QFETCH(const quint64, album);
        QFETCH(const quint64, following);
        QFETCH(const bool, oneFile);
        QFETCH(const bool, fades);
        Media media(QUrl("file:///a.flac"));
        Media next(oneFile ? media.url : QUrl("file:///b.flac"));
        media.albumId = album;
        next.albumId = following;
        QCOMPARE(crossfadeBetween(media, next, 5s), fades ? 5s : 0s);
    }
};

QTEST_APPLESS_MAIN(CrossfadeTest)
#include "tst_crossfade.moc"
