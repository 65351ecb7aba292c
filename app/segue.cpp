// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/translations.h"
#include "app/importsyncplayer.h"
#include "app/listhubs.h"
#include "app/process.h"
#include "app/windowedprogram.h"

#include <QGuiApplication>
#include <QLocale>

namespace {

int run(const App::Options &options)
{
    App::WindowedProgram segue(options);
    if (!segue.window().show())
        return App::finish({.code = App::ExitCode::unavailable,
                            .text = QStringLiteral("The window cannot be shown; segued runs without one.")});
    App::announce(segue.program());
    return QGuiApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    App::prepareProcess();
    const QStringList arguments = App::argumentsOf(argc, argv);
    int first = 1; // Qt would take --name for itself on X11
    QGuiApplication application(first, argv);
    QGuiApplication::setApplicationName(QStringLiteral("segue"));
    QGuiApplication::setQuitOnLastWindowClosed(false); // leaving comes first
    QGuiApplication::setLayoutDirection(QLocale::system().textDirection());
    const Desktop::Translations translations(QLocale::system());

    const auto options = App::readOptions(arguments);
    if (const auto *exit = std::get_if<App::Exit>(&options))
        return App::finish(*exit);
    const auto &chosen = std::get<App::Options>(options);
    if (chosen.grant)
        return App::finish(App::grantToken(chosen));
    if (chosen.importFrom)
        return App::finish(App::importSyncPlayer(chosen));
    if (chosen.listHubs)
        return App::finish(App::listHubs());
    try {
        return run(chosen);
    } catch (const App::StartError &error) {
        return App::finish(error.exit);
    }
}
