// SPDX-License-Identifier: Apache-2.0
#include "support/hub/testhub.h"
#include "sync/store/sqlitestore.h"

#include <QCoreApplication>

#include <cstdio>

/// killedhub FOLDER: a hub with its sessions in FOLDER. Says its port and runs until it is killed.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 2)
        return 2;
    const Testing::TestHub hub(std::make_unique<Sync::SqliteStore>(arguments.at(1)));
    std::printf("%d\n", int(hub.port()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
