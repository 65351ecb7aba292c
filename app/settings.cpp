// SPDX-License-Identifier: Apache-2.0
#include "app/settings.h"

#include "app/player/crossfade.h"
#include "sync/limits.h"
#include "sync/sources/limits.h"
#include "sync/tls/fingerprint.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace App {

namespace {

QString setMusic(Options &options, const QStringList &values)
{
    for (const QString &folder : values) {
        const QFileInfo info(folder);
        if (!info.isDir() || !info.isReadable() || !info.isExecutable())
            return u"the folder %1 cannot be read"_s.arg(folder);
        options.music.append(info.absoluteFilePath());
    }
    return {};
}

QString setPort(Options &options, const QStringList &values)
{
    bool ok = false;
    const uint port = values.last().toUInt(&ok);
    if (!ok || port > 65535)
        return u"%1 is not a port; ports are 0 to 65535, 0 takes any that is free"_s.arg(values.last());
    options.port = quint16(port);
    return {};
}

QString setBind(Options &options, const QStringList &values)
{
    const QString address = values.last() == "localhost"_L1 ? u"127.0.0.1"_s : values.last();
    if (!options.bind.setAddress(address))
        return u"%1 is not an IP address"_s.arg(values.last());
    return {};
}

template <typename Choice> struct Word {
    QLatin1StringView word;
    Choice means;
};

constexpr Word<StoreKind> stores[] = {{"memory"_L1, StoreKind::Memory}, {"sqlite"_L1, StoreKind::Sqlite}};
constexpr Word<TlsMode> tlsModes[] = {{"off"_L1, TlsMode::Off},
                                      {"own"_L1, TlsMode::Own},
                                      {"files"_L1, TlsMode::Files},
                                      {"only"_L1, TlsMode::Only}};
constexpr Word<Theme> themes[] = {
    {"light"_L1, Theme::Light}, {"dark"_L1, Theme::Dark}, {"system"_L1, Theme::System}};
constexpr Word<std::optional<Player::Engine>> engines[] = {{"auto"_L1, std::nullopt},
                                                           {"timeline"_L1, Player::Engine::Timeline},
                                                           {"mediaplayer"_L1, Player::Engine::MediaPlayer}};
constexpr Word<Player::GainMode> gainModes[] = {{"off"_L1, Player::GainMode::Off},
                                                {"track"_L1, Player::GainMode::Track},
                                                {"album"_L1, Player::GainMode::Album},
                                                {"auto"_L1, Player::GainMode::Automatic}};
constexpr Word<Player::Unplugged> unpluggeds[] = {{"fallback"_L1, Player::Unplugged::FallBack},
                                                  {"pause"_L1, Player::Unplugged::Pause}};

template <typename Choice, std::size_t count>
QString choose(Choice &chosen, const QStringList &values, const Word<Choice> (&words)[count])
{
    QStringList all;
    for (const auto &[word, means] : words) {
        if (values.last() == word) {
            chosen = means;
            return {};
        }
        all.append(word);
    }
    const QString last = all.takeLast();
    return count == 2 ? u"%1 is neither %2 nor %3"_s.arg(values.last(), all.first(), last)
                      : u"%1 is none of %2 and %3"_s.arg(values.last(), all.join(u", "), last);
}

template <typename Choice, std::size_t count>
QString wordOf(Choice choice, const Word<Choice> (&words)[count])
{
    return std::ranges::find(words, choice, &Word<Choice>::means)->word;
}

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

QString setDataDir(Options &options, const QStringList &values)
{
    options.dataDir = QDir(values.last()).absolutePath();
    return {};
}

QString setStore(Options &options, const QStringList &values)
{
    options.redis.reset();
    if (!values.last().contains("://"_L1))
        return choose(options.store, values, stores);
    auto address = Sync::Redis::addressFrom(values.last());
    if (auto *fault = std::get_if<QString>(&address))
        return *fault;
    options.redis = std::get<Sync::Redis::Address>(std::move(address));
    options.store = StoreKind::Sqlite;
    return {};
}

QString setStorePassword(Options &options, const QStringList &values)
{
    QFile file(values.last());
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return u"the file %1 cannot be read: %2"_s.arg(values.last(), file.errorString());
    options.storePassword = QString::fromUtf8(file.readLine(Sync::Limits::passwordBytes)).trimmed();
    return options.storePassword.isEmpty() ? u"the file %1 is empty"_s.arg(values.last()) : QString();
}

QString setName(Options &options, const QStringList &values)
{
    options.name = values.last().simplified();
    return faultOfName(options.name);
}

QString setProfile(Options &options, const QStringList &values)
{
    options.profile = values.last();
    return {};
}

/// An address, a hub's name or id, or "auto".
QString setJoin(Options &options, const QStringList &values)
{
    const QString word = values.last().simplified();
    if (word.isEmpty()) {
        options.join.reset();
        return {};
    }
    if (!word.contains("://"_L1)) {
        options.join = Sync::HubChoice{.name = word == "auto"_L1 ? QString() : word};
        return {};
    }
    QUrl url(word, QUrl::StrictMode);
    // What a hub prints when it is ready, and what its QR code says.
    if (url.scheme() == "http"_L1)
        url.setScheme(u"ws"_s);
    else if (url.scheme() == "https"_L1)
        url.setScheme(u"wss"_s);
    const bool secure = url.scheme() == "wss"_L1;
    if (!url.isValid() || (!secure && url.scheme() != "ws"_L1) || url.host().isEmpty()
        || !url.userInfo().isEmpty())
        return u"%1 is not an address like ws://HOST:PORT or wss://HOST:PORT"_s.arg(word);
    const auto pin = Sync::Tls::pinIn(url);
    if (pin && pin->isEmpty())
        return u"%1 has no fingerprint behind sha256=; it has 64 hexadecimal digits"_s.arg(word);
    if (pin && !secure)
        return u"%1 has a fingerprint, but only wss:// shows a certificate"_s.arg(word);
    options.join = Sync::HubChoice{.address = url};
    return {};
}

QString setTls(Options &options, const QStringList &values) { return choose(options.tls, values, tlsModes); }

QString setFile(QString &path, const QStringList &values)
{
    const QFileInfo info(values.last());
    if (!info.isFile() || !info.isReadable())
        return u"the file %1 cannot be read"_s.arg(values.last());
    path = info.absoluteFilePath();
    return {};
}

QString setCertificate(Options &options, const QStringList &values)
{
    return setFile(options.certificate, values);
}

QString setKey(Options &options, const QStringList &values) { return setFile(options.key, values); }

QString setMopidys(Options &options, const QStringList &values)
{
    for (const QString &value : values) {
        const auto address = Sync::Sources::mopidyAddressFrom(value);
        if (const auto *fault = std::get_if<QString>(&address))
            return *fault;
        const auto &mopidy = std::get<Sync::Sources::MopidyAddress>(address);
        const bool isTwice =
            std::ranges::any_of(options.mopidys, [&](const auto &other) { return other.id == mopidy.id; });
        if (isTwice)
            return u"%1 is named twice"_s.arg(mopidy.name);
        options.mopidys.append(mopidy);
    }
    return {};
}

QString setFollowed(Options &options, const QStringList &values)
{
    for (const QString &value : values) {
        const auto address = Sync::Sources::followAddressFrom(value);
        if (const auto *fault = std::get_if<QString>(&address))
            return *fault;
        const auto &server = std::get<Sync::Sources::FollowAddress>(address);
        const bool isTwice =
            std::ranges::any_of(options.followed, [&](const auto &other) { return other.id == server.id; });
        if (isTwice)
            return u"%1 is named twice"_s.arg(server.name);
        options.followed.append(server);
    }
    return options.followed.size() <= Sync::Limits::followedServers
        ? QString()
        : u"there may be %1 servers at most"_s.arg(Sync::Limits::followedServers);
}

QString setPulse(Options &options, const QStringList &values)
{
    if (values.last() == "off"_L1)
        options.pulse.reset();
    else
        options.pulse = values.last() == "auto"_L1 ? QString() : values.last();
    return {};
}

QString setSwitch(bool &value, const QStringList &values)
{
    value = values.last() == "true"_L1;
    if (!value && values.last() != "false"_L1)
        return u"%1 is neither true nor false"_s.arg(values.last());
    return {};
}

QString setLan(Options &options, const QStringList &values) { return setSwitch(options.lan, values); }

QString setOpenApi(Options &options, const QStringList &values)
{
    for (const QString &value : values) {
        const auto subnet = Sync::Http::subnetFrom(value);
        if (!subnet)
            return u"%1 is not an IP address, nor one with the number of its leading bits as in 192.168.1.0/24"_s
                .arg(value);
        options.openTo.append(*subnet);
    }
    return options.openTo.size() <= Sync::Limits::openAddresses
        ? QString()
        : u"there may be %1 addresses at most"_s.arg(Sync::Limits::openAddresses);
}

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

/// The page is loaded by HTTP, so both ways of fetching work in it.
QString setMsxLibrary(Options &options, const QStringList &values)
{
    const QUrl url(values.last(), QUrl::StrictMode);
    const bool good = url.isValid() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1)
        && !url.host().isEmpty() && url.userInfo().isEmpty();
    if (!good)
        return u"%1 is not an address like http://HOST/tvx-plugin.min.js"_s.arg(values.last());
    options.msxLibrary = url.toEncoded();
    return {};
}

