// SPDX-License-Identifier: Apache-2.0
#include "bench/engine/contenders.h"
#include "bench/engine/ear.h"
#include "bench/engine/material.h"
#include "bench/engine/sections.h"
#include "bench/support/report.h"
#include "bench/support/statistics.h"
#include "support/noise.h"

#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Bench {

namespace {

constexpr auto listened = 1000ms;
constexpr auto silence = 1000ms; // until what some still hold is over
constexpr auto letGo = 6s; // every player has let go of the device by then
constexpr qint64 judgedAfter = 300LL * Noise::sampleRate / 1000; // from the first sound on
constexpr qint64 quiet = 50LL * Noise::sampleRate / 1000; // before the word
constexpr qint64 window = 2048;
constexpr qint64 searched = Noise::sampleRate;
constexpr double soonMs = 60;

struct Runner {
    QString name;
    std::shared_ptr<Contender> contender;
    std::vector<std::chrono::microseconds> starts{};
    std::vector<double> soundMs{};
    std::vector<double> lostMs{}; ///< of the file's beginning
    int asked = 0;
};

std::vector<Runner> enter(const Plan &plan)
{
    std::vector<Runner> runners;
    for (const QString &engine : plan.players)
        runners.push_back({.name = engine == "own"_L1 ? engine : u"QMediaPlayer, "_s + engine,
                           .contender = makeOwn(engine)});
    if (plan.mpd.isEmpty())
        sayLoudly(u"NOT COMPARED: mpd is not installed"_s);
    else
        runners.push_back({.name = u"mpd"_s, .contender = makeMpd(plan.mpd)});
    if (plan.mpv.isEmpty())
        sayLoudly(u"NOT COMPARED: mpv is not installed"_s);
    else
        runners.push_back({.name = u"mpv"_s, .contender = makeMpv(plan.mpv)});
    return runners;
}

void run(Runner &runner)
{
    ++runner.asked;
    if (const auto at = runner.contender->play())
        runner.starts.push_back(*at);
    Stage::pass(listened);
    runner.contender->stop();
    Stage::pass(silence);
}

void judge(Runner &runner, const Ear &ear, const Sound &whole)
{
    for (const auto at : runner.starts) {
        const qint64 called = ear.frameAt(at);
        if (!ear.sound().has(called - quiet, quiet) || !ear.sound().isSilent(called - quiet, quiet))
            continue;
        qint64 first = called;
        while (ear.sound().has(first, 1) && ear.sound().isSilent(first, 1))
            ++first;
        const auto place = placeOf(ear.sound(), first + judgedAfter, window, whole, judgedAfter, searched);
        if (!place)
            continue;
        runner.soundMs.push_back(ear.msBetween(at, double(first)));
        const Onset onset = onsetOf(ear.sound(), first + judgedAfter, whole, *place, first - judgedAfter);
        runner.lostMs.push_back(onset.place * 1000 / Noise::sampleRate);
    }
}

void report(const std::vector<Runner> &runners)
{
    Table table(u"Starts"_s,
                {u"player"_s, u"heard"_s, u"p50 ms"_s, u"p95 ms"_s, u"slowest ms"_s, u"ratio of p50"_s,
                 u"ratio of p95"_s, u"beginning lost, median ms"_s});
    const auto &own = runners.front().soundMs;
    for (const Runner &runner : runners) {
        const auto &all = runner.soundMs;
        const auto ratio = [&](double share) {
            return own.empty() || all.empty() ? u"-"_s
                                              : number(quantile(all, share) / quantile(own, share), 2);
        };
        table.add({runner.name, u"%1/%2"_s.arg(all.size()).arg(runner.asked), number(quantile(all, 0.5)),
                   number(quantile(all, 0.95)), number(quantile(all, 1)), ratio(0.5), ratio(0.95),
                   number(quantile(runner.lostMs, 0.5))});
    }
    table.print();
    sayGoal(u"play to sound, 95 of 100 within %1 ms: %2 ms"_s.arg(soonMs).arg(quantile(own, 0.95)),
            !own.empty() && quantile(own, 0.95) <= soonMs);
}

} // namespace

bool measureStarts(const Plan &plan)
{
    const QTemporaryDir folder;
    const Material material(folder.path(), 10);
    const auto file = material.cut(u"start.flac"_s, 0, material.frames());
    Stage stage;
    if (!file || !stage.open(Noise::sampleRate))
        return false;
    auto runners = enter(plan);
    for (Runner &runner : runners) {
        if (!runner.contender->begin(stage.server().environment(), *file)) {
            sayLoudly(u"%1 does not come up"_s.arg(runner.name));
            return false;
        }
        (void)runner.contender->play(); // warm, all of them
        Stage::pass(listened);
        runner.contender->stop();
        Stage::pass(silence);
    }
    // By the time its turn comes it has let go of the device; so once more at once, before it has.
    runners.insert(runners.begin() + 1,
                   {.name = runners.front().name + u", a second after a stop"_s,
                    .contender = runners.front().contender});
    const auto others = (listened + silence) * (runners.size() - 2);
    for (int round = 0; round < plan.rounds; ++round) {
        sayProgress(u"starts: round %1 of %2"_s.arg(round + 1).arg(plan.rounds));
        for (Runner &runner : runners)
            run(runner);
        if (others < letGo)
            Stage::pass(letGo - others);
    }
    const Ear ear = stage.listen();
    for (Runner &runner : runners)
        judge(runner, ear, Sound(material.samples(), Noise::channels));
    report(runners);
    return true;
}

} // namespace Bench
