// SPDX-License-Identifier: Apache-2.0
#include "app/options.h"

#include "sync/limits.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <QSysInfo>

#include <cmath>
#include <span>

using namespace Qt::StringLiterals;

namespace App {

namespace {

/// One setting: the same name on the command line and in the settings file.
struct Setting {
    const char *name;
    const char *value; ///< nullptr: a switch
    const char *help;
    /// Puts the values into the options; an empty answer, or what is wrong with them.
    QString (*apply)(Options &options, const QStringList &values);
};

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

/// One of several words.
template <typename Choice>
QString choose(Choice &chosen, const QStringList &values, std::initializer_list<Word<Choice>> words)
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
    return u"%1 is none of %2 and %3"_s.arg(values.last(), all.join(u", "), last);
}

QString setDataDir(Options &options, const QStringList &values)
{
    options.dataDir = QDir(values.last()).absolutePath();
    return {};
}

QString setStore(Options &options, const QStringList &values)
{
    if (values.last() == "memory"_L1)
        options.store = StoreKind::Memory;
    else if (values.last() == "sqlite"_L1)
        options.store = StoreKind::Sqlite;
    else
        return u"%1 is neither memory nor sqlite"_s.arg(values.last());
    return {};
}

QString setName(Options &options, const QStringList &values)
{
    options.name = values.last().simplified();
    return faultOfName(options.name);
}

QString setJoin(Options &options, const QStringList &values)
{
    QUrl url(values.last(), QUrl::StrictMode);
    if (url.scheme() == "http"_L1)
        url.setScheme(u"ws"_s); // what a hub prints when it is ready
    if (!url.isValid() || url.scheme() != "ws"_L1 || url.host().isEmpty() || !url.userInfo().isEmpty())
        return u"%1 is not an address like ws://HOST:PORT"_s.arg(values.last());
    options.join = url;
    return {};
}

QString setNoAudio(Options &options, const QStringList &values)
{
    options.noAudio = values.last() == "true"_L1;
    if (!options.noAudio && values.last() != "false"_L1)
        return u"%1 is neither true nor false"_s.arg(values.last());
    return {};
}

QString setAudioDevice(Options &options, const QStringList &values)
{
    options.audioDevice = values.last();
    return {};
}

QString setEngine(Options &options, const QStringList &values)
{
    using Player::Engine;
    return choose<std::optional<Engine>>(
        options.engine, values,
        {{"auto"_L1, {}}, {"timeline"_L1, Engine::Timeline}, {"mediaplayer"_L1, Engine::MediaPlayer}});
}

QString setReplayGain(Options &options, const QStringList &values)
{
    using Player::GainMode;
    return choose<GainMode>(options.gain.mode, values,
                            {{"off"_L1, GainMode::Off},
                             {"track"_L1, GainMode::Track},
                             {"album"_L1, GainMode::Album},
                             {"auto"_L1, GainMode::Automatic}});
}

QString setPreamp(Options &options, const QStringList &values)
{
    constexpr float most = 15;
    bool good = false;
    options.gain.preampDb = values.last().toFloat(&good);
    if (!good || !(std::abs(options.gain.preampDb) <= most))
        return u"%1 is no number of decibels from -%2 to %2"_s.arg(values.last()).arg(most);
    return {};
}

QString setTheme(Options &options, const QStringList &values)
{
    return choose<Theme>(
        options.theme, values,
        {{"light"_L1, Theme::Light}, {"dark"_L1, Theme::Dark}, {"system"_L1, Theme::System}});
}

constexpr Setting settings[] = {
    {SettingName::music.data(), "DIR", "Play the music in DIR; may be given several times.", setMusic},
    {"port", "N", "Listen on port N (6681; 0 takes any that is free).", setPort},
    {"bind", "ADDR", "Listen on this address (127.0.0.1: this machine only).", setBind},
    {"data-dir", "DIR", "Keep library, sessions and segue.conf in DIR.", setDataDir},
    {"store", "KIND", "Keep sessions in KIND: sqlite, or memory for none (sqlite).", setStore},
    {SettingName::name.data(), "NAME", "What other devices call this one (this machine's name).", setName},
    {"join", "URL", "Run no hub; follow the one at ws://HOST:PORT.", setJoin},
    {"no-audio", nullptr, "Make no sound; control and follow only.", setNoAudio},
    {SettingName::audioDevice.data(), "ID", "Sound on this device (the system's default).", setAudioDevice},
    {"engine", "ENGINE", "Play everything with timeline or mediaplayer (auto: whichever is right).",
     setEngine},
    {"replaygain", "MODE", "Level loudness by ReplayGain tags: off, track, album or auto (off).",
     setReplayGain},
    {"preamp", "DB", "Add DB decibels to what ReplayGain says (0).", setPreamp},
    {SettingName::theme.data(), "THEME", "The window's colours: light, dark or system (system).", setTheme},
};

Exit wrong(int code, const QString &where, const QString &reason)
{
    return {.code = code, .text = u"%1: %2."_s.arg(where, reason)};
}

/// What a setting of the file does. A folder that is not there now may lie on a disk that comes back.
QString applyFromFile(const Setting &setting, Options &options, const QStringList &values)
{
    if (setting.apply != setMusic)
        return setting.apply(options, values);
    options.music += values;
    return {};
}

std::optional<Exit> readFile(Options &options, const QCommandLineParser &parser)
{
    const QString path = options.settingsFile();
    QSettings file(path, QSettings::IniFormat);
    if (file.status() != QSettings::NoError)
        return wrong(ExitCode::settings, path, u"the settings file cannot be read"_s);
    for (const QString &key : file.allKeys()) {
        const auto setting = std::ranges::find_if(
            settings, [&](const Setting &s) { return key == QLatin1StringView(s.name); });
        if (setting == std::ranges::end(settings) || key == "data-dir"_L1)
            return wrong(ExitCode::settings, path, u"there is no setting \"%1\""_s.arg(key));
        if (parser.isSet(key))
            continue;
        const QStringList values = file.value(key).toStringList();
        const QString fault =
            values.isEmpty() ? u"it has no value"_s : applyFromFile(*setting, options, values);
        if (!fault.isEmpty())
            return wrong(ExitCode::settings, path, u"%1: %2"_s.arg(key, fault));
    }
    return std::nullopt;
}

std::optional<Exit> readCommandLine(Options &options, const QCommandLineParser &parser)
{
    for (const Setting &setting : settings) {
        const QString name = QLatin1StringView(setting.name);
        if (!parser.isSet(name))
            continue;
        options.onCommandLine.append(name);
        const QStringList values = setting.value ? parser.values(name) : QStringList{u"true"_s};
        const QString fault = setting.apply(options, values);
        if (!fault.isEmpty())
            return wrong(setting.apply == setMusic ? ExitCode::noInput : ExitCode::usage, u"--%1"_s.arg(name),
                         fault);
    }
    if (parser.isSet(u"grant"_s))
        options.grant = parser.value(u"grant"_s);
    return std::nullopt;
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Plays music, and lets every device of the house see, control and follow the same player.\n"
        "DATA-DIR/segue.conf may hold the same settings, one NAME=VALUE on a line."_s);
    for (const Setting &setting : settings)
        parser.addOption(QCommandLineOption(QString(QLatin1StringView(setting.name)),
                                            QString(QLatin1StringView(setting.help)),
                                            QString(QLatin1StringView(setting.value))));
    parser.addOption(QCommandLineOption(
        u"grant"_s, u"Print a new token for USER, for other machines' clients, and exit."_s, u"USER"_s));
    parser.addOption(QCommandLineOption({u"h"_s, u"help"_s}, u"Show this help and exit."_s));
    parser.addOption(QCommandLineOption({u"v"_s, u"version"_s}, u"Show the version and exit."_s));
}

