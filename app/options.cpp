// SPDX-License-Identifier: Apache-2.0
#include "app/options.h"

#include "app/settings.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace App {

namespace {

constexpr auto dataDir = "data-dir"_L1;
constexpr auto importing = "import-sync-player"_L1;
constexpr char storePassword[] = "SEGUE_STORE_PASSWORD"; // in the environment

Exit wrong(int code, const QString &where, const QString &reason)
{
    return {.code = code, .text = u"%1: %2."_s.arg(where, reason)};
}

/// What a setting of the file does. A folder that is not there now may lie on a disk that comes back.
QString applyFromFile(const Setting &setting, Options &options, const QStringList &values)
{
    if (setting.name != SettingName::music)
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
        const Setting *setting = settingNamed(key);
        if (!setting || key == dataDir)
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
    for (const Setting &setting : allSettings()) {
        const QString name = setting.name;
        if (!parser.isSet(name))
            continue;
        options.onCommandLine.append(name);
        const QStringList values = setting.value ? parser.values(name) : QStringList{u"true"_s};
        const QString fault = setting.apply(options, values);
        if (!fault.isEmpty())
            return wrong(name == SettingName::music ? ExitCode::noInput : ExitCode::usage,
                         u"--%1"_s.arg(name), fault);
    }
    if (parser.isSet(u"grant"_s))
        options.grant = parser.value(u"grant"_s);
    options.listHubs = parser.isSet(u"list-hubs"_s);
    if (!parser.isSet(importing))
        return std::nullopt;
    auto from = Sync::Redis::addressFrom(parser.value(importing));
    if (const auto *fault = std::get_if<QString>(&from))
        return wrong(ExitCode::usage, u"--%1"_s.arg(importing), *fault);
    options.importFrom = std::get<Sync::Redis::Address>(std::move(from));
    return std::nullopt;
}

/// QCommandLineParser knows no option that may have a value: "--join" alone is "--join auto".
QStringList withWhatIsMeant(const QStringList &arguments)
{
    QStringList meant;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        meant.append(arguments.at(i));
        const bool isAlone = i + 1 == arguments.size() || arguments.at(i + 1).startsWith(u'-');
        if (arguments.at(i) == "--join"_L1 && isAlone)
            meant.append(u"auto"_s);
    }
    return meant;
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Plays music, and lets every device of the house see, control and follow the same player.\n"
        "DATA-DIR/segue.conf may hold the same settings, one NAME=VALUE on a line."_s);
    for (const Setting &setting : allSettings())
        parser.addOption(QCommandLineOption(QString(setting.name), QString(QLatin1StringView(setting.help)),
                                            QString(QLatin1StringView(setting.value))));
    parser.addOption(QCommandLineOption(
        u"grant"_s, u"Print a new token for the profile USER, which is made if need be, and exit."_s,
        u"USER"_s));
    parser.addOption(QCommandLineOption(importing,
                                        u"Take over what sync_player keeps in the Redis at "
                                        u"redis://HOST:PORT, each user's state into a profile, "
                                        "and exit."_s,
                                        u"REDIS"_s));
    parser.addOption(QCommandLineOption(
        u"list-hubs"_s, u"Print which hubs are on this network, with their addresses and ids, and exit."_s));
    parser.addOption(QCommandLineOption({u"h"_s, u"help"_s}, u"Show this help and exit."_s));
    parser.addOption(QCommandLineOption({u"v"_s, u"version"_s}, u"Show the version and exit."_s));
}

/// What is wrong with settings that are right by themselves.
QString faultOfTls(const Options &options)
{
    const bool hasFiles = !options.certificate.isEmpty() && !options.key.isEmpty();
    const bool hasNone = options.certificate.isEmpty() && options.key.isEmpty();
    if (!hasFiles && !hasNone)
        return u"--certificate and --key belong together: one of them is missing."_s;
    if (options.tls == TlsMode::Files && hasNone)
        return u"--tls files needs --certificate and --key."_s;
    if (hasFiles && (options.tls == TlsMode::Off || options.tls == TlsMode::Own))
        return u"--certificate and --key are for --tls files or --tls only."_s;
    return {};
}

/// What others could read on this machine goes in by other ways.
QString faultOfStore(Options &options)
{
    if (options.redis && !options.redis->password.isEmpty() && options.onCommandLine.contains("store"_L1))
        return u"Everybody on this machine can read a password in --store: put it into a file for "
               u"--store-password, into "
               "%1, or into the environment as %2."_s.arg(options.settingsFile(),
                                                          QLatin1StringView(storePassword));
    if (!options.storePassword.isEmpty() && !options.redis)
        return u"--store-password is for --store redis://HOST:PORT/0."_s;
    if (options.redis && options.storePassword.isEmpty())
        options.storePassword = qEnvironmentVariable(storePassword);
    if (options.redis && !options.storePassword.isEmpty())
        options.redis->password = options.storePassword;
    return {};
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
    if (!parser.parse(withWhatIsMeant(arguments)))
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
    if (parser.isSet(dataDir))
        (void)settingNamed(dataDir)->apply(options, parser.values(dataDir));
    if (const auto exit = readFile(options, parser))
        return *exit;
    if (const auto exit = readCommandLine(options, parser))
        return *exit;
    for (const QString &fault : {faultOfTls(options), faultOfStore(options)})
        if (!fault.isEmpty())
            return Exit{.code = ExitCode::usage, .text = fault};
    return options;
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