QString setTheme(Options &options, const QStringList &values)
{
    return choose(options.theme, values, themes);
}

constexpr Setting settings[] = {
    {SettingName::music, "DIR", "Play the music in DIR; may be given several times.", setMusic},
    {"port"_L1, "N", "Listen on port N (6681; 0 takes any that is free).", setPort},
    {"bind"_L1, "ADDR", "Listen on this address (127.0.0.1: this machine only).", setBind},
    {SettingName::lan, nullptr, "Let devices on the network join, once they are let in.", setLan},
    {"open-api"_L1, "ADDRESS",
     "Let ADDRESS or ADDRESS/BITS, as of Home Assistant, use linux-audio-server's API without being let in; "
     "may be "
     "given several times.",
     setOpenApi},
    {"tls"_L1, "MODE",
     "Speak TLS too, on the same port: off, own with a certificate that is made, files with one that is "
     "given, "
     "or only to refuse all else from other machines (off).",
     setTls},
    {"certificate"_L1, "FILE", "The certificate for TLS, in PEM, with those that vouch for it.",
     setCertificate},
    {"key"_L1, "FILE", "Its private key, in PEM, without a passphrase.", setKey},
    {"data-dir"_L1, "DIR", "Keep library, sessions and segue.conf in DIR.", setDataDir},
    {"store"_L1, "PLACE",
     "Keep sessions in PLACE: sqlite, memory for nowhere, or redis://HOST:PORT/0 (unix:///PATH) to share "
     "them with other "
     "hubs (sqlite).",
     setStore},
    {"store-password"_L1, "FILE", "The password for that Redis is the first line of FILE.", setStorePassword},
    {SettingName::name, "NAME", "What other devices call this one (this machine's name).", setName},
    {SettingName::profile, "NAME", "Play as this profile: its session, favourites and playlists.",
     setProfile},
    {SettingName::join, "HUB",
     "Run no hub; have part in the one at ws://HOST:PORT or wss://HOST:PORT#sha256=FINGERPRINT, in the one "
     "of "
     "this name on the network, or (auto, or nothing) in the only one there.",
     setJoin},
    {"mopidy"_L1, "NAME=URL",
     "Show and play on the Mopidy at ws://HOST:PORT/mopidy/ws; may be given several times.", setMopidys},
    {"follow"_L1, "NAME=URL",
     "Show and control what plays at the linux-audio-server or other Segue at http://HOST:PORT; may be given "
     "several times.",
     setFollowed},
    {"pulse"_L1, "SERVER",
     "Show the sinks of this PulseAudio or PipeWire: auto for this user's, off for none (auto).", setPulse},
    {"msx-library"_L1, "URL", "Let Media Station X's plugin library come from URL (its maker's).",
     setMsxLibrary},
    {"no-audio"_L1, nullptr, "Make no sound; control and follow only.", setNoAudio},
    {SettingName::audioDevice, "ID", "Sound on the device with this id or name (the system's default).",
     setAudioDevice},
    {SettingName::unplugged, "WAY", "When that device goes away: fallback to another, or pause (fallback).",
     setUnplugged},
    {"engine"_L1, "ENGINE", "Play everything with timeline or mediaplayer (auto: whichever is right).",
     setEngine},
    {SettingName::replayGain, "MODE",
     "Level loudness by ReplayGain: off, track, album, or auto for album within an album (off).",
     setReplayGain},
    {SettingName::preamp, "DB", "Add DB decibels to what ReplayGain says (0).", setPreamp},
    {SettingName::crossfade, "SECONDS",
     "Fade each track into the next, but not within an album; at most 12 (0).", setCrossfade},
    {SettingName::equalizer, "SETTING",
     "A preset (bass, treble, voice, quiet, small, rock, pop, dance, jazz, classical), or ten decibels with "
     "commas between them, from 31 Hz to 16 kHz (off).",
     setEqualizer},
    {SettingName::theme, "THEME", "The window's colours: light, dark or system (system).", setTheme},
};

} // namespace

std::span<const Setting> allSettings() { return settings; }

const Setting *settingNamed(QAnyStringView name)
{
    const auto found =
        std::ranges::find_if(settings, [name](const Setting &one) { return name == one.name; });
    return found == std::ranges::end(settings) ? nullptr : found;
}

QString wordFor(Theme theme) { return wordOf(theme, themes); }

QString wordFor(Player::GainMode mode) { return wordOf(mode, gainModes); }

QString wordFor(Player::Unplugged unplugged) { return wordOf(unplugged, unpluggeds); }

QString faultOfName(const QString &name)
{
    if (name.isEmpty() || name.toUtf8().size() > Sync::Limits::nameBytes)
        return u"a name has 1 to %1 bytes"_s.arg(Sync::Limits::nameBytes);
    return {};
}

} // namespace App
