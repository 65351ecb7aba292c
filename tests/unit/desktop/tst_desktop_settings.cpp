// SPDX-License-Identifier: Apache-2.0
#include "support/waiting.h"

#include "app/desktop/folderscontroller.h"
#include "app/desktop/soundcontroller.h"
#include "app/library/catalogue.h"
#include "app/library/scanner.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using Desktop::FoldersController;
using Desktop::SettingsController;
using Desktop::SoundController;

class tst_DesktopSettings : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    [[nodiscard]] App::Options options(const QStringList &onCommandLine = {}) const
    {
        return {.dataDir = m_dir->path(), .name = "Den", .onCommandLine = onCommandLine};
    }
    [[nodiscard]] QByteArray file() const
    {
        QFile file(m_dir->filePath("segue.conf"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QString folder(const QString &name) const
    {
        QDir(m_dir->path()).mkpath(name);
        return m_dir->filePath(name);
    }
    [[nodiscard]] std::unique_ptr<Library::Scanner> scanner(const QStringList &roots = {}) const
    {
        const QString catalogue = m_dir->filePath("catalogue.db");
        Library::prepareCatalogue(catalogue);
        auto scanner = std::make_unique<Library::Scanner>(catalogue);
        scanner->setRoots(roots);
        return scanner;
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void whatIsSetIsWrittenDown()
    {
        SettingsController settings(options(), "http://127.0.0.1:6681/");
        QSignalSpy renamed(&settings, &SettingsController::renamed);
        QSignalSpy themed(&settings, &SettingsController::themeChanged);
        settings.setTheme("dark");
        settings.setName("  The  den ");
        QCOMPARE(settings.theme(), "dark");
        QCOMPARE(settings.name(), "The den");
        QCOMPARE(themed.size(), 1);
        QCOMPARE(renamed.size(), 1);
        QCOMPARE(file(), QByteArray("theme=\"dark\"\nname=\"The den\"\n"));
    }

    void soundIsWrittenDown()
    {
        SettingsController settings(options(), {});
        SoundController sound(settings, nullptr);
        QSignalSpy changed(&sound, &SoundController::soundChanged);
        sound.setReplayGain("auto");
        sound.setUnplugged("pause");
        sound.setPreset("bass");
        QCOMPARE(file(), QByteArray("replaygain=\"auto\"\nunplugged=\"pause\"\nequalizer=\"bass\"\n"));
        QCOMPARE(sound.preset(), "bass");
        QCOMPARE(changed.size(), 3);
        const auto now = changed.last().first().value<Player::SoundSettings>();
        QCOMPARE(now.gain.mode, Player::GainMode::Automatic);
        QCOMPARE(now.unplugged, Player::Unplugged::Pause);
        QVERIFY(now.equalization.gainsDb.front() > 0);
        sound.setPreset("deafening");
        QCOMPARE(sound.preset(), "bass");
        QVERIFY(!settings.fault().isEmpty());
    }

    void whatIsDraggedIsWrittenDownAtTheEnd()
    {
        {
            SettingsController settings(options(), {});
            SoundController sound(settings, nullptr);
            for (int second = 0; second <= 5; ++second)
                sound.setCrossfadeSeconds(second);
            sound.setBand(9, -2.5);
            QCOMPARE(file(), QByteArray());
            QCOMPARE(sound.crossfadeSeconds(), 5.0);
            QCOMPARE(sound.preset(), "custom");
            QTRY_COMPARE(file(), QByteArray("crossfade=\"5\"\nequalizer=\"0,0,0,0,0,0,0,0,0,-2.5\"\n"));
            sound.setPreampDb(3);
        }
        QVERIFY(file().endsWith("preamp=\"3\"\n")); // also where it had no time to rest
    }

    void aDeviceThatIsAwayIsStillNamed()
    {
        App::Options away = options();
        away.sound.device = {.id = "usb-7", .name = "Headphones"};
        SettingsController settings(away, {});
        const Player::PulseServer server;
        SoundController sound(settings, &server);
        QCOMPARE(sound.device(), "usb-7");
        QVERIFY(sound.devices().last().toMap().value("text").toString().contains("Headphones"));
        sound.setDevice({});
        QCOMPARE(sound.device(), QString());
    }

    void wrongNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("empty") << " ";
        QTest::newRow("long") << QString(129, 'x');
    }
    void wrongNames()
    {
        QFETCH(const QString, name);
        SettingsController settings(options(), {});
        QSignalSpy renamed(&settings, &SettingsController::renamed);
        settings.setName(name);
        QVERIFY(!settings.fault().isEmpty());
        QCOMPARE(settings.name(), "Den");
        QCOMPARE(renamed.size(), 0);
        QCOMPARE(file(), QByteArray());
        settings.setName("Den");
        QCOMPARE(settings.fault(), QString());
    }

    void noSuchTheme()
    {
        SettingsController settings(options(), {});
        settings.setTheme("plaid");
        QCOMPARE(settings.theme(), "system");
        QCOMPARE(file(), QByteArray());
    }

    void theCommandLineIsFixed()
    {
        SettingsController settings(options({"theme", "name", "replaygain", "crossfade"}), {});
        QVERIFY(settings.isFixed("theme") && settings.isFixed("name") && settings.isFixed("replaygain"));
        SoundController sound(settings, nullptr);
        settings.setTheme("dark");
        settings.setName("Attic");
        sound.setReplayGain("album");
        sound.setCrossfadeSeconds(3);
        QCOMPARE(settings.theme(), "system");
        QCOMPARE(settings.name(), "Den");
        QCOMPARE(sound.replayGain(), "off");
        QCOMPARE(sound.crossfadeSeconds(), 0.0);
        QCOMPARE(file(), QByteArray());
    }

    void whatCannotBeWrittenDoesNotHold()
    {
        App::Options nowhere = options();
        nowhere.dataDir = m_dir->filePath("nowhere");
        SettingsController settings(nowhere, {});
        settings.setTheme("dark");
        QCOMPARE(settings.theme(), "system");
        QVERIFY2(settings.fault().contains("nowhere"), qPrintable(settings.fault()));
    }

    void whoReachesIt()
    {
        App::Options open = options();
        QVERIFY(SettingsController(open, {}).lanOffered());
        QVERIFY(SettingsController(open, {}).reach().startsWith("Only this machine"));
        open.lan = true;
        QVERIFY(SettingsController(open, {}).reach().startsWith("Devices on your network"));
        open.bind = QHostAddress(QHostAddress::AnyIPv4);
        QVERIFY(!SettingsController(open, {}).lanOffered());
        QVERIFY(SettingsController(open, {}).reach().contains("0.0.0.0"));
        open.join = Sync::HubChoice{.address = QUrl("ws://attic:6681")};
        QCOMPARE(SettingsController(open, {}).joined(), "ws://attic:6681");
    }

    void theNetworkIsLetIn()
    {
        QList<QHostAddress> heard;
        SettingsController settings(options(), {}, [&heard](const QHostAddress &address) {
            heard.append(address);
            return QString();
        });
        QSignalSpy changed(&settings, &SettingsController::lanChanged);
        settings.setLan(true);
        QVERIFY(settings.lan());
        QCOMPARE(file(), QByteArray("lan=\"true\"\n"));
        settings.setLan(true);
        settings.setLan(false);
        QCOMPARE(heard, QList<QHostAddress>({QHostAddress::Any, QHostAddress::LocalHost}));
        QCOMPARE(changed.size(), 2);
        QCOMPARE(file(), QByteArray("lan=\"false\"\n"));
    }

    void theNetworkIsNotLetIn_data()
    {
        QTest::addColumn<bool>("fixed");
        QTest::addColumn<QString>("bind");
        QTest::newRow("the command line says so") << true << "127.0.0.1";
        QTest::newRow("an address is named") << false << "192.0.2.7";
    }
    void theNetworkIsNotLetIn()
    {
        QFETCH(const bool, fixed);
        QFETCH(const QString, bind);
        App::Options given = options(fixed ? QStringList("lan") : QStringList());
        given.bind = QHostAddress(bind);
        int asked = 0;
        SettingsController settings(given, {}, [&asked](const QHostAddress &) {
            ++asked;
            return QString();
        });
        settings.setLan(true);
        QVERIFY(!settings.lan());
        QCOMPARE(asked, 0);
        QCOMPARE(file(), QByteArray());
    }

    void aFolderComesAndGoes()
    {
        const auto scanner = this->scanner({folder("a")});
        FoldersController folders(*scanner, m_dir->filePath("segue.conf"), false);
        QSignalSpy finished(scanner.get(), &Library::Scanner::finished);
        folders.add(QUrl::fromLocalFile(folder("b c")));
        QCOMPARE(folders.folders(), QStringList({folder("a"), folder("b c")}));
        QVERIFY(file().contains("b c"));
        QVERIFY(scanner->isRunning());
        folders.remove(folder("a"));
        QCOMPARE(folders.removed(), folder("a"));
        QCOMPARE(folders.folders(), QStringList(folder("b c")));
        QVERIFY(!file().contains("/a\""));
        folders.putBack();
        QCOMPARE(folders.folders(), QStringList({folder("a"), folder("b c")}));
        QCOMPARE(folders.removed(), QString());
        QTRY_VERIFY(!scanner->isRunning());
        QVERIFY(!finished.isEmpty());
    }

    void theLastFolderGoes()
    {
        const auto scanner = this->scanner();
        FoldersController folders(*scanner, m_dir->filePath("segue.conf"), false);
        folders.add(QUrl::fromLocalFile(folder("a")));
        folders.remove(folder("a"));
        QCOMPARE(file(), QByteArray());
        QCOMPARE(folders.folders(), QStringList());
    }

    void foldersThatAreNotTaken_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("not there") << "nowhere";
        QTest::newRow("the same") << "a";
        QTest::newRow("inside") << "a/deep";
    }
    void foldersThatAreNotTaken()
    {
        QFETCH(const QString, name);
        QDir(m_dir->path()).mkpath("a/deep");
        const auto scanner = this->scanner({folder("a")});
        FoldersController folders(*scanner, m_dir->filePath("segue.conf"), false);
        QSignalSpy failed(&folders, &FoldersController::failed);
        folders.add(QUrl::fromLocalFile(m_dir->filePath(name)));
        QCOMPARE(failed.size(), 1);
        QVERIFY(!failed.first().first().toString().isEmpty());
        QCOMPARE(folders.folders(), QStringList(folder("a")));
    }

    void foldersOfTheCommandLineStay()
    {
        const auto scanner = this->scanner({folder("a")});
        FoldersController folders(*scanner, m_dir->filePath("segue.conf"), true);
        folders.remove(folder("a"));
        folders.add(QUrl::fromLocalFile(folder("b")));
        QCOMPARE(folders.folders(), QStringList(folder("a")));
        QCOMPARE(file(), QByteArray());
    }
};

QTEST_MAIN(tst_DesktopSettings)
#include "tst_desktop_settings.moc"
