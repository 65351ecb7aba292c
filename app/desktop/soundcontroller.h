// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/settingscontroller.h"
#include "app/player/engine/pulseserver.h"

#include <QVariantList>

namespace Desktop {

/// How this machine sounds. Choices are lists of {value, text}; values are the words that the settings have.
class SoundController final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Window")

    /// This program makes no sound at all.
    Q_PROPERTY(bool silent READ silent CONSTANT FINAL)
    /// The system's default is the first, with an empty value.
    Q_PROPERTY(QVariantList devices READ devices NOTIFY devicesChanged FINAL)
    Q_PROPERTY(QString device READ device WRITE setDevice NOTIFY devicesChanged FINAL)
    Q_PROPERTY(QString unplugged READ unplugged WRITE setUnplugged NOTIFY changed FINAL)
    Q_PROPERTY(QString replayGain READ replayGain WRITE setReplayGain NOTIFY changed FINAL)
    Q_PROPERTY(qreal preampDb READ preampDb WRITE setPreampDb NOTIFY changed FINAL)
    Q_PROPERTY(qreal crossfadeSeconds READ crossfadeSeconds WRITE setCrossfadeSeconds NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList presets READ presets NOTIFY changed FINAL)
    /// The name of a preset; "custom" for none of them.
    Q_PROPERTY(QString preset READ preset WRITE setPreset NOTIFY changed FINAL)
    /// Of {label, gainDb}.
    Q_PROPERTY(QVariantList bands READ bands NOTIFY changed FINAL)

public:
    /// @p server: nothing for a program without sound.
    SoundController(SettingsController &settings, const Player::PulseServer *server,
                    QObject *parent = nullptr);

    [[nodiscard]] bool silent() const { return m_server == nullptr; }
    [[nodiscard]] QVariantList devices() const;
    [[nodiscard]] QString device() const;
    void setDevice(const QString &id);
    [[nodiscard]] QString unplugged() const { return App::wordFor(sound().unplugged); }
    void setUnplugged(const QString &word) { change(App::SettingName::unplugged, word); }
    [[nodiscard]] QString replayGain() const { return App::wordFor(sound().gain.mode); }
    void setReplayGain(const QString &word) { change(App::SettingName::replayGain, word); }
    [[nodiscard]] qreal preampDb() const { return sound().gain.preampDb; }
    void setPreampDb(qreal db) { adjust(App::SettingName::preamp, QString::number(db)); }
    [[nodiscard]] qreal crossfadeSeconds() const { return qreal(sound().crossfade.count()) / 1000; }
    void setCrossfadeSeconds(qreal seconds) { adjust(App::SettingName::crossfade, QString::number(seconds)); }
    [[nodiscard]] QVariantList presets() const;
    [[nodiscard]] QString preset() const;
    void setPreset(const QString &name);
    [[nodiscard]] QVariantList bands() const;
    Q_INVOKABLE void setBand(int band, qreal gainDb);

Q_SIGNALS:
    void devicesChanged();
    void changed();
    void soundChanged(const Player::SoundSettings &sound);

private:
    [[nodiscard]] const Player::SoundSettings &sound() const { return m_settings.options().sound; }
    void change(QLatin1StringView name, const QString &value);
    void adjust(QLatin1StringView name, const QString &value);

    SettingsController &m_settings;
    const Player::PulseServer *m_server;
};

} // namespace Desktop
