// SPDX-License-Identifier: Apache-2.0
// How soon, how exactly and at what cost the engine for files plays, beside others.
#include "bench/engine/player.h"
#include "bench/engine/sections.h"
#include "bench/support/report.h"
#include "sync/heap.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {

struct Section {
    const char *name;
    bool (*measure)(const Bench::Plan &);
};

constexpr Section sections[] = {
    {.name = "seeks", .measure = Bench::measureSeeks},
    {.name = "starts", .measure = Bench::measureStarts},
    {.name = "idle", .measure = Bench::measureIdle},
    {.name = "joints", .measure = Bench::measureJoints},
    {.name = "position", .measure = Bench::measurePosition},
    {.name = "soak", .measure = Bench::measureSoak},
};

int measure(const QStringList &wanted, const Bench::Plan &plan)
{
    bool good = true;
    qsizetype found = 0;
    for (const Section &section : sections) {
        const auto name = QString::fromLatin1(section.name);
        if (wanted.contains(name)) {
            ++found;
            good = section.measure(plan) && good;
        }
    }
    if (found < wanted.size()) {
        std::fputs("There is no such section.\n", stderr);
        return 2;
    }
    return good ? 0 : 1;
}

Bench::Plan planOf(const QCommandLineParser &parser)
{
    const auto count = [&](const QString &name) { return parser.value(name).toInt(); };
    return {.seeks = count(u"seeks"_s),
            .rounds = count(u"rounds"_s),
            .seconds = count(u"seconds"_s),
            .positionSeconds = count(u"position-seconds"_s),
            .soakMinutes = count(u"minutes"_s),
            .busyMinutes = count(u"busy-minutes"_s),
            .players = parser.value(u"players"_s).split(u','),
            .mpd = parser.value(u"mpd"_s),
            .mpv = parser.value(u"mpv"_s)};
}

} // namespace

int main(int argc, char *argv[])
{
    Sync::Heap::keepSmall(); // as the programs do
    const QCoreApplication application(argc, argv);
    const auto words = QCoreApplication::arguments();
    if (words.size() >= 3 && words[1] == "--play"_L1)
        return Bench::playAsTold(words[2], words.value(3));
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Measures the engine for files, through a sound server and beside others."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"sections"_s,
                                 u"seeks, starts, idle, joints, position (all of these where none "
                                 u"is named), soak."_s);
    parser.addOption({u"markdown"_s, u"Prints tables as Markdown."_s});
    parser.addOption({u"seeks"_s, u"Seeks of each player."_s, u"count"_s, u"100"_s});
    parser.addOption({u"rounds"_s, u"Starts of each player."_s, u"count"_s, u"30"_s});
    parser.addOption({u"seconds"_s, u"Playing for each figure of idle."_s, u"count"_s, u"60"_s});
    parser.addOption({u"position-seconds"_s, u"Playing for the position."_s, u"count"_s, u"180"_s});
    parser.addOption({u"minutes"_s, u"Of soak."_s, u"count"_s, u"60"_s});
    parser.addOption({u"busy-minutes"_s, u"Of soak with all processors busy."_s, u"count"_s, u"5"_s});
    parser.addOption(
        {u"players"_s, u"Of seeks and starts, besides mpd and mpv."_s, u"list"_s, u"own,ffmpeg,gstreamer"_s});
    for (const auto &peer : {u"mpd"_s, u"mpv"_s})
        parser.addOption({peer, u"The %1 to compare with."_s.arg(peer), u"program"_s,
                          QStandardPaths::findExecutable(peer)});
    parser.process(application);
    Bench::useMarkdown(parser.isSet(u"markdown"_s));
    const auto named = parser.positionalArguments();
    const QStringList usual{u"seeks"_s, u"starts"_s, u"idle"_s, u"joints"_s, u"position"_s};
    return measure(named.isEmpty() ? usual : named, planOf(parser));
}
