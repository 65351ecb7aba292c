// SPDX-License-Identifier: Apache-2.0
#include "bench/hubs/throughput.h"

#include "bench/support/passing.h"
#include "support/hub/talker.h"
#include "support/patience.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace Bench {

namespace {

constexpr qint64 apart = 10'000; // between what two devices of a user ask for, so that each knows its own

/// Seeks, and again once it has heard of that.
struct Seeker {
    Seeker(quint16 port, int user, int number)
        : talker(port, QStringLiteral("device-%1").arg(number), "of-" + QByteArray::number(user))
        , first(apart * (number + 1))
    {
        QObject::connect(&talker, &Testing::Talker::heard, &talker, [this](qint64, qint64 positionMs) {
            hasHeard = true;
            if (isRunning && positionMs == first + done % (apart / 2))
                next();
        });
    }

    void next()
    {
        ++done;
        talker.seek(first + done % (apart / 2));
    }

    Testing::Talker talker;
    const qint64 first;
    qint64 done = 0;
    bool hasHeard = false;
    bool isRunning = false;
};

} // namespace

double changesPerSecond(const QList<quint16> &ports, int users, int devicesEach, int seconds)
{
    std::vector<std::unique_ptr<Seeker>> all;
    for (int user = 1; user <= users; ++user)
        for (int number = 0; number < devicesEach; ++number)
            all.push_back(std::make_unique<Seeker>(ports.at((user + number) % ports.size()), user, number));
    const auto each = [&all](auto is) {
        return QTest::qWaitFor([&] { return std::ranges::all_of(all, is); }, Testing::patienceMs);
    };
    if (!each([](const auto &one) { return one->talker.isJoined(); }))
        throw std::runtime_error("the hubs do not let devices join");
    for (const auto &one : all)
        if (one->first == apart)
            one->talker.play();
    if (!each([](const auto &one) { return one->hasHeard; }))
        throw std::runtime_error("the hubs do not play");
    QElapsedTimer since;
    since.start();
    for (const auto &one : all) {
        one->isRunning = true;
        one->next();
    }
    pass(std::chrono::seconds(seconds));
    qint64 done = 0;
    for (const auto &one : all) {
        one->isRunning = false;
        done += one->done;
    }
    return double(done) / (double(since.nsecsElapsed()) / 1e9);
}

} // namespace Bench
