// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/translations.h"
#include "app/desktop/window.h"
#include "app/process.h"
#include "app/program.h"

#include <QGuiApplication>
#include <QLocale>

namespace {

Desktop::ColorScheme::Choice choiceFor(App::Theme theme)
{
    switch (theme) {
    case App::Theme::System:
        return Desktop::ColorScheme::Choice::System;
    case App::Theme::Light:
        return Desktop::ColorScheme::Choice::Light;
    case App::Theme::Dark:
        return Desktop::ColorScheme::Choice::Dark;
    }
    Q_UNREACHABLE();
}

int run(const App::Options &options)
{
    App::Program program(options);
    Desktop::Window window({.link = program.link(),
                            .deviceId = program.deviceId(),
                            .ownHub = !options.join,
                            .catalogue = program.catalogue(),
                            .cataloguePath = program.cataloguePath(),
                            .scanner = program.scanner(),
                            .data = program.dataDirectory(),
                            .state = program.statePath(),
                            .theme = choiceFor(options.theme)});
    const auto setVolume = [&] {
        program.player().setVolume(window.player().muted() ? 0 : window.player().volume());
    };
    QObject::connect(&window.player(), &Desktop::PlayerController::volumeChanged, &program, setVolume);
    setVolume();
    QObject::connect(&program, &App::Program::noticed, &window.player(),
                     &Desktop::PlayerController::setNotice);
    QObject::connect(&program, &App::Program::heard, &window.personal(),
                     &Desktop::PersonalController::historyChanged);
    QObject::connect(&window, &Desktop::Window::closed, &program, &App::Program::quit);
    if (!window.show())
        return App::finish({.code = App::ExitCode::unavailable,
                            .text = QStringLiteral("The window cannot be shown; segued runs without one.")});
    App::announce(program);
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
    try {
        return run(chosen);
    } catch (const App::StartError &error) {
        return App::finish(error.exit);
    }
}
