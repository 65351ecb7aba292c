// SPDX-License-Identifier: Apache-2.0
// pictures [--language LANGUAGE] FOLDER: the window's pages in both themes, and two windows side by side,
// into FOLDER. To be started by tests/support/lan/apart.sh: the pages show a hub's address, and another hub
// of its network.
#include "pictures/music.h"
#include "pictures/sheet.h"
#include "pictures/sitter.h"

#include "app/desktop/translations.h"
#include "app/process.h"
#include "support/lan/neighbours.h"
#include "support/program/runningprogram.h"
#include "support/soundserver.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QStyleHints>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Pictures::Sitter;

namespace {

constexpr int columns = 3;
constexpr int pageWidth = 660;
constexpr int besideWidth = 820;

App::Options optionsOf(const QString &folder, const QString &name, App::Theme theme)
{
    QDir().mkpath(folder + u'/' + name);
    App::Options options;
    options.dataDir = folder + u'/' + name;
    options.music = {folder + "/Music"_L1};
    options.name = name;
    options.port = 0;
    options.theme = theme;
    options.pulse = std::nullopt;
    return options;
}

/// What somebody makes of the music, and who else there is.
void furnish(Sitter &desk)
{
    desk.ask("PATCH", u"users/1"_s, {{"name"_L1, u"Anna"_s}});
    desk.ask("POST", u"users"_s, {{"name"_L1, u"Ben"_s}});
    const auto id = [&desk](const char *title) { return qint64(desk.track(QString::fromLatin1(title)).id); };
    for (const char *title : {"Harbour", "Thaw", "Points"})
        desk.ask("PUT", u"favourites/%1"_s.arg(id(title)));
    desk.ask(
        "POST", u"playlists"_s,
        {{"name"_L1, u"Sunday"_s}, {"tracks"_L1, QJsonArray{id("Frost"), id("Morning"), id("Harbour")}}});
    desk.ask("POST", u"playlists"_s,
             {{"name"_L1, u"On the road"_s}, {"tracks"_L1, QJsonArray{id("Detour"), id("First Train")}}});
    desk.ask("POST", u"radio"_s,
             {{"name"_L1, u"Groove"_s}, {"url"_L1, u"http://radio.example.org/groove"_s}});
    desk.window().users().reload(); // as when it starts with them
    Pictures::await([&desk] { return desk.window().users().users().size() == 2; }, "both profiles are there");
}

QList<QImage> libraryPages(Sitter &desk)
{
    QList<QImage> pages;
    const auto take = [&] { pages.append(desk.picture()); };
    const auto taken = [&](const QString &icon) {
        desk.choose(icon);
        take();
    };
    taken(u"disc"_s);
    desk.window().library().openAlbum(QString::number(desk.track(u"Points"_s).albumId));
    take();
    desk.choose(u"artist"_s);
    desk.press(Qt::Key_Return);
    take();
    for (const char *icon : {"list", "genre", "queue", "heart", "radio", "new"})
        taken(QString::fromLatin1(icon));
    desk.press(Qt::Key_F, Qt::ControlModifier);
    desk.type(u"t"_s);
    take();
    desk.press(Qt::Key_Escape);
    return pages;
}

QList<QImage> settingsPages(Sitter &desk)
{
    desk.press(Qt::Key_Comma, Qt::ControlModifier);
    (void)desk.picture(); // it is there now
    QList<QImage> pages;
    for (const double part : {0.0, 0.35, 0.7, 1.0}) {
        desk.scrollTo(part);
        pages.append(desk.picture());
    }
    Q_EMIT desk.window().invitation().wanted();
    pages.append(desk.picture());
    desk.press(Qt::Key_Escape);
    return pages;
}

QList<QImage> playingPages(Sitter &desk)
{
    QList<QImage> pages;
    desk.choose(u"disc"_s);
    desk.press(Qt::Key_D, Qt::ControlModifier);
    pages.append(desk.picture());
    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_U, Qt::ControlModifier);
    pages.append(desk.picture());
    desk.press(Qt::Key_U, Qt::ControlModifier);
    desk.choose(u"list"_s);
    desk.press(Qt::Key_F2);
    pages.append(desk.picture());
    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_P, Qt::ControlModifier);
    pages.append(desk.picture());
    desk.press(Qt::Key_P, Qt::ControlModifier);
    return pages;
}

