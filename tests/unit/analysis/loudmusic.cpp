// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/analysis/loudmusic.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>

#include <cmath>

using namespace Qt::StringLiterals;

namespace LoudMusic {

namespace {

constexpr double reference = -18;
constexpr double tolerance = 0.1;

} // namespace

bool make(const QString &path, const QList<Stretch> &stretches)
{
    QDir().mkpath(QFileInfo(path).path());
    QStringList words{u"-v"_s, u"error"_s, u"-y"_s};
    QString joined;
    for (const auto &[decibels, seconds] : stretches) {
        const QString wave = u"%1*sin(2*PI*1000*t)"_s.arg(std::pow(10., decibels / 20.));
        words << u"-f"_s << u"lavfi"_s << u"-i"_s << u"aevalsrc=%1|%1:s=48000:d=%2"_s.arg(wave).arg(seconds);
        joined += u"[%1]"_s.arg((words.size() - 3) / 4 - 1);
    }
    words << u"-filter_complex"_s << u"%1concat=n=%2:v=0:a=1"_s.arg(joined).arg(stretches.size()) << path;
    return QProcess::execute(u"ffmpeg"_s, words) == 0;
}

bool fits(const std::optional<float> &gain, double loudness)
{
    return gain && std::abs(*gain - (reference - loudness)) < tolerance;
}

Analysis::AnalysisReport analyse(const QString &catalogue)
{
    std::atomic_bool changed = false;
    return Analysis::runAnalysis({.catalogue = catalogue,
                                  .stop = {},
                                  .changed = changed,
                                  .progress = [](const Analysis::AnalysisProgress &) {},
                                  .stored = [] {},
                                  .wanted = [] { return QList<Sync::TrackId>(); }});
}

} // namespace LoudMusic
