// SPDX-License-Identifier: Apache-2.0
#include "bench/engine/contenders.h"
#include "bench/engine/ear.h"
#include "bench/engine/material.h"
#include "bench/engine/sections.h"
#include "bench/support/processcost.h"
#include "bench/support/report.h"
#include "support/noise.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Bench {

namespace {

constexpr int turns = 3; // whatever else the machine does concerns both
constexpr auto settled = 5s; // after a start: what is read ahead is read
constexpr int rates[] = {44100, 192000};

struct Cost {
    double processor = 0; ///< seconds
    double server = 0; ///< of the sound server meanwhile
    double wall = 0;
    qint64 anonymousKib = 0;

    [[nodiscard]] double percent() const { return 100 * processor / wall; }
};

struct Runner {
    QString name;
    std::unique_ptr<Contender> contender;
    Cost cost{};
};

bool playFor(std::chrono::milliseconds time, Runner &runner, qint64 server)
{
    if (!runner.contender->play())
        return false;
    Stage::pass(settled);
    const qint64 process = runner.contender->processId();
    QElapsedTimer timer;
    timer.start();
    const double before = processorSeconds(process);
    const double serverBefore = processorSeconds(server);
    Stage::pass(time);
    runner.cost.processor += processorSeconds(process) - before;
    runner.cost.server += processorSeconds(server) - serverBefore;
    runner.cost.wall += double(timer.nsecsElapsed()) / 1e9;
    runner.cost.anonymousKib = std::max(runner.cost.anonymousKib, anonymousKib(process));
    runner.contender->stop();
    Stage::pass(1s);
    return true;
}

std::optional<std::vector<Runner>> compare(const Plan &plan, const QString &file, int rate)
{
    Stage stage;
    if (!stage.open(rate, false))
        return std::nullopt;
    std::vector<Runner> runners;
    runners.push_back({.name = u"own"_s, .contender = makeOwn(u"own"_s)});
    if (plan.mpd.isEmpty())
        sayLoudly(u"NOT COMPARED: mpd is not installed"_s);
    else
        runners.push_back({.name = u"mpd"_s, .contender = makeMpd(plan.mpd)});
    for (Runner &runner : runners)
        if (!runner.contender->begin(stage.server().environment(), file))
            return std::nullopt;
    for (int turn = 0; turn < turns; ++turn)
        for (Runner &runner : runners) {
            sayProgress(
                u"idle: %1 Hz, %2, turn %3 of %4"_s.arg(rate).arg(runner.name).arg(turn + 1).arg(turns));
            if (!playFor(std::chrono::milliseconds(plan.seconds * 1000 / turns), runner,
                         stage.server().processId()))
                return std::nullopt;
        }
    return runners;
}

} // namespace

bool measureIdle(const Plan &plan)
{
    const QTemporaryDir folder;
    const Material material(folder.path(), plan.seconds / turns + 20);
    Table table(u"Playing FLAC"_s,
                {u"player"_s, u"file and sink"_s, u"% of a core"_s, u"ratio"_s, u"% of the sound server"_s,
                 u"anonymous MiB"_s, u"ratio"_s});
    std::vector<std::pair<QString, bool>> goals;
    for (const int rate : rates) {
        const QString words = u"-ar %1"_s.arg(rate) + (rate > 48000 ? u" -sample_fmt s32"_s : QString());
        const auto file = material.cut(u"idle%1.flac"_s.arg(rate), 0, material.frames(), words.split(u' '));
        const auto runners = file ? compare(plan, *file, rate) : std::nullopt;
        if (!runners)
            return false;
        const Cost &own = runners->front().cost;
        for (const Runner &runner : *runners) {
            const Cost &cost = runner.cost;
            table.add({runner.name, u"%1 Hz"_s.arg(rate), number(cost.percent(), 3),
                       number(cost.percent() / own.percent(), 2), number(100 * cost.server / cost.wall, 2),
                       number(double(cost.anonymousKib) / 1024),
                       number(double(cost.anonymousKib) / double(own.anonymousKib), 2)});
        }
        if (runners->size() > 1) {
            const Cost &mpd = runners->back().cost;
            goals.emplace_back(u"no more than mpd's CPU at %1 Hz: %2 against %3 %"_s.arg(rate).arg(
                                   number(own.percent(), 2), number(mpd.percent(), 2)),
                               own.percent() <= mpd.percent());
        }
    }
    table.print();
    for (const auto &[goal, isMet] : goals)
        sayGoal(goal, isMet);
    return true;
}

} // namespace Bench
