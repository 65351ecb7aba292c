// SPDX-License-Identifier: Apache-2.0
#include "bench/insync/delayingrelay.h"
#include "bench/insync/hall.h"
#include "bench/insync/house.h"
#include "bench/insync/offsets.h"
#include "bench/insync/sections.h"
#include "bench/support/report.h"
#include "bench/support/statistics.h"
#include "sync/link/link.h"

#include <QTimer>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Bench {

namespace {

constexpr auto watched = 12s; // after each joining
constexpr auto pause = 2s;
constexpr auto spare = 60s;
constexpr auto inTimeFor = 1s; // without a word to the contrary
constexpr double inTimeMs = 2.5; // the least that is asked of 95 of 100
constexpr auto inTimeGoal = 3s;
constexpr double clockGoalMs = 1;
constexpr auto clockReadEach = 50ms;

/// Our own side of a connection, in this process: hub and bench share a clock, so what it thinks the hub's
/// clock is ahead is its error.
class ClockWatch : public QObject
{
public:
    explicit ClockWatch(quint16 port)
        : m_link({.id = u"watch"_s, .name = u"watch"_s})
    {
        connect(&m_timer, &QTimer::timeout, this, [this] {
            const std::chrono::microseconds error = m_link.hubNow() - Sync::HubClock::now();
            if (m_link.isConnected() && Testing::monotonicNow() >= m_joined + inTimeGoal)
                m_errorsMs.push_back(std::abs(double(error.count())) / 1000);
        });
        connect(&m_link, &Sync::Link::connectedChanged, this, [this] { m_joined = Testing::monotonicNow(); });
        m_link.open(QUrl(u"ws://127.0.0.1:%1"_s.arg(port)));
        m_timer.start(clockReadEach);
    }
    [[nodiscard]] const std::vector<double> &errorsMs() const { return m_errorsMs; }

private:
    std::chrono::microseconds m_joined{0};
    std::vector<double> m_errorsMs;
    QTimer m_timer;
    Sync::Link m_link;
};

/// From when on it is in time for a while.
std::optional<std::chrono::microseconds> inTimeAt(const std::vector<Window> &windows)
{
    std::optional<std::chrono::microseconds> since;
    for (const Window &window : windows) {
        if (!window.offsetMs || std::abs(*window.offsetMs) > inTimeMs)
            since.reset();
        else if (!since)
            since = window.at;
        if (since && window.at - *since >= inTimeFor)
            return since;
    }
    return std::nullopt;
}

void print(const std::vector<double> &inTimeS, int joins, const std::vector<Window> &settled,
           const std::vector<double> &clockMs)
{
    const Figures figures = figuresOf(settled);
    Table table(u"Joining through 5 ms, give or take 3, and 1 % loss"_s,
                {u"what"_s, u"times"_s, u"median"_s, u"p95"_s, u"most"_s});
    table.add({u"in time after s"_s, u"%1/%2"_s.arg(inTimeS.size()).arg(joins),
               number(quantile(inTimeS, 0.5), 1), number(quantile(inTimeS, 0.95), 1),
               number(quantile(inTimeS, 1), 1)});
    table.add({u"apart from %1 s on, ms"_s.arg(inTimeGoal.count()),
               u"%1 % of %2"_s.arg(100 * figures.usableShare, 0, 'f', 0).arg(settled.size()),
               number(figures.medianMs, 3), number(figures.p95Ms, 3), number(figures.mostMs, 3)});
    table.add({u"clock wrong from %1 s on by, ms"_s.arg(inTimeGoal.count()), QString::number(clockMs.size()),
               number(quantile(clockMs, 0.5), 3), number(quantile(clockMs, 0.95), 3),
               number(quantile(clockMs, 1), 3)});
    table.print();
    sayGoal(u"clock wrong by %1 ms or less"_s.arg(clockGoalMs),
            !clockMs.empty() && quantile(clockMs, 1) <= clockGoalMs);
    sayGoal(u"in time (%1 ms) within %2 s of joining, each of %3"_s.arg(inTimeMs)
                .arg(inTimeGoal.count())
                .arg(joins),
            int(inTimeS.size()) == joins && quantile(inTimeS, 1) <= double(inTimeGoal.count()));
}

/// When each had joined.
std::vector<std::chrono::microseconds> joinAgainAndAgain(Hall &hall, House &house, quint16 port, int joins)
{
    std::vector<std::chrono::microseconds> joined;
    for (int i = 0; i < joins; ++i) {
        sayProgress(u"joining: %1 of %2"_s.arg(i + 1).arg(joins));
        house.addOutput(QString::fromLatin1(sinkNames[1]), port);
        joined.push_back(Testing::monotonicNow());
        hall.listenFor(watched);
        house.removeOutput();
        hall.listenFor(pause);
    }
    return joined;
}

} // namespace

void measureJoining(const Plan &plan)
{
    const QTemporaryDir folder;
    const Material material(folder.path(), int((spare + plan.joins * (watched + pause + 5s)).count()));
    Hall hall(plan.sinks);
    House house(hall.environment(), material);
    const DelayingRelay relay(house.port());
    house.addOutput(QString::fromLatin1(sinkNames[0]), house.port());
    house.play();
    const ClockWatch clock(relay.port());
    const auto joined = joinAgainAndAgain(hall, house, relay.port(), plan.joins);
    const Tape one = hall.tape(0);
    const Tape other = hall.tape(1);
    std::vector<double> inTimeS;
    std::vector<Window> settled;
    for (const auto at : joined) {
        if (const auto since = inTimeAt(compare(one, other, at, at + watched)))
            inTimeS.push_back(double((*since - at).count()) / 1e6);
        const auto windows = compare(one, other, at + inTimeGoal, at + watched);
        settled.insert(settled.end(), windows.begin(), windows.end());
    }
    print(inTimeS, plan.joins, settled, clock.errorsMs());
}

} // namespace Bench
