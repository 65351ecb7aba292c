// SPDX-License-Identifier: Apache-2.0
#include "bench/window/memory.h"

#include <QFile>

#include <ctime>
#include <unistd.h>

namespace Bench {

qint64 anonymousKib(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/smaps_rollup").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n'))
        if (line.startsWith("Anonymous:"))
            return line.simplified().split(' ').value(1).toLongLong();
    return 0;
}

double sinceStartMs()
{
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray all = file.readAll();
    const QList<QByteArray> fields = all.mid(all.lastIndexOf(')') + 2).split(' ');
    constexpr int startTime = 19; // of what follows the name, see proc(5)
    const double ticks = double(sysconf(_SC_CLK_TCK));
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return double(now.tv_sec) * 1000 + double(now.tv_nsec) / 1e6
        - fields.value(startTime).toDouble() * 1000 / ticks;
}

} // namespace Bench
