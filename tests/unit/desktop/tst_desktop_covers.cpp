// SPDX-License-Identifier: Apache-2.0
#include "support/waiting.h"

#include "app/desktop/coverprovider.h"
#include "app/desktop/placeholder.h"
#include "app/library/catalogue.h"
#include "app/library/cataloguewriter.h"
#include "app/library/ids.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Desktop;

class tst_DesktopCovers : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QString catalogue() const { return m_dir->filePath("catalogue.db"); }

    static QImage ask(CoverProvider &provider, const QString &id, const QSize &size)
    {
        const std::unique_ptr<QQuickImageResponse> response(provider.requestImageResponse(id, size));
        QSignalSpy finished(response.get(), &QQuickImageResponse::finished);
        if (!finished.wait(Testing::patienceMs))
            return {};
        const std::unique_ptr<QQuickTextureFactory> factory(response->textureFactory());
        return factory->image();
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        Library::prepareCatalogue(catalogue());
    }

    void placeholders()
    {
        const QImage one = placeholderCover(1, "Night", 64);
        QCOMPARE(one.size(), QSize(64, 64));
        QCOMPARE(placeholderCover(1, "Night", 64), one);
        QVERIFY(placeholderCover(190, "Night", 64) != one);
        QVERIFY(placeholderCover(1, "Day", 64) != one);
        QVERIFY(!placeholderCover(0, "", 64).isNull());
        QVERIFY(!placeholderCover(Sync::maxId, "…!", 1).isNull());
    }

    void picturesAreCutSquare()
    {
        QImage wide(300, 100, QImage::Format_RGB32);
        wide.fill(Qt::red);
        for (int x = 100; x < 200; ++x)
            for (int y = 0; y < 100; ++y)
                wide.setPixelColor(x, y, Qt::blue);
        const QImage square = roundedSquare(wide, 80);
        QCOMPARE(square.size(), QSize(80, 80));
        QCOMPARE(square.pixelColor(40, 40), QColor(Qt::blue));
        QCOMPARE(square.pixelColor(1, 40), QColor(Qt::blue));
        QVERIFY(square.pixelColor(0, 0).alpha() < 255);
    }

    void anAlbumsOwnPicture()
    {
        QImage red(120, 120, QImage::Format_RGB32);
        red.fill(Qt::red);
        QVERIFY(red.save(m_dir->filePath("cover.png")));
        {
            Library::CatalogueWriter writer(catalogue());
            writer.store({{{.id = 1,
                            .path = m_dir->filePath("a.ogg"),
                            .title = "Moon",
                            .artist = "Ana",
                            .album = "Night",
                            .albumId = Library::albumId("Ana", "Night"),
                            .artistId = Library::artistId("Ana")},
                           {.size = 1, .mtimeNs = 1}}});
            writer.settle();
        }
        CoverProvider provider(catalogue());
        const QString id = QString::number(Library::albumId("Ana", "Night"));
        const QImage cover = ask(provider, id + "?0", {64, 64});
        QCOMPARE(cover.size(), QSize(64, 64));
        QCOMPARE(cover.pixelColor(32, 32), QColor(Qt::red));

        QVERIFY(QFile::remove(m_dir->filePath("cover.png")));
        QCOMPARE(ask(provider, id + "?0", {64, 64}), cover);
        QVERIFY(ask(provider, id + "?1", {64, 64}) != cover);
    }

    void whatHasNoPictureGetsOne_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QSize>("asked");
        QTest::addColumn<int>("side");
        QTest::addRow("no album") << "0?0" << QSize(32, 32) << 32;
        QTest::addRow("unknown") << "77" << QSize(32, 32) << 32;
        QTest::addRow("nonsense") << "../x" << QSize(32, 32) << 32;
        QTest::addRow("no size") << "77" << QSize() << 256;
        QTest::addRow("one side") << "77" << QSize(48, 0) << 48;
        QTest::addRow("huge") << "77" << QSize(100'000, 100'000) << 1024;
    }
    void whatHasNoPictureGetsOne()
    {
        QFETCH(QString, id);
        QFETCH(QSize, asked);
        QFETCH(int, side);
        CoverProvider provider(catalogue());
        QCOMPARE(ask(provider, id, asked).size(), QSize(side, side));
    }

    void anAskerThatGoesAway()
    {
        CoverProvider provider(catalogue());
        for (int i = 0; i < 50; ++i) {
            QQuickImageResponse *response = provider.requestImageResponse(QString::number(i), {200, 200});
            response->cancel();
            delete response;
        }
    }
};

QTEST_MAIN(tst_DesktopCovers)
#include "tst_desktop_covers.moc"
