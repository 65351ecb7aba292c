// SPDX-License-Identifier: Apache-2.0
#include "app/library/reading.h"

#include "app/library/tagreader.h"

#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <algorithm>

namespace Library {

namespace {

// A disk with a head gains nothing from more, and computing needs none beyond the processors.
constexpr int mostReaders = 8;

WallTime cameToDisk(const QString &path, WallTime now)
{
    const QFileInfo file(path);
    QDateTime time = file.birthTime();
    if (!time.isValid()) // not every file system knows
        time = file.lastModified();
    return std::min(WallTime(std::chrono::milliseconds(time.toMSecsSinceEpoch())), now);
}

} // namespace

QList<Reading> readAll(const QList<ReadingJob> &jobs, WallTime now, const std::atomic_bool &cancelled)
{
    QList<Reading> readings;
    readings.reserve(jobs.size());
    for (const ReadingJob &job : jobs) {
        if (cancelled)
            break;
        Reading reading{job, readTrack(job.file.path)};
        if (auto *track = std::get_if<Track>(&reading.result))
            track->added = job.isInNewRoot ? cameToDisk(job.file.path, now) : now;
        else
            reading.wasOpened = QFileInfo(job.file.path).isReadable();
        readings.append(std::move(reading));
    }
    return readings;
}

int readerThreads() { return std::clamp(QThread::idealThreadCount(), 2, mostReaders); }

} // namespace Library
