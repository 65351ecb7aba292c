// SPDX-License-Identifier: Apache-2.0
#include "app/process.h"
#include "app/program.h"

#include <QCoreApplication>

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
    App::useMusicFolder(chosen);
    try {
        const App::Program program(chosen);
        App::announce(program);
        return QCoreApplication::exec();
    } catch (const App::StartError &error) {
        return App::finish(error.exit);
    }
}
