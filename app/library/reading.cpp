// SPDX-License-Identifier: Apache-2.0
#include "app/library/reading.h"

#include "app/library/tagreader.h"

#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>

namespace Library {

namespace {

// A disk with a head gains nothing from more, and computing needs none beyond the processors.
constexpr int mostReaders = 8;

/// Not by QFileInfo: its times are local ones, and reading the time zone takes longer than asking for them.
WallTime cameToDisk(const FoundFile &file, WallTime now)
{
    using namespace std::chrono;
    nanoseconds since(file.stamp.mtimeNs);
    struct statx status{};
    if (::statx(AT_FDCWD, QFile::encodeName(file.path).constData(), 0, STATX_BTIME, &status) == 0
        && (status.stx_mask & STATX_BTIME)) // not every file system knows
        since = seconds(status.stx_btime.tv_sec) + nanoseconds(status.stx_btime.tv_nsec);
    return std::min(WallTime(floor<milliseconds>(since)), now);
}

Reading read(const ReadingJob &job, WallTime now)
{
    auto result = readTrack(job.file.path);
    if (const auto *problem = std::get_if<Problem>(&result))
        return {.job = job, .result = *problem, .wasOpened = QFileInfo(job.file.path).isReadable()};
    auto &track = std::get<Track>(result);
    track.added = job.isInNewRoot ? cameToDisk(job.file, now) : now;
    if (!job.file.cues)
        return {.job = job, .result = QList{std::move(track)}};
    Division division = divided(track, *job.file.cues);
    return {.job = job, .result = std::move(division.tracks), .sheetProblems = std::move(division.problems)};
}

} // namespace

QList<Reading> readAll(const QList<ReadingJob> &jobs, WallTime now, const std::atomic_bool &cancelled)
{
    QList<Reading> readings;
    readings.reserve(jobs.size());
    for (const ReadingJob &job : jobs) {
        if (cancelled)
            break;
        readings.append(read(job, now));
    }
    return readings;
}

int readerThreads() { return std::clamp(QThread::idealThreadCount(), 2, mostReaders); }

} // namespace Library
