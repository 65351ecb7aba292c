// SPDX-License-Identifier: Apache-2.0
#include "support/hub/nativeclient.h"
#include "support/lan/neighbours.h"
#include "support/program/runningprogram.h"
#include "support/waiting.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>

#include <csignal>

using namespace Testing;
using namespace std::chrono_literals;

namespace {

/// This program's own answer to a POST below /api/v1/, as this machine.
int post(quint16 port, const QString &path, const QByteArray &body)
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(QString("http://127.0.0.1:%1/api/v1/%2").arg(port).arg(path)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json");
    const std::unique_ptr<QNetworkReply> reply(network.post(request, body));
    if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }, patienceMs))
        return 0;
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

} // namespace

/// The programs on a network: "attic", where this test runs as well, and "den", with a cable between them.
class tst_Lan : public QObject
{
    Q_OBJECT

    const QTemporaryDir m_music; ///< without any
    Neighbours m_network{"192.168.78"};
    const Machine &m_attic = m_network.attic();
    const Machine &m_den = m_network.den();

    void start(RunningProgram &program, const Machine &machine, const QTemporaryDir &data,
               const QString &hubName, const QStringList &more, const QString &what = "segued")
    {
        machine.takeIn(program);
        program.start(
            what,
            QStringList{"--data-dir", data.path(), "--name", hubName, "--no-audio", "--music", m_music.path()}
                + more);
    }

    /// What `segued --list-hubs` prints in the den: the names, or another column.
    QStringList heardInTheDen(int column = 0)
    {
        RunningProgram lister;
        m_den.takeIn(lister);
        lister.start("segued", {"--list-hubs"});
        (void)lister.waitForEnd();
        QStringList words;
        for (const QByteArray &line : lister.output().split('\n'))
            if (line.contains('\t'))
                words.append(QString::fromUtf8(line.split('\t').at(column)));
        return words;
    }

