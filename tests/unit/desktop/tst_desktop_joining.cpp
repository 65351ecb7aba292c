// SPDX-License-Identifier: Apache-2.0
#include "house.h"

#include "support/waiting.h"

#include <QNetworkInterface>
#include <QNetworkReply>
#include <QQuickItem>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

using namespace std::chrono_literals;

namespace {

/// One of this machine's addresses that a hub for this machine alone does not listen on.
QHostAddress otherAddress()
{
    for (const QHostAddress &address : QNetworkInterface::allAddresses())
        if (!address.isLoopback() && address.protocol() == QAbstractSocket::IPv4Protocol)
            return address;
    return QHostAddress("127.0.0.2");
}

bool answers(const QHostAddress &address, quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(address, port);
    return socket.waitForConnected(Testing::patienceMs);
}

/// Another device, over HTTP.
class Stranger
{
public:
    explicit Stranger(quint16 port)
        : m_base(QString("http://127.0.0.1:%1/api/v1/").arg(port))
    {
    }
    QJsonObject post(const QString &path, const QJsonObject &body)
    {
        QNetworkRequest request(QUrl(m_base + path));
        request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json");
        return finish(m_network.post(request, QJsonDocument(body).toJson()));
    }
    QJsonObject me(const QString &token)
    {
        QNetworkRequest request(QUrl(m_base + "me"));
        request.setRawHeader("Authorization", "Bearer " + token.toLatin1());
        return finish(m_network.get(request));
    }
    [[nodiscard]] int status() const { return m_status; } ///< of the last answer

private:
    QJsonObject finish(QNetworkReply *reply)
    {
        const std::unique_ptr<QNetworkReply> owned(reply);
        if (!QTest::qWaitFor([reply] { return reply->isFinished(); }, Testing::patienceMs))
            return {};
        m_status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        return QJsonDocument::fromJson(reply->readAll()).object();
    }

    const QString m_base;
    QNetworkAccessManager m_network;
    int m_status = 0;
};

} // namespace

/// Letting devices in, as the window has it. Any warning of the QML engine fails it.
class tst_DesktopJoining : public QObject
{
    Q_OBJECT

    std::unique_ptr<House> m_house;

    QQuickWindow *view() const { return m_house->view(); }
    Desktop::SettingsController &settings() const { return m_house->window->settings(); }
    Desktop::AdmissionController &admission() const { return m_house->window->admission(); }
    Desktop::InvitationController &invitation() const { return m_house->window->invitation(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(view(), key, modifiers);
    }
    QString focused() const
    {
        const QQuickItem *item = view()->activeFocusItem();
        return item ? item->property("text").toString() : QString();
    }
    void open()
    {
        QVERIFY(m_house->open());
        QTRY_VERIFY(admission().admin());
        QVERIFY(QTest::qWaitForWindowActive(view(), Testing::patienceMs));
    }
    /// The first of a type of our own.
    template <typename Object> Object *find(const QString &type) const
    {
        for (Object *object : view()->findChildren<Object *>())
            if (QString(object->metaObject()->className()).startsWith(type + "_QMLTYPE"))
                return object;
        return nullptr;
    }
    QJsonObject ask(Stranger &stranger, const QString &name) const
    {
        return stranger.post("pairing/requests", {{"name", name}, {"device", QString(name).remove(' ')}});
    }
    /// What the one who asked is told, with its token where it was let in.
    QJsonObject collect(Stranger &stranger, const QJsonObject &request) const
    {
        return stranger.post("pairing/requests/" + request.value("request").toString(),
                             {{"secret", request.value("secret")}, {"keep", "token"}});
    }
    QString letIn(Stranger &stranger, const QString &name)
    {
        const QJsonObject request = ask(stranger, name);
        stranger.post("pairing/requests/" + request.value("request").toString() + "/allow",
                      {{"role", "controller"}});
        return collect(stranger, request).value("token").toString();
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(".*"));
        m_house = std::make_unique<House>();
    }
    void cleanup() { m_house.reset(); }

    void theNetworkIsLetInAndShutOut()
    {
        open();
        QSignalSpy connected(m_house->link.get(), &Sync::Link::connectedChanged);
        QVERIFY(answers(QHostAddress::LocalHost, m_house->port));
        QVERIFY(!answers(otherAddress(), m_house->port));
        settings().setLan(true);
        QCOMPARE(settings().fault(), QString());
        QVERIFY(answers(otherAddress(), m_house->port));
        QVERIFY(answers(QHostAddress::LocalHost, m_house->port));
        settings().setLan(false);
        QVERIFY(!answers(otherAddress(), m_house->port));
        QVERIFY(answers(QHostAddress::LocalHost, m_house->port));
        QCOMPARE(connected.size(), 0); // who was there has stayed
    }

