// SPDX-License-Identifier: Apache-2.0
#include "app/settingsfile.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

class tst_OptionsSettingsfile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    [[nodiscard]] QString path() const { return m_dir.filePath("segue.conf"); }
    void write(const QByteArray &text) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    [[nodiscard]] QByteArray text() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void init() { QFile::remove(path()); }

    void changes_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QStringList>("values");
        QTest::addColumn<QByteArray>("after");
        const QStringList den("Den");
        QTest::newRow("no file") << QByteArray() << den << QByteArray("name=\"Den\"\n");
        QTest::newRow("the only one") << QByteArray("name=Attic\n") << den << QByteArray("name=\"Den\"\n");
        QTest::newRow("spaces") << QByteArray("  name = Attic\n") << den << QByteArray("name=\"Den\"\n");
        QTest::newRow("a comment") << QByteArray("; mine\nname=Attic\n; end\n") << den
                                   << QByteArray("; mine\nname=\"Den\"\n; end\n");
        QTest::newRow("a comment on its line") << QByteArray("name=Attic ; up there\nport=1\n") << den
                                               << QByteArray("name=\"Den\" ; up there\nport=1\n");
        QTest::newRow("commented out")
            << QByteArray("; name=Attic\n") << den << QByteArray("; name=Attic\nname=\"Den\"\n");
        QTest::newRow("what is newer")
            << QByteArray("dances=polka\nname=Attic\n") << den << QByteArray("dances=polka\nname=\"Den\"\n");
        QTest::newRow("no end of line")
            << QByteArray("port=1") << den << QByteArray("port=1\nname=\"Den\"\n");
        QTest::newRow("a section") << QByteArray("port=1\n[new]\nname=Other\n") << den
                                   << QByteArray("port=1\nname=\"Den\"\n[new]\nname=Other\n");
        QTest::newRow("only a section")
            << QByteArray("[new]\nname=Other\n") << den << QByteArray("name=\"Den\"\n[new]\nname=Other\n");
        QTest::newRow("general") << QByteArray("[new]\nx=1\n[General]\nname=Attic\n") << den
                                 << QByteArray("[new]\nx=1\n[General]\nname=\"Den\"\n");
        QTest::newRow("after a comment") << QByteArray("port=1 ; one\n; rest\n") << den
                                         << QByteArray("port=1 ; one\nname=\"Den\"\n; rest\n");
        QTest::newRow("twice") << QByteArray("name=A\nport=1\nname=B\n") << den
                               << QByteArray("name=\"Den\"\nport=1\n");
        QTest::newRow("over two lines")
            << QByteArray("name=\"At\ntic\"\nport=1\n") << den << QByteArray("name=\"Den\"\nport=1\n");
        QTest::newRow("continued") << QByteArray("name=At\\\ntic\nport=1\n") << den
                                   << QByteArray("name=\"Den\"\nport=1\n");
        QTest::newRow("several") << QByteArray("name=A\n") << QStringList({"A", "B, C"})
                                 << QByteArray("name=\"A\", \"B, C\"\n");
        QTest::newRow("none") << QByteArray("name=A\nport=1\n") << QStringList() << QByteArray("port=1\n");
        QTest::newRow("none of none") << QByteArray("port=1\n") << QStringList() << QByteArray("port=1\n");
        QTest::newRow("rubbish stays") << QByteArray("???\n\n\x01\xff\nname=A\n") << den
                                       << QByteArray("???\n\n\x01\xff\nname=\"Den\"\n");
    }
    void changes()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QStringList, values);
        QTEST(App::withSetting(before, "name", values), "after");
    }

    void isReadAsWritten_data()
    {
        QTest::addColumn<QStringList>("values");
        const auto row = [](const char *name, const QStringList &values) { QTest::newRow(name) << values; };
        row("plain", {"/home/me/Music"});
        row("two", {"/music/a", "/music/b"});
        row("commas", {"/music/a, b", "/c;d"});
        row("quotes", {"/music/\"quoted\"", "\\backslash\\"});
        row("at", {"@home", "@@", "@Invalid()", "x@y"});
        row("at alone", {"@home"});
        row("blanks", {" /music ", "\t"});
        row("lines", {"a\nb\r\nc"});
        row("codes", {QString("x\x01y\x02") + "7\x1f" + "face"});
        row("letters", {QString::fromUtf8("/Müsik/日本/🎵")});
        row("percent", {"%20", "50 % = x # [y]"});
    }
    void isReadAsWritten()
    {
        QFETCH(const QStringList, values);
        write("port=1\n; kept\nnewer\\thing=7\n");
        QCOMPARE(App::writeSetting(path(), "music", values), QString());
        QSettings settings(path(), QSettings::IniFormat);
        QCOMPARE(settings.value("music").toStringList(), values);
        QCOMPARE(settings.value("port").toInt(), 1);
        QCOMPARE(settings.value("newer/thing").toInt(), 7);
        QCOMPARE(settings.status(), QSettings::NoError);
        QCOMPARE(settings.allKeys().size(), 3);
        QVERIFY(text().contains("; kept"));
    }

    void isMadeWhereThereIsNone()
    {
        QCOMPARE(App::writeSetting(path(), "theme", {"dark"}), QString());
        QCOMPARE(text(), QByteArray("theme=\"dark\"\n"));
    }

    void saysWhyNot_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("no such folder") << m_dir.filePath("nowhere/segue.conf");
        QTest::newRow("a folder") << m_dir.filePath("folder");
        QTest::newRow("not to be written") << "/proc/version";
    }
    void saysWhyNot()
    {
        QFETCH(const QString, file);
        QDir(m_dir.path()).mkdir("folder");
        const QString fault = App::writeSetting(file, "name", {"Den"});
        QVERIFY2(fault.contains(file), qPrintable(fault));
        QCOMPARE(QDir(m_dir.filePath("folder")).count(), 2U);
    }

    void nothingIsLostWhereItFails()
    {
        write("port=1\n");
        QFile::setPermissions(path(), QFile::ReadOwner);
        if (QFile file(path()); file.open(QIODevice::ReadWrite))
            QSKIP("Nothing is unwritable for root.");
        QVERIFY(!App::writeSetting(path(), "name", {"Den"}).isEmpty());
        QCOMPARE(text(), QByteArray("port=1\n"));
    }
};

QTEST_GUILESS_MAIN(tst_OptionsSettingsfile)
#include "tst_options_settingsfile.moc"
