// SPDX-License-Identifier: Apache-2.0
#include "sync/link/link.h"
#include "sync/tls/fingerprint.h"

#include "support/hub/testhub.h"
#include "support/hub/tlsidentity.h"
#include "support/waiting.h"

#include <QSignalSpy>
#include <QSslCertificate>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace Sync;
using namespace Testing;

namespace {

QString reasonIn(const QSignalSpy &faulted)
{
    return faulted.isEmpty() ? QString() : faulted.last().first().value<Native::Fault>().reason;
}

/// Another port of a hub, which knows how often somebody has come.
class Doorway
{
public:
    explicit Doorway(quint16 hub)
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this, hub] {
            ++m_visits;
            QTcpSocket *outside = m_server.nextPendingConnection();
            auto *inside = new QTcpSocket(outside);
            QObject::connect(outside, &QTcpSocket::readyRead, inside,
                             [=] { inside->write(outside->readAll()); });
            QObject::connect(inside, &QTcpSocket::readyRead, outside,
                             [=] { outside->write(inside->readAll()); });
            QObject::connect(inside, &QTcpSocket::disconnected, outside, &QTcpSocket::disconnectFromHost);
            QObject::connect(outside, &QTcpSocket::disconnected, outside, &QObject::deleteLater);
            inside->connectToHost(QHostAddress::LocalHost, hub);
        });
    }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] int visits() const { return m_visits; }

private:
    QTcpServer m_server;
    int m_visits = 0;
};

} // namespace

/// Which certificates a device takes.
class tst_HubPins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_identity = tlsIdentity(m_folder.path());
        m_other = tlsIdentity(m_otherFolder.path());
    }

    void cleanup() { QSslConfiguration::setDefaultConfiguration(m_usual); }

    void theRightFingerprint()
    {
        TestHub hub(m_identity, {});
        Link link({.id = "desk", .name = "Desk"});
        link.open(pinnedAddress(hub.port(), m_identity.fingerprint));
        QTRY_VERIFY(link.isConnected());
        link.send(Native::Play{.trackId = 2, .context = {.fromIs = "album", .fromIsId = 7}});
        QTRY_VERIFY(link.state()->player);
    }

    void anotherFingerprint()
    {
        TestHub hub(m_identity, {});
        const Doorway doorway(hub.port());
        Link link({.id = "desk", .name = "Desk"});
        QSignalSpy faulted(&link, &Link::faulted);
        link.open(pinnedAddress(doorway.port(), m_other.fingerprint));
        QTRY_COMPARE(faulted.size(), 1);
        QVERIFY2(reasonIn(faulted).contains(Tls::fingerprintText(m_identity.fingerprint)),
                 qPrintable(reasonIn(faulted)));
        QTRY_VERIFY(doorway.visits() >= 4); // so three attempts were in vain, and it was said once
        QCOMPARE(faulted.size(), 1);
        QVERIFY(!link.isConnected());
        QVERIFY(!link.hub());
        QCOMPARE(webSocketClients(hub.port()), 0);
    }

    void aFingerprintThatCannotBeRead()
    {
        TestHub hub(m_identity, {});
        Link link({.id = "desk", .name = "Desk"});
        QSignalSpy faulted(&link, &Link::faulted);
        link.open(QUrl(QString("wss://127.0.0.1:%1#sha256=").arg(hub.port())));
        QTRY_COMPARE(faulted.size(), 1);
        QVERIFY(!link.isConnected());
    }

    void nobodyVouches()
    {
        TestHub hub(m_identity, {});
        Link link({.id = "desk", .name = "Desk"});
        QSignalSpy faulted(&link, &Link::faulted);
        link.open(QUrl(QString("wss://127.0.0.1:%1").arg(hub.port())));
        QTRY_COMPARE(faulted.size(), 1);
        QVERIFY2(reasonIn(faulted).contains("#sha256="), qPrintable(reasonIn(faulted)));
        QVERIFY(!link.isConnected());
    }

    void whoThisSystemTrustsNeedsNoFingerprint()
    {
        trust(m_identity);
        TestHub hub(m_identity, {});
        Link link({.id = "desk", .name = "Desk"});
        link.open(QUrl(QString("wss://localhost:%1").arg(hub.port())));
        QTRY_VERIFY(link.isConnected());
    }

    void whoThisSystemTrustsHasAFingerprintToo()
    {
        trust(m_identity);
        TestHub hub(m_identity, {});
        Link link({.id = "desk", .name = "Desk"});
        QSignalSpy faulted(&link, &Link::faulted);
        link.open(pinnedAddress(hub.port(), m_other.fingerprint));
        QTRY_COMPARE(faulted.size(), 1);
        QVERIFY(!link.isConnected());
    }

    void anotherHubInItsPlaceIsNoticed()
    {
        auto hub = std::make_unique<TestHub>(m_identity, QHash<TrackId, QString>());
        const quint16 port = hub->port();
        Link link({.id = "desk", .name = "Desk"});
        link.open(pinnedAddress(port, m_identity.fingerprint));
        QTRY_VERIFY(link.isConnected());
        QSignalSpy faulted(&link, &Link::faulted);
        hub.reset();
        QTRY_VERIFY(!link.isConnected());
        hub = std::make_unique<TestHub>(m_other, QHash<TrackId, QString>(), port);
        QTRY_COMPARE(faulted.size(), 1);
        QVERIFY(!link.isConnected());
        hub.reset();
        hub = std::make_unique<TestHub>(m_identity, QHash<TrackId, QString>(), port);
        QTRY_VERIFY(link.isConnected());
    }

private:
    static void trust(const Tls::Identity &identity)
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setCaCertificates(identity.configuration.localCertificateChain());
        QSslConfiguration::setDefaultConfiguration(configuration);
    }

    const QSslConfiguration m_usual = QSslConfiguration::defaultConfiguration();
    QTemporaryDir m_folder;
    QTemporaryDir m_otherFolder;
    Tls::Identity m_identity;
    Tls::Identity m_other;
};

QTEST_GUILESS_MAIN(tst_HubPins)
#include "tst_hub_pins.moc"
