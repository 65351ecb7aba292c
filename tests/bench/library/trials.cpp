// SPDX-License-Identifier: Apache-2.0
#include "bench/library/trials.h"

#include "app/library/catalogue.h"
#include "app/library/cataloguereader.h"
#include "app/library/cataloguewriter.h"
#include "app/library/ids.h"
#include "app/library/scanjob.h"
#include "app/library/searchtext.h"
#include "bench/library/material.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace Bench {

namespace {

constexpr int tracksPerAlbum = 12;
constexpr int typedNames = 400;

Library::ReadFile syntheticTrack(const QString &path, int number)
{
    const int album = number / tracksPerAlbum;
    struct stat status{};
    ::stat(QFile::encodeName(path).constData(), &status);
    Library::Track track{.id = quint64(number) + 1,
                         .path = path,
                         .title = trackTitle(number),
                         .artist = artistName(album / 2),
                         .album = albumTitle(album),
                         .albumArtist = artistName(album / 2),
                         .genre = genreName(album),
                         .trackNumber = number % tracksPerAlbum + 1,
                         .year = 1960 + album % 60,
                         .duration = std::chrono::minutes(3)};
    track.artistId = Library::artistId(track.artist);
    track.albumId = Library::albumId(track.albumArtist, track.album);
    const qint64 changed = qint64(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec;
    return {track, {status.st_size, changed}};
}

double processorMs()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

QStringList typedTexts()
{
    QStringList texts;
    for (int i = 0; i < typedNames; ++i) {
        const int number = i * 241;
        const QString tagged = i % 3 == 0 ? artistName(number)
            : i % 3 == 1                  ? albumTitle(number)
                                          : trackTitle(number);
        const QString name = i % 2 == 0 ? tagged : Library::folded(tagged); // as most people type it
        for (qsizetype size = 1; size <= name.size(); ++size)
            texts += name.first(size);
    }
    return texts;
}

} // namespace

int scanHere(const QString &catalogue, const QString &music)
{
    Library::prepareCatalogue(catalogue);
    const std::atomic_bool cancelled = false;
    QElapsedTimer timer;
    timer.start();
    const auto report = Library::runScan({.catalogue = catalogue,
                                          .roots = {music},
                                          .cancelled = cancelled,
                                          .progress = [](const Library::ScanProgress &) { },
                                          .stored = [] { }});
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto secondsOf = [](const timeval &time) {
        return double(time.tv_sec) + double(time.tv_usec) / 1e6;
    };
    std::printf("%.4f %.4f %ld %d %d %lld\n", seconds, secondsOf(usage.ru_utime) + secondsOf(usage.ru_stime),
                usage.ru_maxrss, report.added, report.unchanged, qlonglong(report.problems.size()));
    return 0;
}

std::optional<Cost> scanInChild(const QString &catalogue, const QString &music)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {u"--scan"_s, catalogue, music});
    if (!child.waitForFinished(-1) || child.exitCode() != 0)
        return std::nullopt;
    const QList<QByteArray> words = child.readAllStandardOutput().simplified().split(' ');
    if (words.size() != 6)
        return std::nullopt;
    std::printf("  added %s, unchanged %s, problems %s", words[3].constData(), words[4].constData(),
                words[5].constData());
    return Cost{
        .seconds = words[0].toDouble(), .processor = words[1].toDouble(), .peakKib = words[2].toLongLong()};
}

bool fillCatalogue(const QString &catalogue, const QString &music, int count)
{
    Library::prepareCatalogue(catalogue);
    Library::CatalogueWriter writer(catalogue);
    QList<Library::ReadFile> batch;
    for (int number = 0; number < count; ++number) {
        const QString folder = u"%1/%2"_s.arg(music).arg(number / tracksPerAlbum, 6, 10, QChar(u'0'));
        if (number % tracksPerAlbum == 0)
            QDir().mkpath(folder);
        const QString path = u"%1/%2 %3.flac"_s.arg(folder).arg(number % tracksPerAlbum + 1).arg(number);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return false;
        file.close();
        batch.append(syntheticTrack(path, number));
        if (batch.size() == 1024)
            writer.store(std::exchange(batch, {}));
    }
    writer.store(batch);
    writer.settle();
    return true;
}

SearchCost typeSearches(const QString &catalogue, Asked asked)
{
    constexpr Library::SearchLimits pageful{.tracks = 200, .albums = 30, .artists = 12};
    const Library::CatalogueReader reader(catalogue);
    std::vector<std::pair<double, QString>> times;
    std::vector<double> processor;
    for (const QString &text : typedTexts()) {
        QElapsedTimer timer;
        const double before = processorMs();
        timer.start();
        if (asked == Asked::Rows)
            (void)reader.search(text);
        else
            (void)reader.searchIds(text, pageful);
        processor.push_back(processorMs() - before);
        times.emplace_back(double(timer.nsecsElapsed()) / 1e6, text);
    }
    std::ranges::sort(times);
    std::ranges::sort(processor);
    return {.median = times[times.size() / 2].first,
            .late = times[times.size() * 95 / 100].first,
            .latest = times.back().first,
            .lateOfProcessor = processor[processor.size() * 95 / 100],
            .latestTyped = times.back().second,
            .count = int(times.size())};
}

ListCost listAll(const QString &catalogue)
{
    const auto median = [&](auto ask) {
        const Library::CatalogueReader reader(catalogue);
        std::vector<double> times;
        for (int i = 0; i < 9; ++i) {
            QElapsedTimer timer;
            timer.start();
            (void)ask(reader);
            times.push_back(double(timer.nsecsElapsed()) / 1e6);
        }
        std::ranges::sort(times);
        return times[times.size() / 2];
    };
    return {.tracks = median([](const auto &reader) { return reader.trackIds(); }),
            .albums = median([](const auto &reader) { return reader.albumIds(); })};
}

} // namespace Bench
