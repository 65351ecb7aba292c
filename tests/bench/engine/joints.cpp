// SPDX-License-Identifier: Apache-2.0
#include "bench/engine/child.h"
#include "bench/engine/ear.h"
#include "bench/engine/material.h"
#include "bench/engine/sections.h"
#include "bench/support/report.h"
#include "support/noise.h"

#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Bench {

namespace {

constexpr int tracks = 10;
constexpr int framesEach = 5 * Noise::sampleRate + 777; // no multiple of any block
constexpr int tries = 3; // of a machine that was too busy to play it whole
constexpr qint64 window = 2048;
constexpr qint64 searched = Noise::sampleRate / 5;
constexpr qint64 besides = 20LL * Noise::sampleRate / 1000; // of the joint
constexpr double gapAtMostMs = 1;
constexpr double silentBelow = 0.1; // of the loudness of the original

struct Album {
    QString name;
    QString suffix;
    QStringList options;
};

std::optional<QStringList> makeAlbum(const Material &material, const Album &album)
{
    QStringList paths;
    for (int i = 0; i < tracks; ++i) {
        const auto path =
            material.cut(u"%1.%2"_s.arg(i).arg(album.suffix), i * framesEach, framesEach, album.options);
        if (!path)
            return std::nullopt;
        paths << *path;
    }
    return paths;
}

struct Played {
    Ear ear;
    qint64 underruns;
};

std::optional<Played> play(const QStringList &paths)
{
    Stage stage;
    Child child;
    if (!stage.open(Noise::sampleRate) || !child.start(stage.server().environment(), u"own"_s)
        || !child.order(u"start 0 "_s + paths.join(u'|')))
        return std::nullopt;
    for (int i = 0; i < tracks; ++i)
        if (!child.waitFor("ended", 60s))
            return std::nullopt;
    const auto underruns = child.order(u"underruns"_s);
    if (!underruns)
        return std::nullopt;
    return Played{.ear = stage.listen(), .underruns = underruns->value};
}

std::optional<Played> playUndisturbed(const QStringList &paths, const QString &name)
{
    std::optional<Played> played;
    for (int i = 0; i < tries && (!played || played->underruns > 0); ++i) {
        sayProgress(u"joints: %1, %2 tracks, try %3"_s.arg(name).arg(tracks).arg(i + 1));
        played = play(paths);
        if (!played)
            break;
    }
    return played;
}

/// Frames missing (or doubled, below zero) at the joint; nothing where one side is not found.
std::optional<qint64> gapAt(qint64 joint, const Sound &heard, qint64 begin, const Sound &whole)
{
    const auto shiftOf = [&](qint64 place) -> std::optional<qint64> {
        const auto found = placeOf(whole, place, window, heard, begin + place, searched);
        return found ? std::optional(*found - place) : std::nullopt;
    };
    const auto before = shiftOf(joint - besides - window);
    const auto after = shiftOf(joint + besides);
    return before && after ? std::optional(*after - *before) : std::nullopt;
}

/// The longest silence around it.
double silenceMsAt(qint64 joint, const Sound &heard, qint64 begin, const Sound &whole)
{
    constexpr qint64 step =
        Noise::sampleRate / 10000; // a tenth of a millisecond, and loudness of five of them
    const auto loudness = [](const Sound &sound, qint64 first) {
        double sum = 0;
        for (qint64 i = first; i < first + 5 * step; ++i)
            sum += std::pow(double(sound.samples[std::size_t(i)]), 2);
        return std::sqrt(sum);
    };
    int longest = 0;
    int silent = 0;
    for (qint64 at = joint - besides; at < joint + besides; at += step) {
        silent = loudness(heard, begin + at) < silentBelow * loudness(whole, at) ? silent + 1 : 0;
        longest = std::max(longest, silent);
    }
    return longest / 10.0;
}

struct Result {
    int found = 0;
    double worstGapMs = 0;
    double worstSilenceMs = 0;
    qint64 wrongSamples = -1; ///< of all; below zero where the beginning is not there
};

Result judge(const Ear &ear, const Material &material)
{
    const Sound whole(material.samples(), Noise::channels);
    const Sound &heard = ear.sound();
    Result result;
    const auto place =
        placeOf(whole, Noise::sampleRate, window, heard, 2LL * Noise::sampleRate, 3LL * Noise::sampleRate);
    if (!place)
        return result;
    const qint64 begin = *place - Noise::sampleRate;
    for (int i = 1; i < tracks; ++i) {
        const qint64 joint = qint64(i) * framesEach;
        const auto gap = gapAt(joint, heard, begin, whole);
        if (!gap)
            continue;
        ++result.found;
        const double ms = double(*gap) * 1000 / Noise::sampleRate;
        result.worstGapMs = std::abs(ms) > std::abs(result.worstGapMs) ? ms : result.worstGapMs;
        result.worstSilenceMs = std::max(result.worstSilenceMs, silenceMsAt(joint, heard, begin, whole));
    }
    const auto original =
        std::span(material.samples()).first(std::size_t(tracks) * framesEach * Noise::channels);
    if (begin >= 0 && std::size_t(begin) * Noise::channels + original.size() <= ear.samples().size()) {
        result.wrongSamples = 0;
        for (std::size_t i = 0; i < original.size(); ++i)
            result.wrongSamples += original[i] != ear.samples()[std::size_t(begin) * Noise::channels + i];
    }
    return result;
}

} // namespace

bool measureJoints(const Plan &)
{
    const QTemporaryDir folder;
    const Material material(folder.path(), (tracks * framesEach + Noise::sampleRate - 1) / Noise::sampleRate);
    Table table(u"Joints"_s,
                {u"ten tracks"_s, u"joints found"_s, u"worst gap ms"_s, u"longest silence ms"_s,
                 u"samples that differ"_s, u"underruns"_s});
    std::vector<std::pair<QString, bool>> goals;
    for (const Album &album : {Album{.name = u"FLAC"_s, .suffix = u"flac"_s, .options = {}},
                               Album{.name = u"MP3 of LAME"_s,
                                     .suffix = u"mp3"_s,
                                     .options = {u"-c:a"_s, u"libmp3lame"_s, u"-q:a"_s, u"0"_s}}}) {
        const auto paths = makeAlbum(material, album);
        const auto played = paths ? playUndisturbed(*paths, album.name) : std::nullopt;
        if (!played)
            return false;
        const Result result = judge(played->ear, material);
        const bool isFlac = album.suffix == "flac"_L1;
        table.add({album.name, u"%1/%2"_s.arg(result.found).arg(tracks - 1), number(result.worstGapMs, 2),
                   number(result.worstSilenceMs, 1), isFlac ? QString::number(result.wrongSamples) : u"-"_s,
                   QString::number(played->underruns)});
        if (isFlac)
            goals.emplace_back(u"FLAC: no sample missing, doubled or faded"_s, result.wrongSamples == 0);
        else
            goals.emplace_back(u"MP3: gaps of %1 ms or less"_s.arg(gapAtMostMs),
                               result.found == tracks - 1 && std::abs(result.worstGapMs) <= gapAtMostMs
                                   && result.worstSilenceMs <= gapAtMostMs);
    }
    table.print();
    for (const auto &[goal, isMet] : goals)
        sayGoal(goal, isMet);
    return true;
}

} // namespace Bench
