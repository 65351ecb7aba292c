// SPDX-License-Identifier: Apache-2.0
#include "bench/engine/child.h"
#include "bench/engine/ear.h"
#include "bench/engine/material.h"
#include "bench/engine/sections.h"
#include "bench/support/report.h"
#include "bench/support/statistics.h"
#include "support/noise.h"

#include <QTemporaryDir>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Bench {

namespace {

constexpr int seconds = 60;
constexpr auto listened = 1000ms; // after each start and seek
constexpr qint64 judgedAfter = 700LL * Noise::sampleRate / 1000; // by then every engine has settled
constexpr qint64 window = 2048;
constexpr qint64 shortWindow = 1024;
constexpr qint64 astrayFrom = 900LL * Noise::sampleRate / 1000;
constexpr double soonMs = 60;
constexpr double mp3Ms = 5;
constexpr double frameMs = 1000.0 / Noise::sampleRate;

struct Seek {
    std::chrono::microseconds at;
    qint64 targetMs;
};

struct Landing {
    double soundMs; ///< from the call to the first sound of the new place
    double offMs; ///< of that sound from the target
};

struct Heard {
    int asked = 0;
    int silent = 0;
    int astray = 0;
    int broken = 0; ///< by a break of the sound or of the recording after the landing
    qint64 underruns = 0;
    std::vector<double> soundMs{};
    std::vector<double> offMs{};

    void add(const Heard &other)
    {
        asked += other.asked;
        silent += other.silent;
        astray += other.astray;
        broken += other.broken;
        underruns += other.underruns;
        soundMs.insert(soundMs.end(), other.soundMs.begin(), other.soundMs.end());
        offMs.insert(offMs.end(), other.offMs.begin(), other.offMs.end());
    }
    [[nodiscard]] double worstOffMs() const
    {
        double worst = 0;
        for (const double off : offMs)
            worst = std::abs(off) > std::abs(worst) ? off : worst;
        return worst;
    }
};

/// The landing, where what began late only went on after a break.
std::optional<Onset> beforeBreak(const Sound &sound, const Onset &late, const Sound &whole, qint64 called,
                                 qint64 target)
{
    constexpr qint64 soon = qint64(soonMs) * Noise::sampleRate / 1000;
    std::optional<Onset> found;
    for (qint64 end = qint64(late.frame); end - called > soon + shortWindow;) {
        const qint64 at = end - shortWindow;
        const auto place = placeOf(sound, at, shortWindow, whole, target + at - called, astrayFrom);
        end -= shortWindow / 2; // a break may lie within
        if (!place)
            continue;
        found = onsetOf(sound, at, whole, *place, called);
        end = std::min(end, qint64(found->frame));
    }
    return found;
}

void judge(const Seek &seek, const Ear &ear, const Sound &whole, Heard &heard)
{
    ++heard.asked;
    const qint64 called = ear.frameAt(seek.at);
    const qint64 judged = called + judgedAfter;
    if (!ear.sound().has(judged, window) || ear.sound().isSilent(judged, window)) {
        ++heard.silent;
        return;
    }
    const qint64 target = seek.targetMs * Noise::sampleRate / 1000;
    const auto place = placeOf(ear.sound(), judged, window, whole, target + judgedAfter, astrayFrom);
    if (!place) {
        ++heard.astray;
        return;
    }
    Onset onset = onsetOf(ear.sound(), judged, whole, *place, called);
    if (const auto earlier = beforeBreak(ear.sound(), onset, whole, called, target)) {
        onset = *earlier;
        ++heard.broken;
    }
    heard.soundMs.push_back(ear.msBetween(seek.at, onset.frame));
    heard.offMs.push_back((onset.place - double(target)) * frameMs);
}

/// Nothing where the player does not come up.
std::optional<Heard> hearSeeks(const QString &engine, const Piece &piece, int count, const Sound &whole)
{
    Stage stage;
    Child child;
    if (!stage.open(Noise::sampleRate) || !child.start(stage.server().environment(), engine)
        || !child.order(u"start 0 "_s + piece.path))
        return std::nullopt;
    Stage::pass(listened);
    std::vector<Seek> seeks;
    for (int i = 0; i < count; ++i) {
        const qint64 target = 2000 + (i * 7919LL * 130) % ((seconds - 6) * 1000LL) / 10 * 10; // whole frames
        const auto said = child.order(u"seek %1"_s.arg(target));
        if (said)
            seeks.push_back({.at = said->at, .targetMs = target});
        Stage::pass(listened);
    }
    const auto underruns = child.order(u"underruns"_s);
    const Ear ear = stage.listen();
    Heard heard{.silent = count - int(seeks.size())}; // it crashed
    heard.asked = heard.silent;
    heard.underruns = underruns ? underruns->value : 0;
    for (const Seek &seek : seeks)
        judge(seek, ear, whole, heard);
    return heard;
}

QStringList rowOf(const QString &engine, const QString &file, const Heard &heard)
{
    const bool any = !heard.soundMs.empty();
    const auto spread = [&](double share) { return any ? number(quantile(heard.soundMs, share)) : u"-"_s; };
    return {engine,
            file,
            u"%1/%2"_s.arg(heard.soundMs.size()).arg(heard.asked),
            QString::number(heard.silent),
            QString::number(heard.astray),
            QString::number(heard.broken),
            QString::number(heard.underruns),
            spread(0.5),
            spread(1),
            any ? number(quantile(heard.offMs, 0.5), 2) : u"-"_s,
            any ? number(heard.worstOffMs(), 2) : u"-"_s};
}

/// What all the exact files, and the MP3 files, came to.
struct Sums {
    Heard all;
    Heard lossless;
    Heard mp3;
};

void sayGoals(const Sums &own)
{
    const int heard = int(own.all.soundMs.size());
    sayGoal(u"%1 seeks over files of all formats, none silent"_s.arg(own.all.asked), heard == own.all.asked);
    sayGoal(u"sound within %1 ms of each: the slowest %2 ms"_s.arg(soonMs).arg(quantile(own.all.soundMs, 1)),
            quantile(own.all.soundMs, 1) <= soonMs);
    sayGoal(u"landing within a frame in FLAC, WAV, ALAC and WavPack at the sink's rate: %1 ms at most"_s.arg(
                own.lossless.worstOffMs()),
            std::abs(own.lossless.worstOffMs()) <= 1.5 * frameMs);
    sayGoal(u"landing within %1 ms in MP3: %2 ms at most"_s.arg(mp3Ms).arg(own.mp3.worstOffMs()),
            std::abs(own.mp3.worstOffMs()) <= mp3Ms);
}

} // namespace

