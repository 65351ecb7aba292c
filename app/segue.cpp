// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/translations.h"
#include "app/desktop/window.h"
#include "app/listhubs.h"
#include "app/process.h"
#include "app/program.h"

#include <QGuiApplication>
#include <QLocale>

namespace {

/// Of the window, and as others may have set it from afar.
void connectVolume(Desktop::PlayerController &shown, Player::SessionPlayer &player)
{
    const auto set = [&shown, &player] {
        player.setVolume({.percent = shown.volumePercent(), .muted = shown.muted()});
    };
    QObject::connect(&shown, &Desktop::PlayerController::volumeChanged, &player, set);
    QObject::connect(&player, &Player::SessionPlayer::volumeChanged, &shown,
                     [&shown, &player] { shown.showVolume(player.volume().percent, player.volume().muted); });
    set();
}

/// What is done in the window and has its effect outside of it.
void connectSettings(Desktop::Window &window, App::Program &program)
{
    Desktop::PlayerController &player = window.player();
    connectVolume(player, program.player());
    QObject::connect(&window.sleep(), &Desktop::SleepController::gainChanged, &program,
                     [&window, &program] { program.player().setFade(window.sleep().gain()); });
    QObject::connect(&window.sound(), &Desktop::SoundController::soundChanged, &program,
                     &App::Program::setSound);
    QObject::connect(&window.settings(), &Desktop::SettingsController::renamed, &program,
                     &App::Program::rename);
    QObject::connect(&window.users(), &Desktop::UsersController::entered, &program, &App::Program::enter);
    QObject::connect(&program, &App::Program::addressChanged, &window.settings(),
                     &Desktop::SettingsController::setAddress);
    QObject::connect(&program, &App::Program::hubChanged, &window, [&window, &program] {
        window.setHub(program.hub(), program.token(), program.hasOwnHub());
    });
}

int run(const App::Options &options)
{
    App::Program program(options);
    std::optional<Player::PulseServer> soundServer;
    if (!options.noAudio)
        soundServer.emplace();
    Desktop::Window window(
        {.link = program.link(),
         .deviceId = program.deviceId(),
         .ownHub = program.hasOwnHub(),
         .catalogue = program.catalogue(),
         .cataloguePath = program.cataloguePath(),
         .scanner = program.scanner(),
         .user = program.user(),
         .data = program.dataDirectory(),
         .state = program.statePath(),
         .options = options,
         .address = program.address(),
         .hub = program.hub(),
         .token = program.token(),
         .listenAt = [&program](const QHostAddress &address) { return program.listenAt(address); },
         .soundServer = soundServer ? &*soundServer : nullptr,
         .analyser = &program.analyser(),
         .browser = &program.network().browser(),
         .joining = &program.network().joining(),
         .hubs = {.join = [&program](const Sync::HubChoice &choice) { program.join(choice); },
                  .goHome = [&program] { return program.goHome(); }}});
    connectSettings(window, program);
    QObject::connect(&program, &App::Program::noticed, &window.player(),
                     &Desktop::PlayerController::setNotice);
    QObject::connect(&program, &App::Program::failed, &window.player(),
                     &Desktop::PlayerController::addFailure);
    QObject::connect(&program, &App::Program::heard, &window.personal(),
                     &Desktop::PersonalController::historyChanged);
    QObject::connect(&program, &App::Program::personalMusicChanged, &window, &Desktop::Window::reloadPersonal,
                     Qt::QueuedConnection);
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
    if (chosen.listHubs)
        return App::finish(App::listHubs());
    try {
        return run(chosen);
    } catch (const App::StartError &error) {
        return App::finish(error.exit);
    }
}
