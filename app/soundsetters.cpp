// SPDX-License-Identifier: Apache-2.0
#include "app/player/crossfade.h"
#include "app/setters.h"
#include "app/settings.h"
#include "app/settingwords.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace App {

namespace {

constexpr Word<std::optional<Player::Engine>> engines[] = {{"auto"_L1, std::nullopt},
                                                           {"timeline"_L1, Player::Engine::Timeline},
                                                           {"mediaplayer"_L1, Player::Engine::MediaPlayer}};
constexpr Word<Player::GainMode> gainModes[] = {{"off"_L1, Player::GainMode::Off},
                                                {"track"_L1, Player::GainMode::Track},
                                                {"album"_L1, Player::GainMode::Album},
                                                {"auto"_L1, Player::GainMode::Automatic}};
constexpr Word<Player::Unplugged> unpluggeds[] = {{"fallback"_L1, Player::Unplugged::FallBack},
                                                  {"pause"_L1, Player::Unplugged::Pause}};

/// Keeps @p number where it is none within the limits.
QString setNumber(float &number, const QStringList &values, float least, float most, QLatin1StringView what)
{
    bool good = false;
    const float given = values.last().toFloat(&good);
    if (!good || !(given >= least && given <= most))
        return u"%1 is no number of %2 from %3 to %4"_s.arg(values.last(), what).arg(least).arg(most);
    number = given;
    return {};
}

} // namespace

namespace Setters {

QString setNoAudio(Options &options, const QStringList &values) { return setSwitch(options.noAudio, values); }

QString setAudioDevice(Options &options, const QStringList &values)
{
    options.sound.device = {.id = values.first().toUtf8(), .name = values.last()};
    return {};
}

QString setUnplugged(Options &options, const QStringList &values)
{
    return choose(options.sound.unplugged, values, unpluggeds);
}

QString setEngine(Options &options, const QStringList &values)
{
    return choose(options.engine, values, engines);
}

QString setReplayGain(Options &options, const QStringList &values)
{
    return choose(options.sound.gain.mode, values, gainModes);
}

QString setPreamp(Options &options, const QStringList &values)
{
    return setNumber(options.sound.gain.preampDb, values, -15, 15, "decibels"_L1);
}

QString setCrossfade(Options &options, const QStringList &values)
{
    float seconds = 0;
    QString fault = setNumber(seconds, values, 0, float(Player::longestCrossfade.count()), "seconds"_L1);
    if (fault.isEmpty())
        options.sound.crossfade = std::chrono::milliseconds(std::lround(seconds * 1000));
    return fault;
}

QString setEqualizer(Options &options, const QStringList &values)
{
    const auto equalization = Player::equalizationFrom(values.join(u','));
    if (!equalization) {
        QStringList names;
        for (const auto &preset : Player::equalizationPresets())
            names.append(preset.name);
        return u"%1 is neither ten numbers of decibels from -%2 to %2 with commas between them, nor one of %3"_s
            .arg(values.join(u','))
            .arg(Player::Equalization::mostDb)
            .arg(names.join(u", "));
    }
    options.sound.equalization = *equalization;
    return {};
}

} // namespace Setters

QString wordFor(Player::GainMode mode) { return wordOf(mode, gainModes); }

QString wordFor(Player::Unplugged unplugged) { return wordOf(unplugged, unpluggeds); }

} // namespace App
