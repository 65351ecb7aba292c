// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/options.h"
#include "app/player/sounddevices.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

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
    Q_PROPERTY(bool themeFixed READ themeFixed CONSTANT FINAL)
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY nameChanged FINAL)
    Q_PROPERTY(bool nameFixed READ nameFixed CONSTANT FINAL)
    /// Of {value, text}; the system's default is the first, with an empty value.
    Q_PROPERTY(QVariantList soundDevices READ soundDevices NOTIFY soundDevicesChanged FINAL)
    Q_PROPERTY(QString soundDevice READ soundDevice WRITE setSoundDevice NOTIFY soundDevicesChanged FINAL)
    Q_PROPERTY(bool soundDeviceFixed READ soundDeviceFixed CONSTANT FINAL)
    /// This program makes no sound at all.
    Q_PROPERTY(bool silent READ silent CONSTANT FINAL)
    /// Of this program's own hub; empty where it has joined another.
    Q_PROPERTY(QString address READ address CONSTANT FINAL)
    Q_PROPERTY(QString joined READ joined CONSTANT FINAL)
    Q_PROPERTY(QString reach READ reach CONSTANT FINAL)
    Q_PROPERTY(QString file READ file CONSTANT FINAL)
    /// Why the last change did not come about.
    Q_PROPERTY(QString fault READ fault NOTIFY faultChanged FINAL)

public:
    /// @p devices: nothing for a program without sound.
    SettingsController(App::Options options, QString address, const Player::SoundDevices *devices,
                       QObject *parent = nullptr);

    [[nodiscard]] QString theme() const { return App::wordFor(m_options.theme); }
    void setTheme(const QString &theme);
    [[nodiscard]] bool themeFixed() const { return isFixed(App::SettingName::theme); }
    [[nodiscard]] QString name() const { return m_options.name; }
    void setName(const QString &name);
    [[nodiscard]] bool nameFixed() const { return isFixed(App::SettingName::name); }
    [[nodiscard]] QVariantList soundDevices() const;
    [[nodiscard]] QString soundDevice() const { return m_options.audioDevice; }
    void setSoundDevice(const QString &id);
    [[nodiscard]] bool soundDeviceFixed() const { return isFixed(App::SettingName::audioDevice); }
    [[nodiscard]] bool silent() const { return m_devices == nullptr; }
    [[nodiscard]] QString address() const { return m_address; }
    [[nodiscard]] QString joined() const { return m_options.join ? m_options.join->toString() : QString(); }
    [[nodiscard]] QString reach() const;
    [[nodiscard]] QString file() const { return m_options.settingsFile(); }
    [[nodiscard]] QString fault() const { return m_fault; }
    void setFault(const QString &fault);

    [[nodiscard]] const App::Options &options() const { return m_options; }

Q_SIGNALS:
    void themeChanged();
    void nameChanged();
    void renamed(const QString &name);
    void soundDevicesChanged();
    void soundDeviceChosen(const QByteArray &id);
    void faultChanged();

private:
    [[nodiscard]] bool isFixed(QLatin1StringView name) const
    {
        return m_options.onCommandLine.contains(name);
    }
    bool write(QLatin1StringView name, const QString &value);

    App::Options m_options;
    const QString m_address;
    const Player::SoundDevices *m_devices;
    QString m_fault;
};

} // namespace Desktop
