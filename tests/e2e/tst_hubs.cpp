// SPDX-License-Identifier: Apache-2.0
#include "support/hub/nativeclient.h"
#include "support/lan/neighbours.h"
#include "support/program/runningprogram.h"
#include "support/waiting.h"

#include "app/settingsfile.h"
#include "app/windowedprogram.h"
#include "sync/store/users.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Testing;
using Sync::Discovery::FoundHub;

namespace {

// An admin of the hub at 127.0.0.1:PORT, who lets everybody in that asks.
constexpr char letEverybodyIn[] =
    "import json, sys, urllib.request\n"
    "base = 'http://127.0.0.1:' + sys.argv[1] + '/api/v1/pairing/requests'\n"
    "for asker in json.load(urllib.request.urlopen(base))['requests']:\n"
    "    urllib.request.urlopen(urllib.request.Request(base + '/' + asker['id'] + '/allow',\n"
    "        b'{\"role\":\"admin\"}', {'Content-Type': 'application/json'}))\n";

QQuickItem *itemAmong(const QList<QQuickItem *> &items, const QString &type, const QString &text)
{
    for (QQuickItem *item : items) {
        const bool is = QString(item->metaObject()->className()).startsWith(type + "_QMLTYPE")
            && item->isVisible() && item->property("text").toString() == text;
        if (is)
            return item;
        if (QQuickItem *within = itemAmong(item->childItems(), type, text))
            return within;
    }
    return nullptr;
}

} // namespace

/// The whole program with its window in "attic", where this test runs, and another hub in "den", with a cable
/// between them: what is switched in the settings has its effect while it runs.
class tst_Hubs : public QObject
{
    Q_OBJECT

    const QTemporaryDir m_music; ///< without any
    Neighbours m_network{"192.168.77"};
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<App::WindowedProgram> m_segue;

    App::Program &program() const { return m_segue->program(); }
    Desktop::Window &window() const { return m_segue->window(); }
    /// On the page of settings.
    void open()
    {
        auto options = App::readOptions({"segue", "--data-dir", m_data->path(), "--music", m_music.path(),
                                         "--name", "Attic", "--port", "0", "--no-audio"});
        QVERIFY(std::holds_alternative<App::Options>(options));
        m_segue = std::make_unique<App::WindowedProgram>(std::get<App::Options>(options));
        QVERIFY(window().show());
        QVERIFY(QTest::qWaitForWindowActive(window().view(), patienceMs));
        QTest::keyClick(window().view(), Qt::Key_Comma, Qt::ControlModifier);
    }
    /// What is seen of that type and text of our own, if anything.
    QQuickItem *shown(const QString &type, const QString &text) const
    {
        return itemAmong({window().view()->contentItem()}, type, text);
    }
    void press(const QString &type, const QString &text) const
    {
        QTRY_VERIFY(shown(type, text));
        QQuickItem *item = shown(type, text);
        item->forceActiveFocus(Qt::TabFocusReason);
        QTRY_VERIFY(item->hasActiveFocus());
        QTest::keyClick(window().view(), Qt::Key_Space);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_network.start(), qPrintable(m_network.why()));
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_network.attic().busAddress().toLocal8Bit());
    }
    void init() { m_data = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_segue.reset(); }

    void theNetworkIsLetInAndShutOut()
    {
        open();
        const auto port = quint16(program().hub().port());
        NativeClient phone; // it is here all the while
        phone.open(port);
        phone.join("phone");
        QTRY_VERIFY(phone.last<Sync::Native::Devices>());
        const QSignalSpy lost(&phone.socket(), &QWebSocket::disconnected);
        Sync::Discovery::Avahi there(QDBusConnection::connectToBus(m_network.den().busAddress(), "den"));
        const Sync::Discovery::Browser seen(there, {});
        QVERIFY(!m_network.denReaches(port));

        press("TextSwitch", "Let devices on my network join");
        QVERIFY2(window().settings().lan(), qPrintable(window().settings().fault()));
        QVERIFY(m_network.denReaches(port));
        QTRY_COMPARE_WITH_TIMEOUT(seen.hubs().size(), 1, networkPatienceMs);
        const FoundHub &hub = seen.hubs().first();
        QCOMPARE(hub.name, "Attic");
        QCOMPARE(hub.port, port);
        QVERIFY(hub.addresses.contains(QHostAddress(m_network.attic().address())));
        QVERIFY2(window().settings().address().contains(m_network.attic().address()),
                 qPrintable(window().settings().address()));

        press("TextSwitch", "Let devices on my network join");
        QVERIFY(!window().settings().lan());
        QVERIFY(!m_network.denReaches(port));
        QTRY_COMPARE_WITH_TIMEOUT(seen.hubs().size(), 0, networkPatienceMs);
        QCOMPARE(lost.size(), 0);
        QVERIFY(program().link().isConnected());
    }

    void anotherHubIsJoinedAndLeft()
    {
        const QTemporaryDir elsewhere;
        RunningProgram den;
        m_network.den().takeIn(den);
        den.start("segued",
                  {"--data-dir", elsewhere.path(), "--music", m_music.path(), "--name", "Den", "--port", "0",
                   "--lan", "--no-audio"});
        const quint16 port = den.readyPort();
        QVERIFY2(port > 0, den.log());
        QVERIFY2(den.waitForLog("Announced"), den.log());

        const auto anna = std::get<Sync::User>(Sync::Users(m_data->path()).create("Anna"));
        QCOMPARE(App::writeSetting(m_data->filePath("segue.conf"), "profile", {"Anna"}), QString());
        open();
        QTRY_COMPARE_WITH_TIMEOUT(window().hubs().count(), 1, networkPatienceMs);
        press("TextButton", "Join");
        QTRY_COMPARE(window().hubs().words(), "Waiting to be allowed on Den. Somebody there is asked now.");
        QVERIFY(program().hasOwnHub());
        QVERIFY2(m_network.den().run({"python3", "-c", letEverybodyIn, QString::number(port)}),
                 qPrintable(m_network.den().why()));
        QTRY_VERIFY(!program().hasOwnHub() && program().link().isConnected());
        QCOMPARE(program().link().hub()->name, "Den");
        QCOMPARE(window().hubs().words(), QString());
        QVERIFY(!shown("TextSwitch", "Let devices on my network join")); // there is nothing to be let into

        m_segue.reset(); // it comes back there by itself
        open();
        QTRY_VERIFY_WITH_TIMEOUT(program().link().isConnected(), networkPatienceMs);
        QCOMPARE(program().link().hub()->name, "Den");
        QVERIFY(!program().hasOwnHub());
        press("TextButton", "Leave, and be a hub again");
        QTRY_VERIFY(program().hasOwnHub());
        QTRY_COMPARE(program().link().hub()->name, "Attic");
        QCOMPARE(program().link().hub()->user, anna.id);
        QTRY_VERIFY(shown("TextSwitch", "Let devices on my network join"));

        den.kill();
        QTRY_COMPARE_WITH_TIMEOUT(window().hubs().count(), 0, networkPatienceMs);
    }
};

QTEST_MAIN(tst_Hubs)
#include "tst_hubs.moc"
