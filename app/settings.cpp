// SPDX-License-Identifier: Apache-2.0
#include "app/settings.h"

#include "app/setters.h"
#include "app/settingwords.h"
#include "sync/limits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace App {

using namespace Setters;

namespace {

constexpr Word<Theme> themes[] = {
    {"light"_L1, Theme::Light}, {"dark"_L1, Theme::Dark}, {"system"_L1, Theme::System}};

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

QString Setters::setTheme(Options &options, const QStringList &values)
{
    return choose(options.theme, values, themes);
}

std::span<const Setting> allSettings() { return settings; }

const Setting *settingNamed(QAnyStringView name)
{
    const auto found =
        std::ranges::find_if(settings, [name](const Setting &one) { return name == one.name; });
    return found == std::ranges::end(settings) ? nullptr : found;
}

QString wordFor(Theme theme) { return wordOf(theme, themes); }

QString faultOfName(const QString &name)
{
    if (name.isEmpty() || name.toUtf8().size() > Sync::Limits::nameBytes)
        return u"a name has 1 to %1 bytes"_s.arg(Sync::Limits::nameBytes);
    return {};
}

} // namespace App
