// SPDX-License-Identifier: Apache-2.0
#include "support/hub/nativeclient.h"
#include "support/program/runningprogram.h"
#include "support/waiting.h"

#include "sync/store/database.h"

#include <QDir>
#include <QFile>
#include <QSqlQuery>
#include <QTcpServer>
#include <QTemporaryDir>

using namespace Testing;
using namespace std::chrono_literals;
namespace Native = Sync::Native;

/// How the program starts, and how it refuses to.
class tst_Startup : public QObject
{
    Q_OBJECT

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    static QStringList basics(const QTemporaryDir &data)
    {
        return {"--port", "0", "--data-dir", data.path(), "--music", data.path(), "--no-audio"};
    }

private Q_SLOTS:
    void refusals_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("sentence");

        QTest::addRow("unknown option") << QStringList{"--dance"} << 64 << QByteArray("dance");
        QTest::addRow("stray word") << QStringList{"polka"} << 64 << QByteArray("polka");
        QTest::addRow("no port") << QStringList{"--port", "99999"} << 64 << QByteArray("99999 is not a port");
        QTest::addRow("no address") << QStringList{"--bind", "den"} << 64
                                    << QByteArray("den is not an IP address");
        QTest::addRow("no store") << QStringList{"--store", "shelf"} << 64
                                  << QByteArray("neither memory nor sqlite");
        QTest::addRow("no hub") << QStringList{"--join", "ftp://x"} << 64
                                << QByteArray("not an address like ws://");
        QTest::addRow("empty name") << QStringList{"--name", " "} << 64 << QByteArray("a name has");
        QTest::addRow("no folder") << QStringList{"--music", "/nowhere/at/all"} << 66
                                   << QByteArray("the folder /nowhere/at/all cannot be read");
        QTest::addRow("data in a file") << QStringList{"--data-dir", "/proc/version/x"} << 73
                                        << QByteArray("The data directory /proc/version/x cannot be made");
    }

    void refusals()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, sentence);
        const QTemporaryDir data;
        if (!arguments.contains("--data-dir"))
            arguments += QStringList{"--data-dir", data.path()};
        RunningProgram program;

        program.start("segued", arguments);

        QCOMPARE(program.waitForEnd(), code);
        QVERIFY2(program.log().contains(sentence), program.log());
        QCOMPARE(program.log().count('\n'), 1);
        QCOMPARE(program.output(), QByteArray());
    }

    void helpAndVersion()
    {
        RunningProgram program;
        program.start("segued", {"--help"});
        QCOMPARE(program.waitForEnd(), 0);
        for (const char *option :
             {"--music", "--port", "--bind", "--data-dir", "--store", "--name", "--join", "--no-audio"})
            QVERIFY2(program.output().contains(option), option);
        program.start("segued", {"--version"});
        QCOMPARE(program.waitForEnd(), 0);
        QVERIFY(program.output().startsWith("segue "));
    }

    void occupiedPort()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const QTemporaryDir data;
        RunningProgram program;
        program.start("segued",
                      {"--data-dir", data.path(), "--music", data.path(), "--port",
                       QString::number(other.serverPort())});
        QCOMPARE(program.waitForEnd(), 69);
        QVERIFY2(program.log().contains("Cannot listen on 127.0.0.1 port"), program.log());
    }

    void occupiedDataDirectory()
    {
        const QTemporaryDir data;
        RunningProgram first;
        first.start("segued", basics(data));
        QVERIFY(first.ready().isValid());
        RunningProgram second;
        second.start("segued", basics(data));
        QCOMPARE(second.waitForEnd(), 69);
        QVERIFY2(second.log().contains("Another Segue uses the data directory"), second.log());
        QCOMPARE(first.terminate(), 0);
    }

    void settingsFile()
    {
        const QTemporaryDir data;
        write(data.filePath("segue.conf"),
              "name=From the file\nport=0\nno-audio=true\nmusic=" + data.path().toUtf8() + "\n");
        RunningProgram program;
        program.start("segued", {"--data-dir", data.path()});
        NativeClient client;
        client.open(program.readyPort());
        QTRY_VERIFY(client.last<Native::Hello>());
        QCOMPARE(client.last<Native::Hello>()->name, "From the file");
    }

    void wrongSetting()
    {
        const QTemporaryDir data;
        write(data.filePath("segue.conf"), "prot=7\n");
        RunningProgram program;
        program.start("segued", basics(data));
        QCOMPARE(program.waitForEnd(), 78);
        QVERIFY2(program.log().contains("there is no setting \"prot\""), program.log());
    }

    void damagedDatabases_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addRow("catalogue") << "catalogue.sqlite";
        QTest::addRow("personal") << "personal.sqlite";
    }

    void damagedDatabases()
    {
        QFETCH(QString, name);
        const QTemporaryDir data;
        const QByteArray rubbish(100'000, 'x');
        write(data.filePath(name), rubbish);
        RunningProgram program;
        program.start("segued", basics(data));

        QVERIFY2(program.ready().isValid(), program.log());
        QVERIFY2(program.log().contains("damaged"), program.log());
        const QStringList aside = QDir(data.path()).entryList({name + ".damaged-*"});
        QCOMPARE(aside.size(), 1);
        QFile kept(data.filePath(aside.first()));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), rubbish);
    }

    void databasesOfANewerSegue_data() { damagedDatabases_data(); }

    void databasesOfANewerSegue()
    {
        QFETCH(QString, name);
        const QTemporaryDir data;
        const QString path = data.filePath(name);
        {
            const Sync::Database newer(path, {});
            QSqlQuery query(newer.handle());
            QVERIFY(query.exec("CREATE TABLE later (what TEXT)"));
            QVERIFY(query.exec("PRAGMA user_version = 1000"));
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        RunningProgram program;
        program.start("segued", basics(data));

        QCOMPARE(program.waitForEnd(), 65);
        QVERIFY2(program.log().contains(name.toUtf8() + " was written by a newer Segue"), program.log());
        QVERIFY(file.seek(0));
        QCOMPARE(file.readAll(), before);
        QCOMPARE(QDir(data.path()).entryList({"*damaged*"}), QStringList());
    }

    void damagedPersonalDatabaseComesBack()
    {
        const QTemporaryDir data;
        RunningProgram program;
        program.start("segued", basics(data));
        {
            NativeClient client;
            client.open(program.readyPort());
            client.join("player");
            client.say(Native::Play{.trackId = 77, .context = {.fromIs = "album", .fromIsId = 5}});
            QTRY_VERIFY(client.player());
            client.say(
                Native::Leave{.connection = client.last<Native::Hello>()->connection, .position = 12s});
            QTRY_COMPARE(client.count<Native::Left>(), 1);
        }
        QCOMPARE(program.terminate(), 0);
        for (const char *leftover : {"personal.sqlite-wal", "personal.sqlite-shm"})
            QFile::remove(data.filePath(leftover));
        write(data.filePath("personal.sqlite"), QByteArray(50'000, '?'));

        program.start("segued", basics(data));
        NativeClient client;
        client.open(program.readyPort());
        client.join("player");
        QVERIFY2(program.waitForLog("the backup"), program.log());
        QTRY_VERIFY(client.player());
        QCOMPARE(client.player()->trackId, Sync::TrackId(77));
    }

    void tokens()
    {
        const QTemporaryDir data;
        RunningProgram program;
        program.start("segued", {"--data-dir", data.path(), "--grant", "anna"});
        QCOMPARE(program.waitForEnd(), 0);
        const QByteArray token = program.output().trimmed();
        QCOMPARE(token.size(), 43); // 256 bits in base64
        // The profile was made with it; another token is for the same one, and a program may play as it.
        program.start("segued", {"--data-dir", data.path(), "--grant", "ANNA"});
        QCOMPARE(program.waitForEnd(), 0);
        program.start("segued", basics(data) + QStringList{"--profile", "Anna"});
        NativeClient anna;
        NativeClient here;
        const quint16 port = program.readyPort();
        anna.open(port, token);
        here.open(port);
        QTRY_VERIFY(anna.last<Native::Hello>() && here.last<Native::Hello>());
        QVERIFY(anna.last<Native::Hello>()->user != here.last<Native::Hello>()->user);
        anna.join("phone");
        QTRY_COMPARE(anna.last<Native::Devices>().value_or(Native::Devices()).devices.size(),
                     2); // the program
    }

    void profileThatIsNot()
    {
        const QTemporaryDir data;
        RunningProgram program;
        program.start("segued", basics(data) + QStringList{"--profile", "nobody"});
        QCOMPARE(program.waitForEnd(), 64);
        QVERIFY2(program.log().contains("there is no profile nobody"), program.log());
        write(data.filePath("segue.conf"), "profile=nobody\n");
        program.start("segued", basics(data)); // it was there once
        QVERIFY2(program.readyPort() != 0, program.log());
    }
};

QTEST_GUILESS_MAIN(tst_Startup)
#include "tst_startup.moc"
