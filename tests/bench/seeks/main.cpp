// SPDX-License-Identifier: Apache-2.0
#include "bench/seeks/material.h"
#include "bench/seeks/player.h"
#include "bench/seeks/together.h"
#include "bench/seeks/trial.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

using Seeks::Heard;

QString spread(const std::vector<Heard> &all, int Heard::*value)
{
    std::vector<int> values;
    for (const auto &heard : all) {
        if (heard.kind == Heard::Kind::Right)
            values.push_back(heard.*value);
    }
    if (values.empty())
        return u"-"_s;
    std::sort(values.begin(), values.end());
    return u"%1 (%2..%3)"_s.arg(values[values.size() / 2]).arg(values.front()).arg(values.back());
}

void printRow(const Seeks::Plan &plan, const Seeks::Material &material, const Seeks::Outcome &outcome)
{
    const auto count = [&](Heard::Kind kind) {
        return int(std::count_if(outcome.seeks.begin(), outcome.seeks.end(),
                                 [&](const auto &h) { return h.kind == kind; }));
    };
    const auto row =
        u"| %1 | %2 | %3 | %4/%5 | %6 | %7 | %8 | %9 | %10 | %11 | %12 | %13 |\n"_s
            .arg(plan.backend, plan.strategy, material.name)
            .arg(count(Heard::Kind::Right))
            .arg(outcome.asked)
            .arg(count(Heard::Kind::Silent))
            .arg(count(Heard::Kind::Astray))
            .arg(spread(outcome.seeks, &Heard::silenceMs), spread(outcome.seeks, &Heard::lagMs),
                 spread(outcome.seeks, &Heard::reportErrorMs), spread(outcome.starts, &Heard::lagMs),
                 spread(outcome.starts, &Heard::reportErrorMs), outcome.end);
    std::fputs(qPrintable(row), stdout);
    std::fflush(stdout);
}

std::vector<Seeks::Material> gather(const QStringList &formats, int pieces, const QString &directory)
{
    std::vector<Seeks::Material> materials;
    for (const auto &format : formats) {
        if (auto material = Seeks::makeNoise(directory, format))
            materials.push_back(std::move(*material));
    }
    for (const auto &path :
         Seeks::installedMusic().first(std::min<qsizetype>(pieces, Seeks::installedMusic().size()))) {
        if (auto material = Seeks::readMaterial(path.section(u'/', -1), path))
            materials.push_back(std::move(*material));
    }
    return materials;
}

int measureTogether(const QCommandLineParser &parser, const std::vector<Seeks::Material> &materials)
{
    for (const auto &backend : parser.value(u"backends"_s).split(u',')) {
        for (const auto &material : materials) {
            std::printf("%s, %s: %s\n", qPrintable(backend), qPrintable(material.name),
                        qPrintable(Seeks::playTogether(backend, material)));
            std::fflush(stdout);
        }
    }
    return 0;
}

int measure(const QCommandLineParser &parser)
{
    const QTemporaryDir directory;
    const auto formats = parser.value(u"formats"_s).split(u',', Qt::SkipEmptyParts);
    const auto materials = gather(formats, parser.value(u"music"_s).toInt(), directory.path());
    if (parser.isSet(u"together"_s))
        return measureTogether(parser, materials);
    std::puts("| backend | strategy | file | sound after seek | silent | astray | silence ms | lag ms | "
              "position() error ms "
              "| start lag ms | start position() error ms | end |");
    std::puts("|---|---|---|---|---|---|---|---|---|---|---|---|");
    for (const auto &backend : parser.value(u"backends"_s).split(u',')) {
        for (const auto &strategy : parser.value(u"strategies"_s).split(u',')) {
            for (const auto &material : materials) {
                const Seeks::Plan plan{backend, strategy, parser.value(u"seeks"_s).toInt()};
                printRow(plan, material, Seeks::tryOut(plan, material));
            }
        }
        if (!materials.empty())
            std::printf("\nno sound device, %s: %s\n\n", qPrintable(backend),
                        qPrintable(Seeks::tryWithoutSound({backend, u"plain"_s, 1}, materials.front())));
    }
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const auto words = QCoreApplication::arguments();
    if (words.size() == 6 && words[1] == "--play"_L1)
        return Seeks::playAndSeek(words[2], words[3], words[4].toInt(), words[5].toInt());
    if (words.size() == 5 && words[1] == "--follow"_L1)
        return Seeks::follow(words[2], std::chrono::microseconds(words[3].toLongLong()),
                             std::chrono::milliseconds(words[4].toLongLong()));
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Counts how often there is sound after a seek."_s);
    parser.addHelpOption();
    parser.addOption({u"backends"_s, u"Backends of Qt Multimedia."_s, u"list"_s, u"gstreamer,ffmpeg"_s});
    parser.addOption({u"strategies"_s, u"Ways to seek."_s, u"list"_s,
                      u"plain,pause,reload,renew,output-seek,output-start"_s});
    parser.addOption({u"formats"_s, u"Formats of made files."_s, u"list"_s, u"flac,mp3,ogg"_s});
    parser.addOption({u"music"_s, u"How many installed pieces of music."_s, u"count"_s, u"1"_s});
    parser.addOption({u"seeks"_s, u"Seeks for each row."_s, u"count"_s, u"20"_s});
    parser.addOption({u"together"_s, u"Play each file in two processes at once instead."_s});
    parser.process(application);
    return measure(parser);
}
