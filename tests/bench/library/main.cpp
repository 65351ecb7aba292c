// SPDX-License-Identifier: Apache-2.0
#include "bench/library/material.h"
#include "bench/library/mpd.h"
#include "bench/library/trials.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

using Bench::Cost;

struct Plan {
    QString folder;
    QString mpd;
    int files = 0;
    int tracks = 0;
    int rounds = 0;
};

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    return values[values.size() / 2];
}

void tell(const char *what, const std::optional<Cost> &cost)
{
    if (cost)
        std::printf("; %s: %.2f s, %.2f s of the processor, %lld KiB\n", what, cost->seconds, cost->processor,
                    qlonglong(cost->peakKib));
    else
        std::printf("%s FAILED\n", what);
    std::fflush(stdout);
}

void tell(const char *what, const Bench::SearchCost &search)
{
    std::printf("%s: median %.2f ms, p95 %.2f ms (%.2f of the processor), slowest %.1f ms (\"%s\"), of %d\n",
                what, search.median, search.late, search.lateOfProcessor, search.latest,
                qPrintable(search.latestTyped), search.count);
}

/// The two take turns, so that whatever else the machine does concerns both.
int compareScans(const Plan &plan)
{
    const QString music = plan.folder + "/music"_L1;
    QDir().mkpath(music);
    if (!Bench::makeMusic(music, plan.files)) {
        std::puts("NOTHING MEASURED: no music can be made; is ffmpeg installed?");
        return 1;
    }
    if (plan.mpd.isEmpty())
        std::puts("NOT COMPARED: mpd is not installed");
    std::vector<double> segue;
    std::vector<double> mpd;
    std::vector<double> ratios;
    std::vector<double> processorRatios;
    for (int round = 0; round <= plan.rounds; ++round) {
        const QTemporaryDir dir;
        const auto own = Bench::scanInChild(dir.filePath(u"catalogue.sqlite"_s), music);
        tell("segue", own);
        const auto other = plan.mpd.isEmpty() ? std::nullopt : Bench::scanWithMpd(plan.mpd, music);
        if (!plan.mpd.isEmpty())
            tell("mpd", other);
        if (!own || (!plan.mpd.isEmpty() && !other))
            return 1;
        if (round == 0) // fills the page cache
            continue;
        segue.push_back(own->seconds);
        if (other) {
            mpd.push_back(other->seconds);
            ratios.push_back(other->seconds / own->seconds);
            processorRatios.push_back(other->processor / own->processor);
        }
    }
    std::printf("\n%d files: segue %.0f files/s", plan.files, plan.files / median(segue));
    if (!mpd.empty())
        std::printf(", mpd %.0f files/s, ratio %.2f; of processor time %.2f", plan.files / median(mpd),
                    median(ratios), median(processorRatios));
    std::printf("\n\n");
    return 0;
}

int measureLarge(const Plan &plan)
{
    const QString music = plan.folder + "/large"_L1;
    const QString catalogue = plan.folder + "/large.sqlite"_L1;
    if (!QFile::exists(catalogue) && !Bench::fillCatalogue(catalogue, music, plan.tracks))
        return 1;
    std::vector<double> rescans;
    for (int round = 0; round <= plan.rounds; ++round) {
        const auto cost = Bench::scanInChild(catalogue, music);
        tell("rescan", cost);
        if (cost && round > 0)
            rescans.push_back(cost->seconds);
    }
    std::printf("\n%d tracks: rescan %.2f s\n", plan.tracks, median(rescans));
    tell("search()", Bench::typeSearches(catalogue, Bench::Asked::Rows));
    tell("searchIds()", Bench::typeSearches(catalogue, Bench::Asked::Ids));
    const auto lists = Bench::listAll(catalogue);
    std::printf("ids of all tracks %.1f ms, of all albums %.1f ms\n", lists.tracks, lists.albums);
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const auto words = QCoreApplication::arguments();
    if (words.size() == 4 && words[1] == "--scan"_L1)
        return Bench::scanHere(words[2], words[3]);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Scans beside MPD; rescans and searches a large library."_s);
    parser.addHelpOption();
    parser.addOption({u"folder"_s, u"Where the music is made and kept for the next time."_s, u"folder"_s});
    parser.addOption({u"files"_s, u"Files to scan."_s, u"count"_s, u"10000"_s});
    parser.addOption({u"tracks"_s, u"Tracks of the large library."_s, u"count"_s, u"100000"_s});
    parser.addOption({u"rounds"_s, u"Rounds that count; one more goes before."_s, u"count"_s, u"3"_s});
    parser.addOption(
        {u"mpd"_s, u"The MPD to compare with."_s, u"program"_s, QStandardPaths::findExecutable(u"mpd"_s)});
    parser.process(application);
    const QTemporaryDir temporary;
    const Plan plan{.folder = parser.isSet(u"folder"_s) ? parser.value(u"folder"_s) : temporary.path(),
                    .mpd = parser.value(u"mpd"_s),
                    .files = parser.value(u"files"_s).toInt(),
                    .tracks = parser.value(u"tracks"_s).toInt(),
                    .rounds = parser.value(u"rounds"_s).toInt()};
    const int failed = plan.files > 0 ? compareScans(plan) : 0;
    return plan.tracks > 0 ? std::max(failed, measureLarge(plan)) : failed;
}
