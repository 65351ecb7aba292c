// SPDX-License-Identifier: Apache-2.0
#include "bench/insync/chromium.h"
#include "bench/insync/hall.h"
#include "bench/insync/house.h"
#include "bench/insync/offsets.h"
#include "bench/insync/sections.h"
#include "bench/support/report.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Bench {

namespace {

constexpr auto soundsWithin = 30s;
constexpr auto settles = 15s;
constexpr auto spare = 90s;
constexpr double p95GoalMs = 15;

} // namespace

void measureBrowser(const Plan &plan)
{
    if (QStandardPaths::findExecutable(u"chromium"_s).isEmpty()) {
        sayLoudly(u"NOT MEASURED: chromium is not installed"_s);
        return;
    }
    const QTemporaryDir folder;
    const Material material(folder.path(), int((plan.time + settles + spare).count()));
    sayProgress(u"browser: Chromium beside a Segue"_s);
    Hall hall(plan.sinks);
    House house(hall.environment(), material);
    house.addOutput(QString::fromLatin1(sinkNames[0]), house.port());
    house.play();
    auto environment = hall.environment();
    environment.insert(u"PULSE_SINK"_s, QString::fromLatin1(sinkNames[1]));
    Chromium page(environment, QUrl(u"http://127.0.0.1:%1/#/playing"_s.arg(house.port())));
    page.press(u"Listen here"_s);
    hall.awaitSound(soundsWithin);
    hall.listenFor(settles);
    const auto begin = Testing::monotonicNow();
    hall.listenFor(plan.time + 1s);
    const Figures figures = figuresOf(compare(hall.tape(0), hall.tape(1), begin, begin + plan.time));
    Table table(u"Chromium beside a Segue"_s,
                {u"what"_s, u"usable %"_s, u"median ms"_s, u"p95 ms"_s, u"most ms"_s,
                 u"Chromium later by, median ms"_s});
    table.add({u"not calibrated"_s, number(100 * figures.usableShare), number(figures.medianMs),
               number(figures.p95Ms), number(figures.mostMs), number(figures.signedMedianMs)});
    table.print();
    sayGoal(u"95 of 100 within %1 ms, without calibration"_s.arg(p95GoalMs),
            figures.usableShare > 0 && figures.p95Ms <= p95GoalMs);
}

} // namespace Bench
