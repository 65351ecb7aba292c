// SPDX-License-Identifier: Apache-2.0
#include "app/importsyncplayer.h"
#include "app/listhubs.h"
#include "app/process.h"
#include "app/program.h"
#include "sync/limits.h"

#include <QCoreApplication>
#include <QSettings>

#include <algorithm>

namespace {

/// Others set it from afar; what they have set outlives the program, in the same words as the window's own.
void rememberVolume(App::Program &program, QSettings &state)
{
    const auto volumeKey = QStringLiteral("volume"); // 0..1
    const auto mutedKey = QStringLiteral("muted");
    bool isNumber = false;
    const double volume = state.value(volumeKey).toDouble(&isNumber);
    Player::SessionPlayer &player = program.player();
    player.setVolume({.percent = isNumber ? qRound(std::clamp(volume, 0.0, 1.0) * Sync::Limits::loudest)
                                          : Sync::Limits::loudest,
                      .muted = state.value(mutedKey).toBool()});
    QObject::connect(&player, &Player::SessionPlayer::volumeChanged, &program,
                     [&state, &player, volumeKey, mutedKey] {
                         state.setValue(volumeKey, double(player.volume().percent) / Sync::Limits::loudest);
                         state.setValue(mutedKey, player.volume().muted);
                     });
}

} // namespace

int main(int argc, char *argv[])
{
    App::prepareProcess();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("segue")); // one data directory for both programs

    auto options = App::readOptions(App::argumentsOf(argc, argv));
    if (const auto *exit = std::get_if<App::Exit>(&options))
        return App::finish(*exit);
    auto &chosen = std::get<App::Options>(options);
    if (chosen.grant)
        return App::finish(App::grantToken(chosen));
    if (chosen.importFrom)
        return App::finish(App::importSyncPlayer(chosen));
    if (chosen.listHubs)
        return App::finish(App::listHubs());
    App::useMusicFolder(chosen);
    try {
        App::Program program(chosen);
        QSettings state(program.statePath(), QSettings::IniFormat);
        rememberVolume(program, state);
        App::announce(program);
        return QCoreApplication::exec();
    } catch (const App::StartError &error) {
        return App::finish(error.exit);
    }
}
