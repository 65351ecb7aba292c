// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/settings.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace Desktop {

/// What somebody may set but the music's folders. A change is written down first and then holds at once; what
/// the command line says is fixed.
class SettingsController final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Window")

    /// "light", "dark" or "system".
    Q_PROPERTY(QString theme READ theme WRITE setTheme NOTIFY themeChanged FINAL)
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY nameChanged FINAL)
    /// Devices on the network may join.
    Q_PROPERTY(bool lan READ lan WRITE setLan NOTIFY lanChanged FINAL)
    /// That is `lan`'s to say: no address of the network was named.
    Q_PROPERTY(bool lanOffered READ lanOffered NOTIFY joinedChanged FINAL)
    /// Of this program's own hub; empty where it has joined another.
    Q_PROPERTY(QString address READ address NOTIFY addressChanged FINAL)
    /// Where the hub is that it has joined; empty: its own.
    Q_PROPERTY(QString joined READ joined NOTIFY joinedChanged FINAL)
    /// Who comes to the own hub at all.
    Q_PROPERTY(QString reach READ reach NOTIFY lanChanged FINAL)
    Q_PROPERTY(QString file READ file CONSTANT FINAL)
    /// Why the last change did not come about.
    Q_PROPERTY(QString fault READ fault NOTIFY faultChanged FINAL)

public:
    /// Lets the own hub listen there from now on; why it cannot, in the system's words, or empty.
    using ListenAt = std::function<QString(const QHostAddress &)>;

    SettingsController(App::Options options, QString address, ListenAt listenAt = {},
                       QObject *parent = nullptr);
    ~SettingsController() override;

    /// The command line has it.
    Q_INVOKABLE bool isFixed(const QString &name) const { return m_options.onCommandLine.contains(name); }
    /// Writes a setting down, and then it holds; none for its default. False where that cannot be, with a
    /// fault, or where the setting is fixed.
    bool change(QLatin1StringView name, const QStringList &values);
    /// The same for what is dragged: it holds at once and is written down when it has come to rest.
    bool adjust(QLatin1StringView name, const QString &value);

    [[nodiscard]] QString theme() const { return App::wordFor(m_options.theme); }
    void setTheme(const QString &theme);
    [[nodiscard]] QString name() const { return m_options.name; }
    void setName(const QString &name);
    [[nodiscard]] bool lan() const { return m_options.lan; }
    void setLan(bool lan);
    [[nodiscard]] bool lanOffered() const { return m_joined.isEmpty() && m_options.bind.isLoopback(); }
    [[nodiscard]] QString address() const { return m_address; }
    void setAddress(const QString &address);
    [[nodiscard]] QString joined() const { return m_joined; }
    void setJoined(const QString &joined);
    [[nodiscard]] QString reach() const;
    [[nodiscard]] QString file() const { return m_options.settingsFile(); }
    [[nodiscard]] QString fault() const { return m_fault; }
    void setFault(const QString &fault);

    [[nodiscard]] const App::Options &options() const { return m_options; }

Q_SIGNALS:
    void themeChanged();
    void nameChanged();
    void renamed(const QString &name);
    void lanChanged();
    void addressChanged();
    void joinedChanged();
    void faultChanged();

private:
    [[nodiscard]] bool apply(QLatin1StringView name, const QStringList &values);
    void writeRested();

    App::Options m_options;
    QString m_address;
    QString m_joined;
    const ListenAt m_listenAt;
    QString m_fault;
    QMap<QString, QString> m_moving; ///< adjusted, and not written down yet
    QTimer m_rests;
};

} // namespace Desktop