bool measureSeeks(const Plan &plan)
{
    const QTemporaryDir folder;
    const Material material(folder.path(), seconds);
    const Sound whole(material.samples(), Noise::channels);
    const auto pieces = material.inAllFormats();
    if (pieces.empty())
        return false;
    Table table(u"Seeks"_s,
                {u"player"_s, u"file"_s, u"heard"_s, u"silent"_s, u"astray"_s, u"broken"_s, u"underruns"_s,
                 u"sound, median ms"_s, u"slowest ms"_s, u"off, median ms"_s, u"worst ms"_s});
    Sums own;
    for (const auto &engine : plan.players) {
        Sums sums;
        for (const Piece &piece : pieces) {
            sayProgress(u"seeks: "_s + engine + u", "_s + piece.name);
            const int each = std::max(1, plan.seeks / int(pieces.size()));
            const auto heard = hearSeeks(engine, piece, each, whole);
            if (!heard)
                return false;
            table.add(rowOf(engine, piece.name, *heard));
            sums.all.add(*heard);
            if (piece.isLossless)
                sums.lossless.add(*heard);
            if (piece.isMp3)
                sums.mp3.add(*heard);
        }
        table.add(rowOf(engine, u"all"_s, sums.all));
        if (engine == "own"_L1)
            own = sums;
    }
    table.print();
    sayGoals(own);
    return true;
}

} // namespace Bench
