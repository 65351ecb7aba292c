// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/radiocontroller.h"

#include <QTemporaryDir>
#include <QTest>

using Desktop::RadioController;

class tst_DesktopRadio : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RadioController> m_radio;

    [[nodiscard]] const QList<Desktop::Entry> &entries() const
    {
        return qobject_cast<Desktop::EntryModel *>(m_radio->stations())->entries();
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (const Desktop::Entry &entry : entries())
            names.append(entry.name);
        return names;
    }
    [[nodiscard]] QString id(int row) const { return QString::number(entries().at(row).id); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_radio = std::make_unique<RadioController>(m_folder->path());
    }
    void cleanup() { m_radio.reset(); }

    void stationsComeAndGo()
    {
        QCOMPARE(m_radio->save({}, "One", "http://one.invalid/live"), QString());
        QCOMPARE(m_radio->save({}, "", "https://two.invalid"), QString());
        QCOMPARE(names(), (QStringList{"One", "two.invalid"}));
        QCOMPARE(entries().at(0).detail, "http://one.invalid/live");
        QCOMPARE(m_radio->save(id(0), "Uno", "http://one.invalid/live"), QString());
        QCOMPARE(names(), (QStringList{"Uno", "two.invalid"}));
        QCOMPARE(m_radio->save(id(0), "Three", "http://three.invalid/"), QString());
        QCOMPARE(names(), (QStringList{"Three", "two.invalid"}));
        m_radio->move(id(0), 1);
        QCOMPARE(names(), (QStringList{"two.invalid", "Three"}));
        m_radio->remove(id(0));
        QCOMPARE(names(), QStringList{"Three"});
        for (const char *before :
             {"two.invalid Three", "Three two.invalid", "Uno two.invalid", "One two.invalid", "One", ""}) {
            QVERIFY(m_radio->canUndo());
            m_radio->undo();
            QCOMPARE(names().join(' '), before);
        }
        QVERIFY(!m_radio->canUndo());
    }

    void anAddressThatIsTaken()
    {
        m_radio->save({}, "One", "http://one.invalid/");
        m_radio->save({}, "Two", "http://two.invalid/");
        m_radio->save(id(0), "Both", "http://two.invalid/");
        QCOMPARE(names(), QStringList{"Both"});
        m_radio->undo();
        QCOMPARE(names(), (QStringList{"One", "Two"}));
    }

    void badAddresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addRow("nothing") << "";
        QTest::addRow("words") << "my station";
        QTest::addRow("file") << "file:///etc/passwd";
        QTest::addRow("password") << "http://me:secret@radio.invalid/";
        QTest::addRow("no host") << "http:///live";
    }
    void badAddresses()
    {
        QFETCH(QString, address);
        QVERIFY(!m_radio->save({}, "X", address).isEmpty());
        QVERIFY(names().isEmpty());
        QVERIFY(!m_radio->canUndo());
    }
};

QTEST_GUILESS_MAIN(tst_DesktopRadio)
#include "tst_desktop_radio.moc"
