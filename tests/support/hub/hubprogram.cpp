// SPDX-License-Identifier: Apache-2.0
#include "support/hub/testhub.h"
#include "sync/store/sqlitestore.h"

#include <QCoreApplication>

#include <cstdio>

namespace {

Testing::TestHub hubFor(const QStringList &words)
{
    if (words.size() == 2)
        return Testing::TestHub::sharing(words.first(), words.last());
    return Testing::TestHub(std::make_unique<Sync::SqliteStore>(words.first()));
}

} // namespace

/// hubprogram FOLDER: a hub with its sessions in FOLDER.
/// hubprogram REDIS ID: one that shares them through the Redis at that address, where it is known as ID.
/// Says its port and runs until it is killed.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments().sliced(1);
    if (words.isEmpty() || words.size() > 2)
        return 2;
    const Testing::TestHub hub = hubFor(words);
    std::printf("%d\n", int(hub.port()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
