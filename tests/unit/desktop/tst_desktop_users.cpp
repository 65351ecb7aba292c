// SPDX-License-Identifier: Apache-2.0
#include "house.h"

#include "support/waiting.h"
#include "sync/user.h"

#include <QQuickItem>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>

#include <algorithm>

/// Profiles, and a session of one's own, as the window has them. Any warning of the QML engine fails it.
class tst_DesktopUsers : public QObject
{
    Q_OBJECT

    std::unique_ptr<House> m_house;

    QQuickWindow *view() const { return m_house->view(); }
    Desktop::UsersController &users() const { return m_house->window->users(); }
    Desktop::PersonalController &personal() const { return m_house->window->personal(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(view(), key, modifiers);
    }
    QString focused() const
    {
        const QQuickItem *item = view()->activeFocusItem();
        return item ? item->property("text").toString() : QString();
    }
    void type(const QString &text) const
    {
        for (const QChar c : text)
            QTest::keyClick(view(), c.toLatin1());
    }
    void open()
    {
        QVERIFY(m_house->open());
        // As the program does.
        connect(&users(), &Desktop::UsersController::entered, m_house->link.get(),
                [link = m_house->link.get()](const QString &user) { link->enter(user, std::nullopt); });
        QTRY_VERIFY(users().admin());
        QTRY_COMPARE(users().users().size(), 1);
        QVERIFY(QTest::qWaitForWindowActive(view(), Testing::patienceMs));
    }
    /// The first of a type of our own.
    QQuickItem *find(const QString &type) const
    {
        for (QQuickItem *item : view()->findChildren<QQuickItem *>())
            if (QString(item->metaObject()->className()).startsWith(type + "_QMLTYPE"))
                return item;
        return nullptr;
    }
    QString idOf(const QString &name) const
    {
        for (const QVariant &user : users().users())
            if (user.toMap().value("name").toString() == name)
                return user.toMap().value("userId").toString();
        return {};
    }
    QString make(const QString &name)
    {
        users().save({}, name);
        return QTest::qWaitFor([&] { return !idOf(name).isEmpty(); }, Testing::patienceMs) ? idOf(name)
                                                                                           : QString();
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(".*"));
        m_house = std::make_unique<House>();
    }
    void cleanup() { m_house.reset(); }

    void oneIsMadeByKeyboard()
    {
        open();
        QCOMPARE(users().currentName(), "Everybody");
        QVERIFY(!find("ProfileEntry")->isVisible()); // nobody to switch to
        users().askForName({});
        type("Anna");
        press(Qt::Key_Return);
        QTRY_VERIFY(!idOf("Anna").isEmpty());
        QCOMPARE(users().currentId(), Sync::defaultUser); // made, but not taken
        QTRY_VERIFY(find("ProfileEntry")->isVisible());
        QCOMPARE(find("ProfileEntry")->property("text").toString(), "Everybody");
    }

    void oneIsRenamed()
    {
        open();
        const QString anna = make("Anna");
        users().askForName(anna);
        QTRY_COMPARE(focused(), "Anna");
        type("Ben");
        press(Qt::Key_Return);
        QTRY_COMPARE(idOf("Ben"), anna);
        users().save(Sync::defaultUser, "Kitchen");
        QTRY_COMPARE(users().currentName(), "Kitchen");
    }

