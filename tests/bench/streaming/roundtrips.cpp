// SPDX-License-Identifier: Apache-2.0
#include "bench/streaming/roundtrips.h"

#include "support/hub/plainclient.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <cmath>

namespace Bench {

namespace {

constexpr int arrivesMs = 5000;

/// Until it has heard more; how long that took.
double listen(Testing::PlainClient &client, const std::function<void()> &act)
{
    const qsizetype before = client.heard().size();
    QElapsedTimer since;
    QEventLoop loop;
    QObject::connect(&client.socket(), &QWebSocket::textMessageReceived, &loop, &QEventLoop::quit);
    QTimer::singleShot(arrivesMs, &loop, &QEventLoop::quit);
    since.start();
    act();
    loop.exec();
    return client.heard().size() > before ? double(since.nsecsElapsed()) / 1e6 : NAN;
}

} // namespace

std::vector<double> roundTripsMs(quint16 port, Sync::TrackId track, int count)
{
    Testing::PlainClient one;
    Testing::PlainClient other;
    std::vector<double> all;
    if (std::isnan(listen(one, [&] { one.open(port); }))
        || std::isnan(listen(other, [&] { other.open(port); }))
        || std::isnan(listen(other, [&] { one.say(Testing::newTrack(track, Testing::secondsAgo(1))); })))
        return all;
    for (int i = 0; i < count; ++i) {
        const std::chrono::milliseconds place(i % 20 * 1000);
        const double ms =
            listen(other, [&] { one.say(Testing::changePosition(place, Testing::secondsAgo(0))); });
        if (!std::isnan(ms))
            all.push_back(ms);
    }
    return all;
}

} // namespace Bench
