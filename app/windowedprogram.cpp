// SPDX-License-Identifier: Apache-2.0
#include "app/windowedprogram.h"

namespace App {

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
void connectSettings(Desktop::Window &window, Program &program)
{
    Desktop::PlayerController &player = window.player();
    connectVolume(player, program.player());
    QObject::connect(&window.sleep(), &Desktop::SleepController::gainChanged, &program,
                     [&window, &program] { program.player().setFade(window.sleep().gain()); });
    QObject::connect(&window.sound(), &Desktop::SoundController::soundChanged, &program, &Program::setSound);
    QObject::connect(&window.settings(), &Desktop::SettingsController::renamed, &program, &Program::rename);
    QObject::connect(&window.users(), &Desktop::UsersController::entered, &program, &Program::enter);
    QObject::connect(&program, &Program::addressChanged, &window.settings(),
                     &Desktop::SettingsController::setAddress);
    QObject::connect(&program, &Program::hubChanged, &window, [&window, &program] {
        window.setHub(program.hub(), program.token(), program.hasOwnHub());
    });
}

} // namespace

WindowedProgram::WindowedProgram(const Options &options)
    : m_program(options)
    , m_soundServer(options.noAudio ? nullptr : std::make_unique<Player::PulseServer>())
    , m_window(parts(options))
{
    connectSettings(m_window, m_program);
    QObject::connect(&m_program, &Program::noticed, &m_window.player(),
                     &Desktop::PlayerController::setNotice);
    QObject::connect(&m_program, &Program::failed, &m_window.player(),
                     &Desktop::PlayerController::addFailure);
    QObject::connect(&m_program, &Program::heard, &m_window.personal(),
                     &Desktop::PersonalController::historyChanged);
    QObject::connect(&m_program, &Program::personalMusicChanged, &m_window, &Desktop::Window::reloadPersonal,
                     Qt::QueuedConnection);
    QObject::connect(&m_window, &Desktop::Window::closed, &m_program, &Program::quit);
}

Desktop::WindowParts WindowedProgram::parts(const Options &options)
{
    return {.link = m_program.link(),
            .deviceId = m_program.deviceId(),
            .ownHub = m_program.hasOwnHub(),
            .catalogue = m_program.catalogue(),
            .cataloguePath = m_program.cataloguePath(),
            .scanner = m_program.scanner(),
            .user = m_program.user(),
            .data = m_program.dataDirectory(),
            .state = m_program.statePath(),
            .options = options,
            .address = m_program.address(),
            .hub = m_program.hub(),
            .token = m_program.token(),
            .listenAt = [this](const QHostAddress &address) { return m_program.listenAt(address); },
            .soundServer = m_soundServer.get(),
            .analyser = &m_program.analyser(),
            .browser = &m_program.network().browser(),
            .joining = &m_program.network().joining(),
            .hubs = {.join = [this](const Sync::HubChoice &choice) { m_program.join(choice); },
                     .goHome = [this] { return m_program.goHome(); }}};
}

} // namespace App
