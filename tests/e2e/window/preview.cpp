// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/window.h"
#include "app/library/catalogue.h"
#include "app/library/tracksource.h"
#include "sync/server.h"
#include "sync/store/memorystore.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

struct Options {
    QStringList music;
    Desktop::ColorScheme::Choice theme = Desktop::ColorScheme::Choice::System;
    QString notice;
    QSize size;
};

Options optionsOf(const QGuiApplication &application)
{
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption music(u"music"_s, u"A folder of music."_s, u"folder"_s);
    const QCommandLineOption theme(u"theme"_s, u"light, dark or system."_s, u"theme"_s, u"system"_s);
    const QCommandLineOption notice(u"notice"_s, u"What the player has to say."_s, u"sentence"_s);
    const QCommandLineOption size(u"size"_s, u"Of the window."_s, u"WIDTHxHEIGHT"_s, u"1100x740"_s);
    parser.addOptions({music, theme, notice, size});
    parser.process(application);
    const QStringList sides = parser.value(size).split(u'x');
    return {.music = parser.values(music),
            .theme = Desktop::ColorScheme::choiceOf(parser.value(theme))
                         .value_or(Desktop::ColorScheme::Choice::System),
            .notice = parser.value(notice),
            .size = QSize(sides.value(0).toInt(), sides.value(1).toInt())};
}

} // namespace

int main(int argc, char *argv[])
{
    QGuiApplication application(argc, argv);
    const Options options = optionsOf(application);
    const QTemporaryDir folder;
    const QString catalogue = folder.filePath(u"catalogue.sqlite"_s);
    Library::prepareCatalogue(catalogue);

    Sync::Server server(
        std::make_unique<Sync::MemoryStore>(),
        {.identity = {.id = u"preview"_s, .name = u"Living room"_s},
         .makeTracks = [catalogue] { return std::make_unique<Library::CatalogueTracks>(catalogue); }});
    const auto listening = server.listen();
    if (const auto *reason = std::get_if<QString>(&listening))
        qFatal("%s", qUtf8Printable(*reason));
    const QUrl hub(u"ws://127.0.0.1:%1"_s.arg(std::get<quint16>(listening)));

    Library::Scanner scanner(catalogue);
    scanner.setRoots(options.music);
    Sync::Link desktop({.id = u"desktop"_s, .name = u"Study"_s, .output = true});
    Sync::Link kitchen({.id = u"kitchen"_s, .name = u"Kitchen radio"_s, .output = true});
    Sync::Link phone({.id = u"phone"_s, .name = u"A phone with quite a long name, as phones have"_s});

    Desktop::Window window({.link = desktop,
                            .deviceId = u"desktop"_s,
                            .ownHub = true,
                            .catalogue = catalogue,
                            .scanner = scanner,
                            .theme = options.theme});
    window.player().setNotice(options.notice);
    QObject::connect(&window, &Desktop::Window::closed, &application, [] { QCoreApplication::exit(0); });
    if (!window.show())
        return 1;
    window.view()->resize(options.size);
    for (Sync::Link *link : {&desktop, &kitchen, &phone})
        link->open(hub);
    scanner.scan();
    return QGuiApplication::exec();
}
