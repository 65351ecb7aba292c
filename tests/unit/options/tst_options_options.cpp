// SPDX-License-Identifier: Apache-2.0
#include "app/options.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using App::Options;

class tst_OptionsOptions : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    QTemporaryDir m_files;

    [[nodiscard]] std::variant<Options, App::Exit> read(const QByteArray &file,
                                                        const QStringList &arguments = {}) const
    {
        QFile settings(m_dir->filePath("segue.conf"));
        if (settings.open(QIODevice::WriteOnly))
            settings.write(file);
        settings.close();
        return App::readOptions(QStringList{"segue", "--data-dir", m_dir->path()} + arguments);
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void theCommandLineWins()
    {
        const auto read = this->read("name=File\ntheme=dark\naudio-device=sink\n", {"--name", "Line"});
        QVERIFY(std::holds_alternative<Options>(read));
        const auto &options = std::get<Options>(read);
        QCOMPARE(options.name, "Line");
        QCOMPARE(options.theme, App::Theme::Dark);
        QCOMPARE(options.sound.device, (Player::SoundDevice{.id = "sink", .name = "sink"}));
        QVERIFY(options.onCommandLine.contains(App::SettingName::name));
        QVERIFY(!options.onCommandLine.contains(App::SettingName::theme));
    }

    void theProfileIsChosen()
    {
        const auto read = this->read("profile=a1\n");
        QCOMPARE(std::get<Options>(read).profile, "a1");
        const auto other = this->read("profile=a1\n", {"--profile", "Zoë"});
        QCOMPARE(std::get<Options>(other).profile, "Zoë");
        QVERIFY(std::get<Options>(other).onCommandLine.contains(App::SettingName::profile));
    }

    void soundIsSet()
    {
        const auto read = this->read("engine=mediaplayer\nreplaygain=auto\npreamp=-3.5\ncrossfade=2.5\n"
                                     "audio-device=\"usb-7\", \"Headphones, blue\"\nunplugged=pause\n"
                                     "equalizer=1,2,3,4,5,-1,-2,-3,-4,-5\n");
        QVERIFY(std::holds_alternative<Options>(read));
        const auto &options = std::get<Options>(read);
        QCOMPARE(options.engine, Player::Engine::MediaPlayer);
        const Player::SoundSettings expected{.device = {.id = "usb-7", .name = "Headphones, blue"},
                                             .unplugged = Player::Unplugged::Pause,
                                             .gain = {.mode = Player::GainMode::Automatic, .preampDb = -3.5F},
                                             .crossfade = std::chrono::milliseconds(2500),
                                             .equalization = {{1, 2, 3, 4, 5, -1, -2, -3, -4, -5}}};
        QCOMPARE(options.sound, expected);
    }

    void otherPlayersAreSet()
    {
        const auto read = this->read(
            "mopidy=Kitchen=ws://10.0.0.2:6680/mopidy/ws, The den!=ws://den/mopidy/ws\npulse=off\n");
        QVERIFY(std::holds_alternative<Options>(read));
        const auto &options = std::get<Options>(read);
        QCOMPARE(options.mopidys.size(), 2);
        QCOMPARE(options.mopidys.at(0).id, "kitchen");
        QCOMPARE(options.mopidys.at(0).url, QUrl("ws://10.0.0.2:6680/mopidy/ws"));
        QCOMPARE(options.mopidys.at(1).id, "the-den");
        QCOMPARE(options.mopidys.at(1).name, "The den!");
        QVERIFY(!options.pulse);
        const auto followed = this->read("follow=Den=http://den:6681, Attic=http://10.0.0.2\n");
        QVERIFY(std::holds_alternative<Options>(followed));
        QCOMPARE(std::get<Options>(followed).followed.size(), 2);
        QCOMPARE(std::get<Options>(followed).followed.at(1).url, QUrl("http://10.0.0.2:6681"));
        const auto same = this->read({}, {"--follow", "a=http://x", "--follow", "A=http://y"});
        QVERIFY(std::get<App::Exit>(same).text.contains("twice"));
        QCOMPARE(std::get<Options>(this->read({})).pulse, QString());
        const auto twice = this->read({}, {"--mopidy", "a=ws://x/", "--mopidy", "A=ws://y/"});
        QVERIFY(std::get<App::Exit>(twice).text.contains("twice"));
    }

    void whatIsNoneOfTheChoicesIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::newRow("engine") << "engine" << "steam";
        QTest::newRow("replaygain") << "replaygain" << "loud";
        QTest::newRow("no number") << "preamp" << "much";
        QTest::newRow("not a number") << "preamp" << "nan";
        QTest::newRow("too much") << "preamp" << "15.1";
        QTest::newRow("too long") << "crossfade" << "12.5";
        QTest::newRow("backwards") << "crossfade" << "-1";
        QTest::newRow("unplugged") << "unplugged" << "cry";
        QTest::newRow("equalizer") << "equalizer" << "1,2,3";
        QTest::newRow("mopidy without a name") << "mopidy" << "ws://host:6680/mopidy/ws";
        QTest::newRow("mopidy of nothing") << "mopidy" << "!=ws://host:6680/mopidy/ws";
        QTest::newRow("mopidy elsewhere") << "mopidy" << "a=http://host:6680/mopidy/ws";
        QTest::newRow("follow without a name") << "follow" << "http://host:6681";
        QTest::newRow("follow a socket") << "follow" << "a=ws://host:6681";
        QTest::newRow("mopidy with a password") << "mopidy" << "a=ws://me:pw@host/mopidy/ws";
    }
    void whatIsNoneOfTheChoicesIsRefused()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, value);
        const auto read = this->read({}, {"--" + name, value});
        QVERIFY(std::holds_alternative<App::Exit>(read));
        const auto &exit = std::get<App::Exit>(read);
        QCOMPARE(exit.code, App::ExitCode::usage);
        QVERIFY2(exit.text.contains(name) && exit.text.contains(value), qPrintable(exit.text));
    }

    void tls_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("fault"); // empty: none
        const QString file = m_files.filePath("a.pem");
        QVERIFY(QFile(file).open(QIODevice::WriteOnly));
        const auto row = [](const char *name, const QStringList &arguments, const QString &fault) {
            QTest::newRow(name) << arguments << fault;
        };
        row("off", {"--tls", "off"}, {});
        row("own", {"--tls", "own"}, {});
        row("only", {"--tls", "only"}, {});
        row("files", {"--tls", "files", "--certificate", file, "--key", file}, {});
        row("only, with files", {"--tls", "only", "--certificate", file, "--key", file}, {});
        row("none of them", {"--tls", "on"}, "on is none of off, own, files and only");
        row("no files", {"--tls", "files"}, "--certificate");
        row("no key", {"--tls", "files", "--certificate", file}, "belong together");
        row("no certificate", {"--tls", "only", "--key", file}, "belong together");
        row("files for nothing", {"--certificate", file, "--key", file}, "--tls files");
        row("files beside its own", {"--tls", "own", "--certificate", file, "--key", file}, "--tls files");
        row("a file that is not there", {"--certificate", file + "x"}, file + "x");
        row("a folder", {"--key", m_files.path()}, m_files.path());
    }
    void tls()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, fault);
        const auto read = this->read({}, arguments);
        QCOMPARE(std::holds_alternative<Options>(read), fault.isEmpty());
        if (const auto *exit = std::get_if<App::Exit>(&read)) {
            QCOMPARE(exit->code, App::ExitCode::usage);
            QVERIFY2(exit->text.contains(fault), qPrintable(exit->text));
        }
    }

    void addressesToJoin_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("taken"); // empty: refused
        const QString pin = "#sha256=" + QString("0123456789abcdef").repeated(4);
        const auto row = [](const QString &given, const QString &taken) {
            QTest::newRow(qPrintable(given)) << given << taken;
        };
        row("ws://den:6681", "ws://den:6681");
        row("http://den:6681/", "ws://den:6681/");
        row("wss://den:6681", "wss://den:6681");
        row("https://den:6681/", "wss://den:6681/");
        row("wss://den:6681" + pin, "wss://den:6681" + pin);
        row("https://den:6681/" + pin, "wss://den:6681/" + pin);
        row("ws://den:6681" + pin, {});
        row("wss://den:6681" + pin.chopped(2), {});
        row("wss://den:6681#sha256=", {});
        row("wss://me:secret@den:6681", {});
        row("ftp://den", {});
        row("wss://", {});
    }
    void addressesToJoin()
    {
        QFETCH(const QString, given);
        QFETCH(const QString, taken);
        const auto read = this->read({}, {"--join", given});
        QCOMPARE(std::holds_alternative<Options>(read), !taken.isEmpty());
        if (!taken.isEmpty())
            QCOMPARE(std::get<Options>(read).join, (Sync::HubChoice{.address = QUrl(taken)}));
    }

    void aFolderOfTheFileMayBeAway()
    {
        const auto read = this->read("music=/disk/that/is/away, " + m_dir->path().toUtf8() + "\n");
        QVERIFY(std::holds_alternative<Options>(read));
        QCOMPARE(std::get<Options>(read).music, QStringList({"/disk/that/is/away", m_dir->path()}));
    }

    void aFolderOfTheCommandLineMayNot()
    {
        const auto read = this->read({}, {"--music", "/disk/that/is/away"});
        QVERIFY(std::holds_alternative<App::Exit>(read));
        QCOMPARE(std::get<App::Exit>(read).code, App::ExitCode::noInput);
    }

    void musicOfTheUser()
    {
        qputenv("HOME", m_dir->path().toUtf8());
        qputenv("XDG_CONFIG_HOME", m_dir->path().toUtf8());
        Options options;
        App::useMusicFolder(options);
        QCOMPARE(options.music, QStringList());
        QVERIFY(QDir(m_dir->path()).mkdir("Music"));
        QCOMPARE(App::musicFolder(), m_dir->filePath("Music"));
        App::useMusicFolder(options);
        QCOMPARE(options.music, QStringList(m_dir->filePath("Music")));
        options.music = QStringList("/other");
        App::useMusicFolder(options);
        QCOMPARE(options.music, QStringList("/other"));
    }
};

QTEST_GUILESS_MAIN(tst_OptionsOptions)
#include "tst_options_options.moc"
