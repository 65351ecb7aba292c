// SPDX-License-Identifier: Apache-2.0
#include "bench/support/processcost.h"

#include <QFile>

#include <ctime>

using namespace Qt::StringLiterals;

namespace Bench {

namespace {

qint64 kibIn(const QString &path, const char *key)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n'))
        if (line.startsWith(key))
            return line.simplified().split(' ').value(1).toLongLong();
    return 0;
}

} // namespace

qint64 anonymousKib(qint64 process) { return kibIn(u"/proc/%1/smaps_rollup"_s.arg(process), "Anonymous:"); }

qint64 peakKib(qint64 process) { return kibIn(u"/proc/%1/status"_s.arg(process), "VmHWM:"); }

double processorSeconds(qint64 process)
{
    clockid_t clock = 0;
    timespec time{};
    if (::clock_getcpuclockid(pid_t(process), &clock) != 0 || ::clock_gettime(clock, &time) != 0)
        return 0;
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

} // namespace Bench