    void whatIsRefusedIsSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("taken") << "ANNA" << "Another profile has this name.";
        QTest::newRow("too long") << QString(50, u'x')
                                  << "This name is too long, or has characters that cannot be shown.";
    }
    void whatIsRefusedIsSaid()
    {
        QFETCH(const QString, name);
        open();
        QVERIFY(!make("Anna").isEmpty());
        QSignalSpy failed(&users(), &Desktop::UsersController::failed);
        users().save({}, name);
        QTRY_COMPARE(failed.size(), 1);
        QTEST(failed.first().first().toString(), "sentence");
        QCOMPARE(users().users().size(), 2);
    }

    void switching()
    {
        open();
        const QString anna = make("Anna");
        personal().toggleFavourite("1");
        personal().createPlaylist("Morning", {"1"});
        QVERIFY(personal().canUndo());

        users().enter(anna);
        QTRY_COMPARE(users().currentId(), anna);
        QCOMPARE(users().currentName(), "Anna");
        QCOMPARE(m_house->link->hub()->user, anna);
        QVERIFY(!personal().isFavourite("1"));
        QVERIFY(personal().playlists().isEmpty());
        QVERIFY(!personal().canUndo()); // that would be the other one's
        personal().toggleFavourite("2");
        const QSettings settings(m_house->folder.filePath("segue.conf"), QSettings::IniFormat);
        QCOMPARE(settings.value("profile").toString(), anna); // for the next start

        users().enter(Sync::defaultUser);
        QTRY_COMPARE(users().currentId(), Sync::defaultUser);
        QVERIFY(personal().isFavourite("1"));
        QVERIFY(!personal().isFavourite("2"));
        QCOMPARE(personal().playlists().size(), 1);
    }

    void eachHasAPlayerOfItsOwn()
    {
        open();
        const QString anna = make("Anna");
        press(Qt::Key_Return);
        QTRY_VERIFY(m_house->window->library().albumOpen());
        press(Qt::Key_Return);
        QTRY_COMPARE(m_house->window->player().title(), "Track 1");
        users().enter(anna);
        QTRY_VERIFY(!m_house->window->player().hasTrack());
        users().enter(Sync::defaultUser);
        QTRY_COMPARE(m_house->window->player().title(), "Track 1");
        QVERIFY(!m_house->window->player().playing()); // it was left, and nobody plays to an empty room
    }

    void oneIsDeletedWhenItIsMeant()
    {
        open();
        const QString anna = make("Anna");
        users().askToRemove(anna);
        QTRY_COMPARE(focused(), "Cancel");
        press(Qt::Key_Return);
        QTRY_VERIFY(focused() != "Cancel");
        QVERIFY(!idOf("Anna").isEmpty());
        users().askToRemove(anna);
        QTRY_COMPARE(focused(), "Cancel");
        press(Qt::Key_Tab);
        press(Qt::Key_Return);
        QTRY_COMPARE(users().users().size(), 1);
    }

    void listeningPrivately()
    {
        open();
        Sync::Link other(Sync::DeviceIdentity{.id = "phone", .name = "Phone", .output = false});
        other.open(m_house->address);
        QTRY_VERIFY(other.isConnected());
        const auto isPrivate = [&other] {
            return std::ranges::any_of(other.devices(), [](const Sync::Native::Device &device) {
                return device.id == "me" && device.isPrivate;
            });
        };
        QTRY_COMPARE(m_house->link->devices().size(), 2);
        QVERIFY(!users().listensPrivately());
        users().setListensPrivately(true);
        QTRY_VERIFY(users().listensPrivately());
        QTRY_VERIFY(isPrivate());
        press(Qt::Key_Return);
        QTRY_VERIFY(m_house->window->library().albumOpen());
        press(Qt::Key_Return);
        QTRY_COMPARE(m_house->window->player().title(), "Track 1");
        QVERIFY(!other.state()->player);

        Desktop::DeviceModel shown(other, "phone");
        QStringList conditions;
        for (int row = 0; row < shown.rowCount(); ++row)
            conditions.append(shown.index(row).data(Desktop::DeviceModel::ConditionRole).toString());
        QVERIFY2(conditions.contains("Listens privately"), qPrintable(conditions.join(", ")));
        users().setListensPrivately(false);
        QTRY_VERIFY(!users().listensPrivately());
        QTRY_VERIFY(!m_house->window->player().hasTrack());
        QTRY_VERIFY(!isPrivate());
    }
};

QTEST_MAIN(tst_DesktopUsers)
#include "tst_desktop_users.moc"
