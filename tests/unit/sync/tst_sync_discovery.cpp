// SPDX-License-Identifier: Apache-2.0
#include "sync/discovery/addresses.h"
#include "sync/discovery/foundhub.h"
#include "sync/tls/fingerprint.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sync::Discovery;

namespace {

Interface interface(const QString &name, const QStringList &addresses, bool up = true, bool tunnel = false)
{
    Interface made{.index = int(qHash(name) % 1000) + 1, .name = name, .up = up, .pointToPoint = tunnel};
    for (const QString &address : addresses)
        made.addresses.append(QHostAddress(address));
    return made;
}

QStringList texts(const QList<QHostAddress> &addresses)
{
    QStringList texts;
    for (const QHostAddress &address : addresses)
        texts.append(address.toString());
    return texts;
}

Sighting sighting(const QString &id, const QString &name, const QString &address,
                  const QString &interface = "eth0", quint16 port = 6681)
{
    return {.name = name,
            .interface = interface,
            .address = QHostAddress(address),
            .port = port,
            .facts = {.id = id, .version = "1"}};
}

FoundHub hub(const QString &id, const QString &name)
{
    return {.id = id, .name = name, .addresses = {QHostAddress("10.0.0.1")}, .port = 1, .facts = {.id = id}};
}

/// A fingerprint of one byte, again and again.
QByteArray print(char byte) { return QByteArray(32, byte); }
QString pin(char byte) { return "#" + Sync::Tls::fragmentOf(print(byte)); }

QString outcome(const std::variant<FoundHub, SeveralHubs, NoHub> &choice)
{
    if (const auto *found = std::get_if<FoundHub>(&choice))
        return found->id;
    if (const auto *several = std::get_if<SeveralHubs>(&choice))
        return "several: " + several->names.join(", ");
    return "none";
}

} // namespace

