// SPDX-License-Identifier: Apache-2.0
#include "bench/hubs/lateness.h"

#include "bench/support/passing.h"
#include "support/hub/talker.h"
#include "support/patience.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <stdexcept>

namespace Bench {

namespace {

constexpr std::chrono::milliseconds between(2); // what is measured is one change, not a queue of them
constexpr qint64 firstMs = 1000;

} // namespace

std::vector<double> latenessMs(quint16 here, quint16 there, int count)
{
    Testing::Talker teller(here, QStringLiteral("teller"));
    Testing::Talker listener(there, QStringLiteral("listener"));
    qint64 at = -1;
    QObject::connect(&listener, &Testing::Talker::heard, &listener,
                     [&at](qint64, qint64 positionMs) { at = positionMs; });
    if (!QTest::qWaitFor([&] { return teller.isJoined() && listener.isJoined(); }, Testing::patienceMs))
        throw std::runtime_error("the hubs do not let devices join");
    teller.play();
    if (!QTest::qWaitFor([&] { return at == 0; }, Testing::patienceMs))
        throw std::runtime_error("one hub does not hear of the other");
    std::vector<double> all;
    for (int i = 0; i < count; ++i) {
        QEventLoop loop;
        const qint64 wanted = firstMs + i;
        QElapsedTimer since;
        const auto connection =
            QObject::connect(&listener, &Testing::Talker::heard, &loop, [&](qint64, qint64 positionMs) {
                if (positionMs != wanted)
                    return;
                all.push_back(double(since.nsecsElapsed()) / 1e6);
                loop.quit();
            });
        QTimer::singleShot(Testing::patienceMs, &loop, &QEventLoop::quit);
        since.start();
        teller.seek(wanted);
        loop.exec();
        QObject::disconnect(connection);
        pass(between);
    }
    if (all.size() != std::size_t(count))
        throw std::runtime_error("a change was lost");
    return all;
}

} // namespace Bench
