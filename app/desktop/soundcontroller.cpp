// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/soundcontroller.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace Desktop {

namespace {

constexpr auto custom = "custom"_L1;

QVariantMap choice(const QString &value, const QString &text)
{
    return {{u"value"_s, value}, {u"text"_s, text}};
}

QString labelOf(int centreHz)
{
    return centreHz < 1000 ? QString::number(centreHz) : u"%1k"_s.arg(centreHz / 1000);
}

} // namespace

SoundController::SoundController(SettingsController &settings, const Player::PulseServer *server,
                                 QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_server(server)
{
    if (!server)
        return;
    connect(server, &Player::PulseServer::devicesChanged, this, &SoundController::devicesChanged);
    connect(server, &Player::PulseServer::lost, this, &SoundController::devicesChanged);
}

QVariantList SoundController::devices() const
{
    if (!m_server)
        return {};
    QVariantList choices{choice({}, tr("The system's default"))};
    for (const Player::SoundDevice &device : m_server->devices())
        choices.append(choice(QString::fromUtf8(device.id), device.name));
    const Player::SoundDevice &wanted = sound().device;
    if (!wanted.isEmpty() && !deviceLike(wanted, m_server->devices()))
        choices.append(choice(QString::fromUtf8(wanted.id), tr("%1 (not there now)").arg(wanted.name)));
    return choices;
}

QString SoundController::device() const
{
    const auto there = m_server ? deviceLike(sound().device, m_server->devices()) : std::nullopt;
    return QString::fromUtf8(there ? there->id : sound().device.id);
}

void SoundController::setDevice(const QString &id)
{
    if (!m_server || id == device())
        return;
    const auto there = deviceLike({.id = id.toUtf8()}, m_server->devices());
    const QStringList values = id.isEmpty() ? QStringList() : QStringList{id, there ? there->name : id};
    if (m_settings.change(App::SettingName::audioDevice, values))
        Q_EMIT soundChanged(sound());
    Q_EMIT devicesChanged();
}

QVariantList SoundController::presets() const
{
    const QMap<QLatin1StringView, QString> texts{{"off"_L1, tr("Off")},
                                                 {"bass"_L1, tr("More bass")},
                                                 {"treble"_L1, tr("More treble")},
                                                 {"voice"_L1, tr("Voice")},
                                                 {"quiet"_L1, tr("Quiet listening")},
                                                 {"small"_L1, tr("Small speakers")},
                                                 {"rock"_L1, tr("Rock")},
                                                 {"pop"_L1, tr("Pop")},
                                                 {"dance"_L1, tr("Dance")},
                                                 {"jazz"_L1, tr("Jazz")},
                                                 {"classical"_L1, tr("Classical")}};
    QVariantList choices;
    for (const auto &preset : Player::equalizationPresets())
        choices.append(choice(preset.name, texts.value(preset.name)));
    if (preset() == custom)
        choices.append(choice(custom, tr("Own")));
    return choices;
}

QString SoundController::preset() const
{
    const QString words = Player::wordsFor(sound().equalization);
    return words.contains(u',') ? QString(custom) : words;
}

void SoundController::setPreset(const QString &name)
{
    if (name != custom)
        change(App::SettingName::equalizer, name);
}

QVariantList SoundController::bands() const
{
    QVariantList bands;
    for (std::size_t band = 0; band < Player::Equalization::centresHz.size(); ++band)
        bands.append(QVariantMap{{u"label"_s, labelOf(Player::Equalization::centresHz.at(band))},
                                 {u"gainDb"_s, sound().equalization.gainsDb.at(band)}});
    return bands;
}

void SoundController::setBand(int band, qreal gainDb)
{
    Player::Equalization equalization = sound().equalization;
    equalization.gainsDb.at(std::size_t(band)) = float(gainDb);
    adjust(App::SettingName::equalizer, Player::wordsFor(equalization));
}

void SoundController::change(QLatin1StringView name, const QString &value)
{
    if (m_settings.change(name, {value}))
        Q_EMIT soundChanged(sound());
    Q_EMIT changed(); // in any case: what was chosen may not hold
}

void SoundController::adjust(QLatin1StringView name, const QString &value)
{
    if (m_settings.adjust(name, value))
        Q_EMIT soundChanged(sound());
    Q_EMIT changed();
}

} // namespace Desktop
