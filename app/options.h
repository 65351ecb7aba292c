// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/enginechoice.h"
#include "app/player/soundsettings.h"
#include "sync/http/gate.h"
#include "sync/link/hubchoice.h"
#include "sync/sources/followaddress.h"
#include "sync/sources/mopidyaddress.h"
#include "sync/store/redis/address.h"

#include <QHostAddress>
#include <QLatin1StringView>
#include <QStringList>
#include <QUrl>

#include <optional>
#include <variant>

namespace App {

enum class StoreKind { Memory, Sqlite };
/// Only: who does not speak it from elsewhere is refused.
enum class TlsMode { Off, Own, Files, Only };
enum class Theme { System, Light, Dark };

/// Names of settings, on the command line and in the settings file, that the window may change.
namespace SettingName {
inline constexpr QLatin1StringView join{"join"};
inline constexpr QLatin1StringView lan{"lan"};
inline constexpr QLatin1StringView music{"music"};
inline constexpr QLatin1StringView name{"name"};
inline constexpr QLatin1StringView profile{"profile"};
inline constexpr QLatin1StringView theme{"theme"};
inline constexpr QLatin1StringView audioDevice{"audio-device"};
inline constexpr QLatin1StringView unplugged{"unplugged"};
inline constexpr QLatin1StringView replayGain{"replaygain"};
inline constexpr QLatin1StringView preamp{"preamp"};
inline constexpr QLatin1StringView crossfade{"crossfade"};
inline constexpr QLatin1StringView equalizer{"equalizer"};
} // namespace SettingName

/// What the user asked for, on the command line or in the settings file; the command line wins.
struct Options {
    QStringList music;
    quint16 port = 6681;
    QHostAddress bind = QHostAddress::LocalHost;
    bool lan = false; ///< let devices on the network join
    QList<Sync::Http::Subnet> openTo; ///< who may use linux-audio-server's API without a token
    QString dataDir;
    StoreKind store = StoreKind::Sqlite;
    std::optional<Sync::Redis::Address>
        redis; ///< sessions are shared there with other hubs; `store` has a copy
    QString storePassword; ///< for that, from a file
    QString name;
    QString profile; ///< as which user this device plays, by id or by name; empty: the default one
    TlsMode tls = TlsMode::Off;
    QString certificate; ///< file
    QString key; ///< file
    std::optional<Sync::HubChoice> join; ///< have part in that hub; no own one
    QList<Sync::Sources::MopidyAddress> mopidys;
    QList<Sync::Sources::FollowAddress> followed; ///< linux-audio-servers, and other Segues
    std::optional<QString> pulse = QString(); ///< this server, or this user's where empty; nothing: none
    bool noAudio = false;
    std::optional<Player::Engine> engine; ///< what plays everything; nothing: whichever is right
    Player::SoundSettings sound;
    QByteArray msxLibrary; ///< where televisions load the plugin library from; empty: from its maker
    Theme theme = Theme::System;
    std::optional<QString> grant; ///< make a token for this user and exit
    std::optional<Sync::Redis::Address> importFrom; ///< take sync_player's states over from there and exit
    bool listHubs = false; ///< print which hubs are on the network and exit
    QStringList onCommandLine; ///< names of the settings that were given there

    /// An address that was named goes before `lan`.
    [[nodiscard]] QHostAddress listenAt() const
    {
        return lan && bind.isLoopback() ? QHostAddress(QHostAddress::Any) : bind;
    }
    [[nodiscard]] QString settingsFile() const { return dataDir + QLatin1StringView("/segue.conf"); }
    [[nodiscard]] QString cataloguePath() const { return dataDir + QLatin1StringView("/catalogue.sqlite"); }
};

/// How a program ends before it has begun: after --help with 0, else with a sentence and a code of
/// sysexits.h.
struct Exit {
    int code = 0;
    QString text;
};

namespace ExitCode {
inline constexpr int usage = 64;
inline constexpr int data = 65;
inline constexpr int noInput = 66;
inline constexpr int unavailable = 69;
inline constexpr int cannotCreate = 73;
inline constexpr int settings = 78;
} // namespace ExitCode

/// Reads @p arguments (with the program's name first) and DATA-DIR/segue.conf.
[[nodiscard]] std::variant<Options, Exit> readOptions(const QStringList &arguments);

/// The user's folder for music, where it exists and can be read.
[[nodiscard]] std::optional<QString> musicFolder();
/// For a program that has nobody to ask: with no folder set, the user's own is played.
void useMusicFolder(Options &options);

} // namespace App