/// Which addresses others use, and which hubs are on the network: rules over values.
class tst_SyncDiscovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whereAHubIsReached_data()
    {
        QTest::addColumn<QString>("bound");
        QTest::addColumn<QStringList>("reached");
        const QStringList all{"192.168.1.5", "10.0.0.5", "2001:db8::5", "100.64.0.5"};
        QTest::newRow("everywhere") << "any" << all;
        QTest::newRow("by IPv4") << "0.0.0.0" << QStringList{"192.168.1.5", "10.0.0.5", "100.64.0.5"};
        QTest::newRow("by IPv6") << "::" << QStringList{"2001:db8::5"};
        QTest::newRow("this machine") << "127.0.0.1" << QStringList();
        QTest::newRow("this machine by IPv6") << "::1" << QStringList();
        QTest::newRow("one that was named") << "192.168.1.5" << QStringList{"192.168.1.5"};
        QTest::newRow("named, though a bridge's") << "172.17.0.1" << QStringList{"172.17.0.1"};
        QTest::newRow("named, though link-local") << "169.254.3.4" << QStringList{"169.254.3.4"};
    }
    void whereAHubIsReached()
    {
        QFETCH(const QString, bound);
        const QList<Interface> interfaces{
            interface("lo", {"127.0.0.1", "::1"}),
            interface("tun0", {"100.64.0.5"}, true, true),
            interface("docker0", {"172.17.0.1"}),
            interface("br-0123456789ab", {"172.18.0.1"}),
            interface("virbr0", {"192.168.122.1"}),
            interface("eth0", {"2001:db8::5", "fe80::5", "192.168.1.5", "169.254.3.4"}),
            interface("wlan0", {"10.0.0.5"}),
            interface("eth1", {"192.168.7.5"}, false),
        };
        const QHostAddress address = bound == "any" ? QHostAddress(QHostAddress::Any)
            : bound == "0.0.0.0"                    ? QHostAddress(QHostAddress::AnyIPv4)
            : bound == "::"                         ? QHostAddress(QHostAddress::AnyIPv6)
                                                    : QHostAddress(bound);
        QTEST(texts(reachableAddresses(interfaces, address)), "reached");
    }

    void whereThisMachineReachesIt()
    {
        QCOMPARE(localAddress(QHostAddress(QHostAddress::Any)), QHostAddress("127.0.0.1"));
        QCOMPARE(localAddress(QHostAddress(QHostAddress::AnyIPv6)), QHostAddress("::1"));
        QCOMPARE(localAddress(QHostAddress("::1")), QHostAddress("::1"));
        QCOMPARE(localAddress(QHostAddress("192.168.1.5")), QHostAddress("192.168.1.5"));
    }

    void bridges_data()
    {
        QTest::addColumn<bool>("isOne");
        for (const char *name : {"docker0", "br-0123456789ab", "virbr0", "lxcbr0", "podman1", "vboxnet0"})
            QTest::newRow(name) << true;
        for (const char *name : {"eth0", "br0", "br-lan", "wlan0", "enp3s0", "docker", "bridge0"})
            QTest::newRow(name) << false;
    }
    void bridges() { QTEST(isBridge(QString(QTest::currentDataTag())), "isOne"); }

    void addressesInUrls()
    {
        QCOMPARE(urlOf("http"_L1, QHostAddress("192.168.1.5"), 6681).toString(), "http://192.168.1.5:6681/");
        QCOMPARE(urlOf("ws"_L1, QHostAddress("2001:db8::5"), 80).toString(), "ws://[2001:db8::5]:80/");
    }

    void interfaces()
    {
        const QList<Interface> two{interface("a", {"10.0.0.1"}), interface("b", {"10.0.0.2", "10.0.0.3"})};
        QCOMPARE(interfaceOf(two, QHostAddress("10.0.0.3")), two.at(1).index);
        QCOMPARE(interfaceOf(two, QHostAddress("10.0.0.4")), 0);
        QCOMPARE(interfaceOf(two, QHostAddress(QHostAddress::Any)), 0);
    }

    void factsTravel_data()
    {
        QTest::addColumn<bool>("tls");
        QTest::addColumn<QByteArray>("fingerprint");
        QTest::newRow("plain") << false << QByteArray();
        QTest::newRow("TLS") << true << QByteArray();
        QTest::newRow("TLS and its certificate") << true << print('\xa7');
    }
    void factsTravel()
    {
        QFETCH(const bool, tls);
        QFETCH(const QByteArray, fingerprint);
        const HubFacts facts{
            .id = "7d-1", .version = "0.1.0", .path = "/sync", .tls = tls, .fingerprint = fingerprint};
        QCOMPARE(factsFrom(txtOf(facts)), facts);
        QCOMPARE(txtOf(facts).contains("tls=1"), tls);
        QCOMPARE(txtOf(facts).contains("sha256=" + fingerprint.toHex()), !fingerprint.isEmpty());
    }

    void factsOfOthers_data()
    {
        QTest::addColumn<QByteArrayList>("txt");
        QTest::addColumn<QString>("id");
        QTest::newRow("the least") << QByteArrayList{"id=a"} << "a";
        QTest::newRow("no case, unknown keys") << QByteArrayList{"ID=a", "colour=red", "flag"} << "a";
        QTest::newRow("the first counts") << QByteArrayList{"id=a", "id=b"} << "a";
        QTest::newRow("none") << QByteArrayList() << QString();
        QTest::newRow("no id") << QByteArrayList{"version=1"} << QString();
        QTest::newRow("an empty id") << QByteArrayList{"id="} << QString();
        QTest::newRow("an id that is a path") << QByteArrayList{"id=../a"} << QString();
        QTest::newRow("too long") << QByteArrayList{"id=" + QByteArray(65, 'a')} << QString();
        QTest::newRow("a path that is none") << QByteArrayList{"id=a", "path=sync"} << QString();
        QTest::newRow("no fingerprint") << QByteArrayList{"id=a", "tls=1", "sha256=ab"} << QString();
        QTest::newRow("none without TLS") << QByteArrayList{"id=a", "sha256=ab"} << "a";
    }
    void factsOfOthers()
    {
        QFETCH(const QByteArrayList, txt);
        const auto facts = factsFrom(txt);
        QTEST(facts ? facts->id : QString(), "id");
    }

    void namesAreCut_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("cut");
        QTest::newRow("short") << "Attic" << "Attic";
        QTest::newRow("as long as can be") << QString(63, 'a') << QString(63, 'a');
        QTest::newRow("longer") << QString(64, 'a') << QString(63, 'a');
        QTest::newRow("between characters") << QString(40, u'ä') << QString(31, u'ä');
        const QString note = QString::fromUtf8("\xF0\x9F\x8E\xB5");
        QTest::newRow("beyond 16 bits") << note.repeated(16) << note.repeated(15);
    }
    void namesAreCut()
    {
        QFETCH(const QString, name);
        QTEST(serviceName(name), "cut");
    }

    void theBestAddressFirst_data()
    {
        QTest::addColumn<QStringList>("seen"); // "ADDRESS INTERFACE"
        QTest::addColumn<QStringList>("addresses");
        QTest::newRow("IPv4 before IPv6")
            << QStringList{"2001:db8::1 eth0", "10.0.0.1 eth0"} << QStringList{"10.0.0.1", "2001:db8::1"};
        QTest::newRow("link-local last")
            << QStringList{"fe80::1 eth0", "169.254.0.1 eth0", "2001:db8::1 eth0"}
            << QStringList{"2001:db8::1", "169.254.0.1", "fe80::1"};
        QTest::newRow("no bridge before")
            << QStringList{"172.17.0.2 docker0", "10.0.0.1 eth0"} << QStringList{"10.0.0.1", "172.17.0.2"};
        QTest::newRow("itself last") << QStringList{"127.0.0.1 lo", "fe80::1 eth0"}
                                     << QStringList{"fe80::1", "127.0.0.1"};
        QTest::newRow("each once") << QStringList{"10.0.0.1 eth0", "10.0.0.1 wlan0"}
                                   << QStringList{"10.0.0.1"};
    }
    void theBestAddressFirst()
    {
        QFETCH(const QStringList, seen);
        QList<Sighting> sightings;
        for (const QString &one : seen)
            sightings.append(sighting("a", "Attic", one.section(' ', 0, 0), one.section(' ', 1)));
        const QList<FoundHub> hubs = hubsAmong(sightings, {});
        QCOMPARE(hubs.size(), 1);
        QTEST(texts(hubs.first().addresses), "addresses");
    }

    void hubsAreTold()
    {
        const QList<FoundHub> hubs =
            hubsAmong({sighting("b", "Den", "10.0.0.2"), sighting("me", "Desk", "10.0.0.3"),
                       sighting("a", "Attic", "10.0.0.1"), sighting("b", "Cellar", "10.0.0.2", "eth0", 7000),
                       sighting("c", "Nowhere", "10.0.0.9", "eth0", 0)},
                      "me");
        QCOMPARE(hubs.size(), 2);
        QCOMPARE(hubs.at(0).name, "Attic");
        QCOMPARE(hubs.at(1).name, "Cellar"); // it was renamed, and started again
        QCOMPARE(hubs.at(1).urlAt(hubs.at(1).addresses.first()).toString(), "ws://10.0.0.2:7000/");
    }

    void theWayIn_data()
    {
        QTest::addColumn<bool>("tls");
        QTest::addColumn<QByteArray>("fingerprint");
        QTest::addColumn<QString>("known");
        QTest::addColumn<QStringList>("ways");
        const auto row = [](const char *name, bool tls, const QByteArray &fingerprint, const QString &known,
                            const QStringList &ways) {
            QTest::newRow(name) << tls << fingerprint << known << ways;
        };
        const QByteArray none;
        const QStringList plain{"ws://10.0.0.1:7000/", "ws://10.0.0.2:7000/"};
        const QString secure = "wss://10.0.0.1:7000/";
        const QString other = "wss://10.0.0.2:7000/";
        row("plain", false, none, "", plain);
        row("plain, and let in before", false, none, "ws://10.0.0.9:6681/", plain);
        row("nobody tells its certificate", true, none, "", {secure, other});
        row("first sight", true, print('a'), "", {secure + pin('a'), other + pin('a')});
        row("it was plain", true, print('a'), "ws://10.0.0.9:6681/", {secure + pin('a'), other + pin('a')});
        row("as before", true, print('a'), "wss://10.0.0.9:6681/" + pin('a'),
            {secure + pin('a'), other + pin('a')});
        row("another certificate", true, print('b'), "wss://10.0.0.9:6681/" + pin('a'),
            {secure + pin('a'), other + pin('a')});
        row("no TLS any more", false, none, "wss://10.0.0.9:6681/" + pin('a'),
            {secure + pin('a'), other + pin('a')});
        row("somebody vouches for its name", true, print('b'), "wss://den.example:6681/",
            {"wss://den.example:6681/"});
    }
    void theWayIn()
    {
        QFETCH(const bool, tls);
        QFETCH(const QByteArray, fingerprint);
        QFETCH(const QString, known);
        FoundHub found = hub("a", "Attic");
        found.addresses = {QHostAddress("10.0.0.1"), QHostAddress("10.0.0.2")};
        found.port = 7000;
        found.facts.tls = tls;
        found.facts.fingerprint = fingerprint;
        QStringList ways;
        for (const QUrl &way : waysInto(found, QUrl(known)))
            ways.append(way.toString());
        QTEST(ways, "ways");
    }

    void choosing_data()
    {
        QTest::addColumn<QStringList>("there"); // "ID NAME"
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("outcome");
        const QStringList two{"1 Attic", "2 Den"};
        QTest::newRow("nobody") << QStringList() << "" << "none";
        QTest::newRow("the only one") << QStringList{"1 Attic"} << "" << "1";
        QTest::newRow("several") << two << "" << "several: Attic, Den";
        QTest::newRow("by name") << two << "den" << "2";
        QTest::newRow("by id") << two << "1" << "1";
        QTest::newRow("not there") << two << "Cellar" << "none";
        QTest::newRow("two of a name") << QStringList{"1 Den", "2 Den"} << "Den" << "several: Den, Den";
        QTest::newRow("an id before a name") << QStringList{"1 2", "2 Den"} << "2" << "2";
    }
    void choosing()
    {
        QFETCH(const QStringList, there);
        QFETCH(const QString, wanted);
        QList<FoundHub> hubs;
        for (const QString &one : there)
            hubs.append(hub(one.section(' ', 0, 0), one.section(' ', 1)));
        QTEST(outcome(choose(hubs, wanted)), "outcome");
    }
};

QTEST_GUILESS_MAIN(tst_SyncDiscovery)
#include "tst_sync_discovery.moc"