    /// Allows the one who asks; its name.
    static QString letIn(NativeClient &admin, quint16 port)
    {
        const auto asks = [&] {
            return admin.last<Sync::Native::Asking>()
                && admin.last<Sync::Native::Asking>()->requests.size() == 1;
        };
        if (!QTest::qWaitFor(asks, patienceMs))
            return "nobody";
        const auto asker = admin.last<Sync::Native::Asking>()->requests.first();
        const int status = post(port, "pairing/requests/" + asker.id + "/allow", "{\"role\":\"admin\"}");
        return status == 204 ? asker.name : QString("refused: %1").arg(status);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_network.start(), qPrintable(m_network.why())); }

    void announcedWhileItListens()
    {
        const QTemporaryDir data;
        RunningProgram hub;
        start(hub, m_attic, data, "Attic", {"--port", "0", "--lan"});
        const QUrl ready = hub.ready();
        QCOMPARE(ready.host(), m_attic.address());
        QVERIFY(hub.waitForLog("Announced to the network as Attic"));
        QCOMPARE(heardInTheDen(), QStringList("Attic"));
        QVERIFY(m_network.denReaches(quint16(ready.port())));
        hub.kill(); // it has no time to say that it goes
        QCOMPARE(heardInTheDen(), QStringList());
    }

    void notAnnouncedForThisMachineAlone()
    {
        const QTemporaryDir data;
        RunningProgram hub;
        start(hub, m_attic, data, "Attic", {"--port", "0"});
        const quint16 port = hub.readyPort();
        QVERIFY(port > 0);
        QVERIFY(!m_network.denReaches(port));
        QCOMPARE(heardInTheDen(), QStringList());
    }

    void joinedAndLetIn()
    {
        const QTemporaryDir data;
        RunningProgram hub;
        start(hub, m_attic, data, "Attic", {"--port", "0", "--lan"});
        const quint16 port = hub.readyPort();
        QVERIFY(hub.waitForLog("Announced"));
        NativeClient desk; // an admin: it is of the hub's machine
        desk.open(port);
        desk.join("desk");

        const QTemporaryDir other;
        RunningProgram den;
        start(den, m_den, other, "Den", {"--join"});
        QVERIFY(den.waitForLog("Waiting to be allowed on Attic"));
        QCOMPARE(letIn(desk, port), "Den");
        QVERIFY(den.waitForLog("Joined the hub Attic"));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(other.filePath("hub-tokens.json")) & others));

        QCOMPARE(den.terminate(), 0); // and once more, with what it was given
        start(den, m_den, other, "Den", {"--join", "attic"});
        QVERIFY(den.waitForLog("Joined the hub Attic"));
        QVERIFY(!den.log().contains("Waiting"));
    }

    void joinedByTheCertificateThatIsAnnounced()
    {
        const QTemporaryDir data;
        QStringList words{"--lan", "--tls", "only", "--port", "0"};
        RunningProgram hub;
        start(hub, m_attic, data, "Attic", words);
        const quint16 port = hub.readyPort();
        QVERIFY(hub.waitForLog("Announced"));
        NativeClient desk;
        desk.open(port);
        desk.join("desk");
        const QTemporaryDir other;
        RunningProgram den;
        start(den, m_den, other, "Den", {"--join"});
        QVERIFY2(den.waitForLog("Waiting to be allowed on Attic"), den.log());
        QCOMPARE(letIn(desk, port), "Den");
        QVERIFY2(den.waitForLog("Joined the hub Attic at wss://"), den.log());

        // Another certificate is not taken for the first one, whoever announces it.
        QCOMPARE(den.terminate(), 0);
        QCOMPARE(hub.terminate(), 0);
        QVERIFY(QFile::remove(data.filePath("tls.pem")));
        words.last() = QString::number(port);
        start(hub, m_attic, data, "Attic", words);
        QVERIFY(hub.waitForLog("Announced"));
        start(den, m_den, other, "Den", {"--join", "Attic"});
        QVERIFY2(den.waitForLog("shows another certificate than its address says"), den.log());
        QVERIFY(!den.log().contains("Joined"));

        // Until somebody says so.
        QCOMPARE(den.terminate(), 0);
        const QStringList addresses = heardInTheDen(1);
        QCOMPARE(addresses.size(), 1);
        QVERIFY2(addresses.first().contains("#sha256="), qPrintable(addresses.first()));
        start(den, m_den, other, "Den", {"--join", addresses.first()});
        QVERIFY2(den.waitForLog("Joined the hub Attic at wss://"), den.log());
        QVERIFY(!den.log().contains("Waiting"));
    }

    void severalOrNone()
    {
        const QTemporaryDir gone;
        RunningProgram ghost; // what it announced outlives it for a moment
        start(ghost, m_attic, gone, "Attic", {"--port", "0", "--lan"});
        QVERIFY(ghost.waitForLog("Announced"));
        QCOMPARE(heardInTheDen(), QStringList("Attic"));
        ghost.signal(SIGSTOP);
        const QTemporaryDir data;
        RunningProgram den;
        start(den, m_den, data, "Den", {"--join"});
        QVERIFY2(den.waitForLog("Joining the hub Attic"), den.log());
        ghost.kill();
        QVERIFY2(den.waitForLog("No hub is found on this network"), den.log());
        const QTemporaryDir one;
        RunningProgram first;
        start(first, m_attic, one, "Attic", {"--port", "0", "--lan"});
        QVERIFY(first.waitForLog("Announced"));
        QVERIFY(den.waitForLog("Waiting to be allowed on Attic"));

        const QTemporaryDir two;
        RunningProgram second;
        start(second, m_attic, two, "Attic", {"--port", "0", "--lan"});
        QVERIFY(second.waitForLog("Announced to the network as Attic #2"));
        QCOMPARE(den.terminate(), 0);
        start(den, m_den, data, "Den", {"--join", "auto"});
        QVERIFY(den.waitForLog("Several hubs are here: Attic, Attic #2"));
    }
};

QTEST_GUILESS_MAIN(tst_Lan)
#include "tst_lan.moc"