Options defaults()
{
    Options options;
    options.dataDir = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    options.name = QSysInfo::machineHostName();
    return options;
}

} // namespace

std::variant<Options, Exit> readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return Exit{.code = ExitCode::usage, .text = parser.errorText() + " Try --help."_L1};
    if (parser.isSet(u"help"_s))
        return Exit{.code = 0, .text = parser.helpText().trimmed()};
    if (parser.isSet(u"version"_s))
        return Exit{.code = 0,
                    .text = u"%1 %2"_s.arg(QCoreApplication::applicationName(),
                                           QCoreApplication::applicationVersion())};
    if (!parser.positionalArguments().isEmpty())
        return Exit{
            .code = ExitCode::usage,
            .text = u"There is no use for \"%1\". Try --help."_s.arg(parser.positionalArguments().first())};

    Options options = defaults();
    if (parser.isSet(u"data-dir"_s))
        (void)setDataDir(options, parser.values(u"data-dir"_s));
    if (const auto exit = readFile(options, parser))
        return *exit;
    if (const auto exit = readCommandLine(options, parser))
        return *exit;
    return options;
}

QString wordFor(Theme theme)
{
    switch (theme) {
    case Theme::System:
        return u"system"_s;
    case Theme::Light:
        return u"light"_s;
    case Theme::Dark:
        return u"dark"_s;
    }
    Q_UNREACHABLE();
}

QString faultOfName(const QString &name)
{
    if (name.isEmpty() || name.toUtf8().size() > Sync::Limits::nameBytes)
        return u"a name has 1 to %1 bytes"_s.arg(Sync::Limits::nameBytes);
    return {};
}

std::optional<QString> musicFolder()
{
    QString folder = QStandardPaths::writableLocation(QStandardPaths::MusicLocation);
    // On a machine without user folders Qt answers the home itself.
    if (folder == QDir::homePath() || !QFileInfo(folder).isDir() || !QFileInfo(folder).isReadable())
        return std::nullopt;
    return folder;
}

void useMusicFolder(Options &options)
{
    if (const auto folder = musicFolder(); folder && options.music.isEmpty())
        options.music.append(*folder);
}

} // namespace App
