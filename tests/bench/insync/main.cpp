// SPDX-License-Identifier: Apache-2.0
// How exactly two devices play the same, beside others that do.
#include "bench/engine/player.h"
#include "bench/insync/sections.h"
#include "bench/support/report.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <exception>

using namespace Qt::StringLiterals;

namespace {

struct Section {
    const char *name;
    void (*measure)(const Bench::Plan &);
};

constexpr Section sections[] = {
    {.name = "together", .measure = Bench::measureTogether},
    {.name = "load", .measure = Bench::measureLoad},
    {.name = "handover", .measure = Bench::measureHandover},
    {.name = "joining", .measure = Bench::measureJoining},
    {.name = "browser", .measure = Bench::measureBrowser},
    {.name = "selftest", .measure = Bench::measureNothing},
};

/// The rest is told also where one of them cannot be measured.
bool measure(const Section &section, const Bench::Plan &plan)
{
    try {
        section.measure(plan);
        return true;
    } catch (const std::exception &error) {
        Bench::sayLoudly(u"NOT MEASURED: %1: %2"_s.arg(QString::fromLatin1(section.name),
                                                       QString::fromUtf8(error.what())));
        return false;
    }
}

int measure(const QStringList &wanted, const Bench::Plan &plan)
{
    bool good = true;
    qsizetype found = 0;
    for (const Section &section : sections) {
        if (!wanted.isEmpty() && !wanted.contains(QString::fromLatin1(section.name)))
            continue;
        ++found;
        good = measure(section, plan) && good;
    }
    if (found < wanted.size()) {
        std::fputs("There is no such section.\n", stderr);
        return 2;
    }
    return good ? 0 : 1;
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"Measures how exactly two devices play the same, by what is heard."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(
        u"sections"_s,
        u"together, load, handover, joining, browser, selftest (all of these where none is named)."_s);
    parser.addOption({u"markdown"_s, u"Prints tables as Markdown."_s});
    parser.addOption({u"seconds"_s, u"Of playing, for each system of together."_s, u"count"_s, u"60"_s});
    parser.addOption(
        {u"systems"_s, u"Of together, one after the other."_s, u"list"_s, u"segue,snapcast,qmediaplayer"_s});
    parser.addOption({u"backend"_s, u"Of QMediaPlayer: ffmpeg or gstreamer."_s, u"name"_s, u"ffmpeg"_s});
    parser.addOption({u"handovers"_s, u"From one sink to the other."_s, u"count"_s, u"20"_s});
    parser.addOption({u"joins"_s, u"Through a bad network."_s, u"count"_s, u"5"_s});
    parser.addOption({u"one-device"_s, u"Both sinks are parts of one, recorded together."_s});
    parser.addOption({u"data"_s, u"Writes all offsets of together there, for plot.gp."_s, u"file"_s});
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const auto words = QCoreApplication::arguments();
    if (words.size() >= 3 && words[1] == "--play"_L1)
        return Bench::playAsTold(words[2], words.value(3));
    QCommandLineParser parser;
    describe(parser);
    parser.process(application);
    Bench::useMarkdown(parser.isSet(u"markdown"_s));
    return measure(parser.positionalArguments(),
                   {.sinks = parser.isSet(u"one-device"_s) ? Bench::Sinks::OneDevice : Bench::Sinks::Separate,
                    .time = std::chrono::seconds(parser.value(u"seconds"_s).toInt()),
                    .handovers = parser.value(u"handovers"_s).toInt(),
                    .joins = parser.value(u"joins"_s).toInt(),
                    .systems = parser.value(u"systems"_s).split(u','),
                    .backend = parser.value(u"backend"_s),
                    .data = parser.value(u"data"_s)});
}
