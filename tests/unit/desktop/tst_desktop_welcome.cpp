// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/window.h"
#include "app/library/catalogue.h"
#include "app/library/tracksource.h"
#include "sync/server.h"
#include "sync/store/memorystore.h"
#include "unit/library/music.h"

#include "support/waiting.h"

#include <QDir>
#include <QFile>
#include <QQuickItem>
#include <QQuickWindow>
#include <QRegularExpression>
#include <QTemporaryDir>

/// A first run by keyboard, with real files. Any warning of the QML engine fails it.
class tst_DesktopWelcome : public QObject
{
    Q_OBJECT

    struct House {
        QTemporaryDir folder;
        QString catalogue = folder.filePath("catalogue.db");
        std::unique_ptr<Sync::Server> server;
        std::unique_ptr<Library::CatalogueReader> reader;
        std::unique_ptr<Library::Scanner> scanner;
        std::unique_ptr<Sync::Link> link;
        std::unique_ptr<Desktop::Window> window;
    };
    std::unique_ptr<House> m_house;

    QQuickWindow *view() const { return m_house->window->view(); }
    Desktop::WelcomeController &welcome() const { return m_house->window->welcome(); }
    QString musicFolder() const { return m_house->folder.filePath("Music"); }
    QString focused() const
    {
        const QQuickItem *item = view()->activeFocusItem();
        return item ? item->property("text").toString() : QString();
    }
    void makeMusic(int files) const
    {
        QDir().mkpath(musicFolder());
        for (int i = 1; i <= files; ++i) {
            const QString path = QString("%1/%2.wav").arg(musicFolder()).arg(i);
            QVERIFY(Music::make(path, {.frequency = 200 * i, .seconds = 5}));
            QVERIFY(
                Music::tag(path, {.title = QString("Tone %1").arg(i), .artist = "Fork", .album = "Tones"}));
        }
    }
    void open()
    {
        House &house = *m_house;
        const QString catalogue = house.catalogue;
        house.server = std::make_unique<Sync::Server>(
            std::make_unique<Sync::MemoryStore>(),
            Sync::ServerOptions{.identity = {.id = "hub", .name = "Attic"}, .makeTracks = [catalogue] {
                                    return std::make_unique<Library::CatalogueTracks>(catalogue);
                                }});
        const auto listening = house.server->listen();
        QVERIFY(std::holds_alternative<quint16>(listening));
        house.reader = std::make_unique<Library::CatalogueReader>(catalogue);
        house.scanner = std::make_unique<Library::Scanner>(catalogue);
        house.link =
            std::make_unique<Sync::Link>(Sync::DeviceIdentity{.id = "me", .name = "Me", .output = true});
        house.window = std::make_unique<Desktop::Window>(
            Desktop::WindowParts{.link = *house.link,
                                 .deviceId = "me",
                                 .ownHub = true,
                                 .catalogue = *house.reader,
                                 .cataloguePath = catalogue,
                                 .scanner = *house.scanner,
                                 .data = house.folder.path(),
                                 .options = {.dataDir = house.folder.path(), .theme = App::Theme::Light}});
        QVERIFY(house.window->show());
        house.link->open(QUrl(QString("ws://127.0.0.1:%1").arg(std::get<quint16>(listening))));
        QTRY_VERIFY(house.window->player().connected());
        QVERIFY(QTest::qWaitForWindowActive(view(), Testing::patienceMs));
    }

private Q_SLOTS:
    void init()
    {
        if (!Music::canBeMade())
            QSKIP("Without ffmpeg there are no files to play.");
        QTest::failOnWarning(QRegularExpression(".*"));
        m_house = std::make_unique<House>();
        qputenv("HOME", m_house->folder.path().toUtf8());
        qputenv("XDG_CONFIG_HOME", m_house->folder.path().toUtf8());
        Library::prepareCatalogue(m_house->catalogue);
    }
    void cleanup()
    {
        if (m_house) { // the window speaks to all the others until it is gone
            m_house->window.reset();
            m_house->link.reset();
            m_house->server.reset();
        }
        m_house.reset();
    }

    void enterEnterIsSound()
    {
        makeMusic(3);
        open();
        QVERIFY(welcome().shown());
        QTRY_COMPARE(focused(), QString("Listen to the music in %1").arg(musicFolder()));
        QTest::keyClick(view(), Qt::Key_Return);
        QCOMPARE(m_house->window->folders().folders(), QStringList(musicFolder()));
        QTRY_COMPARE(focused(), "Play");
        QTest::keyClick(view(), Qt::Key_Return);
        QTRY_VERIFY(m_house->window->player().playing());
        QTRY_COMPARE(m_house->link->queue().size(), 3);
        QVERIFY(!welcome().shown());
        QFile settings(m_house->folder.filePath("segue.conf"));
        QVERIFY(settings.open(QIODevice::ReadOnly));
        QVERIFY(settings.readAll().contains("/Music"));
    }

    void whatIsFoundLaterIsQueued()
    {
        makeMusic(1);
        open();
        QTRY_VERIFY(focused().startsWith("Listen"));
        QTest::keyClick(view(), Qt::Key_Return);
        QTRY_COMPARE(focused(), "Play");
        makeMusic(4);
        m_house->scanner->scan();
        welcome().play();
        QTRY_COMPARE(m_house->link->queue().size(), 4);
    }

    void anEmptyFolderIsNotSuggested()
    {
        QDir().mkpath(musicFolder());
        open();
        QVERIFY(welcome().shown());
        QTRY_COMPARE(focused(), "Choose a folder…");
    }

    void aFolderWithoutMusic()
    {
        QVERIFY(QDir().mkpath(musicFolder()));
        QVERIFY(Music::write(musicFolder() + "/notes.txt", "la la"));
        open();
        QTRY_VERIFY(focused().startsWith("Listen"));
        QTest::keyClick(view(), Qt::Key_Return);
        QTRY_COMPARE(focused(), "Choose another folder…");
        QVERIFY(welcome().shown());
    }

    void theSettingsLeadBackToIt()
    {
        makeMusic(1);
        open();
        QTRY_VERIFY(focused().startsWith("Listen"));
        QTest::keyClick(view(), Qt::Key_Return);
        QTRY_COMPARE(focused(), "Play");
        QTest::keyClick(view(), Qt::Key_Comma, Qt::ControlModifier);
        QTRY_VERIFY(!welcome().shown());
        m_house->window->folders().remove(musicFolder());
        QVERIFY(welcome().shown());
        QTest::keyClick(view(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_house->window->folders().folders(), QStringList(musicFolder()));
        QTest::keyClick(view(), Qt::Key_Escape);
        QTRY_VERIFY(!m_house->scanner->isRunning());
    }
};

QTEST_MAIN(tst_DesktopWelcome)
#include "tst_desktop_welcome.moc"