bool takePages(Sitter &desk, const QString &file)
{
    QList<QImage> pages = libraryPages(desk);
    pages += playingPages(desk); // one after the other
    pages += settingsPages(desk);
    return Pictures::saveSheet(pages, columns, pageWidth, file);
}

/// Another hub of the network.
void startDen(Testing::Neighbours &network, Testing::RunningProgram &den, const QString &folder)
{
    network.den().takeIn(den);
    den.start(u"segued"_s,
              {u"--data-dir"_s, folder + "/Den"_L1, u"--music"_s, folder, u"--name"_s, u"Den"_s, u"--port"_s,
               u"0"_s, u"--lan"_s, u"--no-audio"_s});
    if (!den.waitForLog("Announced"))
        qFatal("The den has no hub: %s", den.log().constData());
}

int takeAll(const QString &folder, const QString &into)
{
    Testing::Neighbours network(u"192.168.77"_s);
    Testing::SoundServer sound;
    if (!network.start() || !sound.start({u"speakers sink_properties=device.description=Speakers"_s}))
        qFatal("%s", qPrintable(network.why() + sound.why()));
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", network.attic().busAddress().toLocal8Bit());
    sound.setEnvironmentHere();
    Testing::RunningProgram den;
    startDen(network, den, folder);

    App::Options options = optionsOf(folder, u"Desk"_s, App::Theme::Light);
    options.lan = true;
    Sitter desk(options);
    furnish(desk);
    desk.playUntil(u"Harbour"_s, 71s);
    Pictures::await([&] { return desk.window().hubs().count() == 1; }, "the den is found");
    bool isDone = takePages(desk, into + "/pages-light.png"_L1);

    desk.choose(u"disc"_s);
    desk.press(Qt::Key_U, Qt::ControlModifier);
    App::Options other = optionsOf(folder, u"Laptop"_s, App::Theme::Dark);
    other.join = Sync::HubChoice{.address = desk.program().hub()};
    {
        Sitter laptop(other);
        Pictures::await([&] { return laptop.program().link().isConnected(); }, "the laptop has joined");
        for (Sitter *each : {&desk, &laptop})
            each->window().view()->resize(besideWidth, 720);
        for (int i = 0; i < 2; ++i) // the queue opens at what plays
            desk.press(Qt::Key_U, Qt::ControlModifier);
        isDone =
            Pictures::saveSheet({laptop.picture(), desk.picture()}, 2, besideWidth, into + "/together.png"_L1)
            && isDone;
    }
    desk.window().view()->resize(1100, 740);
    desk.press(Qt::Key_U, Qt::ControlModifier);
    desk.window().settings().setTheme(u"dark"_s);
    return takePages(desk, into + "/pages-dark.png"_L1) && isDone ? 0 : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    App::prepareProcess();
    const QGuiApplication application(argc, argv);
    QGuiApplication::styleHints()->setCursorFlashTime(0); // it would never be still
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({u"language"_s, u"What the window speaks."_s, u"language"_s, u"en"_s});
    parser.addPositionalArgument(u"FOLDER"_s, u"Where the pictures go."_s);
    parser.process(application);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(1);
    const QLocale locale(parser.value(u"language"_s));
    QLocale::setDefault(locale);
    const Desktop::Translations translations(locale);
    const QTemporaryDir folder;
    if (!Pictures::makeMusic(folder.filePath(u"Music"_s)))
        qFatal("No music can be made: ffmpeg is not installed, or there is no room.");
    return takeAll(folder.path(), parser.positionalArguments().first());
}
