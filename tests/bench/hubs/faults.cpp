// SPDX-License-Identifier: Apache-2.0
#include "bench/hubs/faults.h"

#include <QElapsedTimer>

#include <stdexcept>

using namespace std::chrono_literals;
namespace Native = Sync::Native;

namespace Bench {

namespace {

constexpr int changesBefore = 10;

bool wait(auto until) { return QTest::qWaitFor(until, Testing::patienceMs); }

} // namespace

FaultFigures befall(const Testing::RedisFault &fault, int rounds)
{
    Testing::SharingHouse house;
    if (!house.start(2, fault.settings))
        throw std::runtime_error("the house does not start: " + house.redis.why().toStdString());
    house.device(0).say(
        Native::Play{.trackId = 1, .context = {.fromIs = QStringLiteral("album"), .fromIsId = 7}});
    if (!wait([&house] { return house.agree(); }))
        throw std::runtime_error("the hubs do not agree from the start");
    FaultFigures figures;
    for (int round = 0; round < rounds; ++round) {
        for (int i = 0; i < changesBefore; ++i)
            house.device(i % 2).say(Native::Seek{.position = std::chrono::seconds(i)});
        if (!house.settle() || !fault.happen(house))
            throw std::runtime_error("the fault could not be made");
        QElapsedTimer since;
        since.start();
        const std::chrono::milliseconds place = 100s + std::chrono::milliseconds(round);
        house.device(round % 2).say(Native::Seek{.position = place});
        if (!wait([&] { return house.device(0).player()->position == place && house.agree(); }))
            throw std::runtime_error("the hubs do not agree after round " + std::to_string(round));
        figures.agreedMs.push_back(double(since.nsecsElapsed()) / 1e6);
        if (house.device(0).player()->paused()) {
            ++figures.paused;
            house.device(0).say(Native::Resume{});
        }
    }
    return figures;
}

} // namespace Bench
