// SPDX-License-Identifier: Apache-2.0
#include "support/lan/neighbours.h"
#include "support/waiting.h"

#include "sync/discovery/announcement.h"
#include "sync/discovery/browser.h"

#include <QRegularExpression>
#include <QSignalSpy>

using namespace Sync::Discovery;
using Testing::Machine;

#undef QTRY_COMPARE
#define QTRY_COMPARE(expression, expected)                                                                   \
    QTRY_COMPARE_WITH_TIMEOUT((expression), expected, Testing::networkPatienceMs)

namespace {

Service service(const QString &name, const QString &id = "attic-id", quint16 port = 6681)
{
    return {.name = name, .port = port, .facts = {.id = id, .version = "0.1.0"}};
}

QStringList names(const Browser &browser)
{
    QStringList names;
    for (const FoundHub &hub : browser.hubs())
        names.append(hub.name);
    return names;
}

} // namespace

/// Hubs that find each other: two machines with a bus and an Avahi each, and a cable between them.
class tst_Discovery : public QObject
{
    Q_OBJECT

    Testing::Neighbours m_network{"192.168.79", Machine::Where::Apart};
    Machine &m_attic = m_network.attic();
    Machine &m_den = m_network.den();
    int m_buses = 0;

    QDBusConnection bus(const Machine &machine)
    {
        return QDBusConnection::connectToBus(machine.busAddress(), QString("bus %1").arg(++m_buses));
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_network.start(), qPrintable(m_network.why())); }

    void comingAndGoing()
    {
        Avahi here(bus(m_attic));
        Avahi there(bus(m_den));
        const Browser browser(there, "den-id");
        Announcement announcement(here);
        announcement.announce(service("Attic"));
        QTRY_COMPARE(names(browser), QStringList("Attic"));
        QCOMPARE(announcement.name(), "Attic");
        const FoundHub &hub = browser.hubs().first();
        QCOMPARE(hub.id, "attic-id");
        QCOMPARE(hub.port, 6681);
        QCOMPARE(hub.facts, (HubFacts{.id = "attic-id", .version = "0.1.0"}));
        QTRY_COMPARE(browser.hubs().first().addresses.first(), QHostAddress(m_attic.address()));
        QTRY_VERIFY(browser.isComplete());

        announcement.announce(service("Cellar", "attic-id", 7000));
        QTRY_COMPARE(names(browser), QStringList("Cellar"));
        QTRY_COMPARE(browser.hubs().first().port, 7000);
        announcement.withdraw();
        QTRY_COMPARE(names(browser), QStringList());
    }

    void itsCertificateIsTold()
    {
        Avahi here(bus(m_attic));
        Avahi there(bus(m_den));
        const Browser browser(there, "den-id");
        Announcement announcement(here);
        Service secure = service("Attic");
        secure.facts.tls = true;
        secure.facts.fingerprint = QByteArray(32, '\xa7');
        announcement.announce(secure);
        QTRY_COMPARE(names(browser), QStringList("Attic"));
        QCOMPARE(browser.hubs().first().facts, secure.facts);
    }

    void theOwnHubIsNoneOfTheOthers()
    {
        Avahi here(bus(m_attic));
        Avahi there(bus(m_den));
        const Browser atHome(here, "attic-id");
        const Browser elsewhere(there, "den-id");
        Announcement attic(here);
        attic.announce(service("Attic"));
        Announcement den(there);
        den.announce(service("Den", "den-id"));
        QTRY_COMPARE(names(atHome), QStringList("Den"));
        QTRY_COMPARE(names(elsewhere), QStringList("Attic"));
    }

    void twoOfAName_data()
    {
        QTest::addColumn<bool>("sameMachine");
        QTest::newRow("of one machine") << true;
        QTest::newRow("of the network") << false;
    }
    void twoOfAName()
    {
        QFETCH(const bool, sameMachine);
        Avahi here(bus(m_attic));
        Avahi there(bus(sameMachine ? m_attic : m_den));
        Announcement first(here);
        first.announce(service("Segue"));
        QTRY_COMPARE(first.name(), "Segue");
        Announcement second(there);
        second.announce(service("Segue", "other-id"));
        QTRY_COMPARE(second.name(), "Segue #2");
        Avahi looking(bus(m_den));
        const Browser browser(looking, {});
        QTRY_COMPARE(names(browser), QStringList({"Segue", "Segue #2"}));
    }

    void avahiIsStartedAgain()
    {
        Avahi here(bus(m_attic));
        Avahi there(bus(m_den));
        const Browser browser(there, "den-id");
        Announcement announcement(here);
        announcement.announce(service("Attic"));
        QTRY_COMPARE(names(browser), QStringList("Attic"));
        m_attic.stopAvahi();
        QTRY_COMPARE(announcement.name(), QString());
        QTRY_COMPARE(names(browser), QStringList());
        QVERIFY2(m_attic.startAvahi(), qPrintable(m_attic.why()));
        QTRY_COMPARE(names(browser), QStringList("Attic"));
        m_den.stopAvahi();
        QTRY_COMPARE(names(browser), QStringList());
        QVERIFY2(m_den.startAvahi(), qPrintable(m_den.why()));
        QTRY_COMPARE(names(browser), QStringList("Attic"));
    }

    void avahiComesLater()
    {
        m_attic.stopAvahi();
        QTest::ignoreMessage(QtInfoMsg, QRegularExpression("Avahi does not run here"));
        Avahi here(bus(m_attic));
        Announcement announcement(here);
        announcement.announce(service("Attic"));
        const QSignalSpy absent(&here, &Avahi::absent);
        QTRY_COMPARE(absent.size(), 1);
        QVERIFY(!here.isRunning());
        QVERIFY2(m_attic.startAvahi(), qPrintable(m_attic.why()));
        Avahi there(bus(m_den));
        const Browser browser(there, "den-id");
        QTRY_COMPARE(names(browser), QStringList("Attic"));
    }

    void thereIsNoBus()
    {
        QTest::ignoreMessage(QtInfoMsg, QRegularExpression("no D-Bus system bus"));
        Avahi nowhere(QDBusConnection::connectToBus("unix:path=/nowhere", "none"));
        Announcement announcement(nowhere);
        announcement.announce(service("Attic"));
        const Browser browser(nowhere, {});
        QVERIFY(!nowhere.isRunning());
        QCOMPARE(announcement.name(), QString());
    }
};

QTEST_GUILESS_MAIN(tst_Discovery)
#include "tst_discovery.moc"