    void theSwitchIsPressed_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::newRow("Space") << Qt::Key_Space;
        QTest::newRow("Return") << Qt::Key_Return;
    }
    void theSwitchIsPressed()
    {
        QFETCH(const Qt::Key, key);
        open();
        press(Qt::Key_Comma, Qt::ControlModifier);
        QTRY_VERIFY(find<QQuickItem>("TextSwitch") && find<QQuickItem>("TextSwitch")->isVisible());
        QQuickItem *button = find<QQuickItem>("TextSwitch");
        button->forceActiveFocus(Qt::TabFocusReason);
        QTRY_VERIFY(button->hasActiveFocus());
        for (const bool on : {true, false}) {
            press(key);
            QCOMPARE(settings().lan(), on);
            QCOMPARE(button->property("checked").toBool(), on);
        }
    }

    void theNetworkIsTaken()
    {
        open();
        QTcpServer other;
        QVERIFY(other.listen(otherAddress(), m_house->port));
        settings().setLan(true);
        QVERIFY(!settings().lan());
        QVERIFY2(settings().fault().contains("network"), qPrintable(settings().fault()));
        QVERIFY(answers(QHostAddress::LocalHost, m_house->port));
        other.close();
        settings().setLan(true);
        QVERIFY(settings().lan());
        QCOMPARE(settings().fault(), QString());
    }

    void anInvitationIsShown_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::newRow("light") << "light";
        QTest::newRow("dark") << "dark";
    }
    void anInvitationIsShown()
    {
        QFETCH(const QString, theme);
        open();
        settings().setTheme(theme);
        settings().setLan(true);
        Q_EMIT invitation().wanted();
        QTRY_COMPARE(invitation().code().size(), 6);
        QTRY_COMPARE(focused(), "Done");
        QCOMPARE(invitation().modules().size(), invitation().modules().first().size());
        QVERIFY(invitation().url().contains("/#join="));
        QVERIFY(invitation().codeSeconds() > 0 && invitation().codeSeconds() <= 120);

        QQuickItem *code = find<QQuickItem>("QrCode");
        QVERIFY(code);
        QTRY_COMPARE(drawn(*code), invitation().modules());
        press(Qt::Key_Escape);
        QTRY_COMPARE(invitation().code(), QString());
    }

    void whoComesInIsTold()
    {
        open();
        settings().setLan(true);
        Q_EMIT invitation().wanted();
        QTRY_COMPARE(invitation().code().size(), 6);
        Stranger phone(m_house->port);
        const QJsonObject answer = phone.post(
            "pairing/join",
            {{"code", invitation().code()}, {"name", "Anna's phone"}, {"device", "anna"}, {"keep", "token"}});
        QCOMPARE(phone.me(answer.value("token").toString()).value("role").toString(), "controller");
        QTRY_COMPARE(invitation().arrived(), "Anna's phone");
        QCOMPARE(invitation().code(), QString()); // it was good for one
        QCOMPARE(admission().admittedCount(), 1);
        QVERIFY(!view()->grabWindow().isNull());
    }

    void anInvitationNobodyCanFollow()
    {
        open();
        Q_EMIT invitation().wanted();
        QTRY_VERIFY2(invitation().fault().contains("network"), qPrintable(invitation().fault()));
        QCOMPARE(invitation().code(), QString());
        QVERIFY(!view()->grabWindow().isNull());
    }

    void whoAsksIsLetIn_data()
    {
        QTest::addColumn<int>("tabs");
        QTest::addColumn<QString>("role");
        QTest::newRow("Allow") << 0 << "controller";
        QTest::newRow("Allow to listen only") << 1 << "listener";
        QTest::newRow("Deny") << 2 << "";
    }
    void whoAsksIsLetIn()
    {
        QFETCH(const int, tabs);
        QFETCH(const QString, role);
        open();
        const QQuickItem *before = view()->activeFocusItem();
        Stranger tv(m_house->port);
        const QJsonObject request = ask(tv, "TV in the den");
        QTRY_COMPARE(admission().askerName(), "TV in the den");
        QVERIFY(view()->activeFocusItem() == before); // keys are not taken from who is using them
        QCOMPARE(collect(tv, request).value("state").toString(), "waiting");
        press(Qt::Key_J, Qt::ControlModifier);
        QTRY_COMPARE(focused(), "Allow");
        for (int i = 0; i < tabs; ++i)
            press(Qt::Key_Tab);
        QTRY_COMPARE(focused(), QTest::currentDataTag());
        const auto *banner = find<QObject>("AskingBanner");
        QVERIFY(banner);
        QTRY_VERIFY(banner->property("armed").toBool()); // somebody may have read by now what it asks
        press(Qt::Key_Return);
        QTRY_COMPARE(admission().waiting(), 0);
        const QJsonObject answer = collect(tv, request);
        QCOMPARE(answer.value("state").toString(), role.isEmpty() ? "denied" : "allowed");
        QCOMPARE(answer.value("role").toString(), role);
        QTRY_VERIFY(view()->activeFocusItem() == before);
    }

    void theNextOneIsAskedFor()
    {
        open();
        Stranger tv(m_house->port);
        Stranger phone(m_house->port);
        const QJsonObject first = ask(tv, "TV");
        const QJsonObject second = ask(phone, "Phone");
        QTRY_COMPARE(admission().waiting(), 2);
        QCOMPARE(admission().askerName(), "TV");
        admission().deny(admission().askerId());
        QTRY_COMPARE(admission().askerName(), "Phone");
        admission().allow(admission().askerId(), "listener");
        QTRY_COMPARE(admission().waiting(), 0);
        QCOMPARE(collect(tv, first).value("state").toString(), "denied");
        QCOMPARE(collect(phone, second).value("role").toString(), "listener");
    }

    void whoIsGoneCannotBeLetIn()
    {
        open();
        QSignalSpy failed(&admission(), &Desktop::AdmissionController::failed);
        admission().allow("nobody", "controller");
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.first().first().toString().startsWith("That is over"));
    }

    void aDeviceIsSentAway()
    {
        open();
        Stranger tv(m_house->port);
        const QString token = letIn(tv, "TV");
        press(Qt::Key_Comma, Qt::ControlModifier);
        QTRY_COMPARE(admission().admittedCount(), 1);
        auto *list = qobject_cast<QAbstractItemModel *>(admission().admitted());
        const QString id = list->index(0, 0).data(Desktop::AdmittedModel::TokenIdRole).toString();
        admission().setRole(id, "listener");
        QTRY_COMPARE(list->index(0, 0).data(Desktop::AdmittedModel::RoleRole).toString(), "listener");
        QCOMPARE(tv.me(token).value("role").toString(), "listener");

        Q_EMIT admission().revokeWanted(id, "TV");
        QTRY_COMPARE(focused(), "Cancel");
        press(Qt::Key_Return);
        QTRY_VERIFY(focused() != "Cancel");
        QCOMPARE(tv.me(token).value("role").toString(), "listener");
        Q_EMIT admission().revokeWanted(id, "TV");
        QTRY_COMPARE(focused(), "Cancel");
        press(Qt::Key_Tab);
        press(Qt::Key_Return);
        QTRY_COMPARE(admission().admittedCount(), 0);
        tv.me(token);
        QCOMPARE(tv.status(), 401);
    }

    void whenADeviceWasHere_data()
    {
        QTest::addColumn<QDateTime>("seen");
        QTest::addColumn<QString>("words");
        const QDate today(2026, 3, 10);
        QTest::newRow("never") << QDateTime() << "Has not been here yet";
        QTest::newRow("now") << QDateTime(today, QTime(14, 0)) << "Here just now";
        QTest::newRow("a clock set back") << QDateTime(today, QTime(15, 0)) << "Here just now";
        QTest::newRow("minutes") << QDateTime(today, QTime(13, 58)) << "Here 2 minute(s) ago";
        QTest::newRow("hours") << QDateTime(today, QTime(9, 5)) << "Here today at 9:05 AM";
        QTest::newRow("yesterday") << QDateTime(today.addDays(-1), QTime(23, 59))
                                   << "Here yesterday at 11:59 PM";
        QTest::newRow("long ago") << QDateTime(QDate(2025, 12, 24), QTime(20, 0)) << "Last here on 12/24/25";
    }
    void whenADeviceWasHere()
    {
        QFETCH(const QDateTime, seen);
        QLocale::setDefault(QLocale("en_US"));
        const QDateTime now(QDate(2026, 3, 10), QTime(14, 0, 30));
        QTEST(Desktop::seenWords(seen.isValid() ? seen.toMSecsSinceEpoch() : 0, now), "words");
    }

private:
    /// The modules that are seen on the screen, without the margin, which must be white.
    QStringList drawn(QQuickItem &code) const
    {
        const QImage screen = view()->grabWindow();
        const int across = code.property("across").toInt();
        const int quiet = code.property("quiet").toInt();
        const int module = code.property("module").toInt();
        QStringList rows;
        for (int y = 0; y < across; ++y) {
            QString row;
            for (int x = 0; x < across; ++x) {
                const QPointF at = code.mapToScene(QPointF((x + 0.5) * module, (y + 0.5) * module));
                const int light = qGray(screen.pixel(at.toPoint()));
                row += light < 20 ? '1' : light > 235 ? '0' : '?';
            }
            rows.append(row);
        }
        const QString white(across, '0');
        for (int y = 0; y < quiet; ++y)
            if (rows.at(y) != white || rows.at(across - 1 - y) != white)
                return {};
        rows = rows.mid(quiet, across - 2 * quiet);
        for (QString &row : rows)
            row = row.mid(quiet, across - 2 * quiet);
        return rows;
    }
};

QTEST_MAIN(tst_DesktopJoining)
#include "tst_desktop_joining.moc"
