// SPDX-License-Identifier: Apache-2.0
#include "bench/window/age.h"

#include <QFile>

#include <ctime>
#include <unistd.h>

namespace Bench {

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
