// SPDX-License-Identifier: Apache-2.0
#include "bench/events/foreign.h"
#include "support/hub/eventclient.h"
#include "support/hub/testhub.h"
#include "support/mopidyserver.h"
#include "support/soundserver.h"

#include "sync/sources/mopidysource.h"
#include "sync/sources/pulsesource.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTimer>

#include <optional>
#include <stdexcept>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace Sources = Sync::Sources;

namespace Bench {

namespace {

constexpr auto patience = 30s;

void await(const auto &condition, const char *what)
{
    const QDeadlineTimer deadline(patience);
    QTimer wake; // so that the deadline is noticed
    wake.start(100ms);
    while (!condition()) {
        if (deadline.hasExpired())
            throw std::runtime_error(what);
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

template <typename Source, typename... Arguments> Testing::TestHub hubOf(const Arguments &...arguments)
{
    Sync::ServerOptions options;
    options.makeSources = [=] {
        std::vector<std::unique_ptr<Sources::Source>> sources;
        sources.push_back(std::make_unique<Source>(arguments...));
        return sources;
    };
    return Testing::TestHub::with(std::move(options));
}

/// One volume after the other, none like the one before it.
int volumeOf(int round) { return 20 + round % 61; }

/// When a volume was heard of last, in nanoseconds of @p clock.
struct Hearing {
    std::optional<int> volume;
    qint64 at = 0;

    void take(int heard, const QElapsedTimer &clock)
    {
        at = clock.nsecsElapsed();
        volume = heard;
    }
};

} // namespace

std::vector<double> afterMopidyUs(int rounds)
{
    Testing::MopidyServer mopidy;
    if (!mopidy.start())
        throw std::runtime_error(mopidy.why().toStdString());
    const auto hub = hubOf<Sources::MopidySource>(
        QList<Sources::MopidyAddress>{{.id = u"m"_s, .name = u"M"_s, .url = mopidy.url()}});
    QElapsedTimer clock;
    clock.start();
    Hearing own;
    Hearing ours;
    QWebSocket direct;
    QObject::connect(&direct, &QWebSocket::textMessageReceived, &direct, [&](const QString &text) {
        const QJsonObject said = QJsonDocument::fromJson(text.toUtf8()).object();
        if (said.value("event"_L1) == u"volume_changed"_s)
            own.take(said.value("volume"_L1).toInt(), clock);
    });
    Testing::EventClient events;
    QObject::connect(&events, &Testing::EventClient::received, &events, [&](const QJsonObject &event) {
        if (event.value("event"_L1) == u"volume_changed"_s)
            ours.take(event.value("data"_L1).toObject().value("volume"_L1).toInt(), clock);
    });
    direct.open(mopidy.url());
    events.open(hub.port(), u"?source=mopidy"_s);
    await([&] { return direct.isValid() && events.isOpen(); }, "nobody is there");
    std::vector<double> latencies;
    for (int round = -5; round < rounds; ++round) { // the first ones until it is connected
        const int volume = volumeOf(round + 5);
        const QByteArray call = QByteArray(R"({"jsonrpc":"2.0","id":1,"method":"core.mixer.set_volume",)")
            + R"("params":{"volume":)" + QByteArray::number(volume) + "}}";
        direct.sendTextMessage(QString::fromUtf8(call));
        await([&] { return own.volume == volume && ours.volume == volume; }, "a volume was not told");
        if (round >= 0)
            latencies.push_back(double(ours.at - own.at) / 1000);
    }
    return latencies;
}

std::vector<double> afterPactlUs(int rounds)
{
    Testing::SoundServer sound;
    if (!sound.start({u"a"_s}))
        throw std::runtime_error(sound.why().toStdString());
    const auto hub = hubOf<Sources::PulseSource>(sound.environment().value(u"PULSE_SERVER"_s));
    QElapsedTimer clock;
    clock.start();
    Hearing heard;
    Testing::EventClient events;
    QObject::connect(&events, &Testing::EventClient::received, &events, [&](const QJsonObject &event) {
        if (event.value("event"_L1) != u"sink.change"_s)
            return;
        const QJsonObject sink = event.value("data"_L1).toObject().value("sink"_L1).toObject();
        heard.take(qRound(sink.value("volume"_L1).toDouble() * 100), clock);
    });
    events.open(hub.port(), u"?source=pulseaudio"_s);
    await([&] { return events.isOpen() && !events.heard().isEmpty(); }, "nobody is there");
    std::vector<double> latencies;
    for (int round = -5; round < rounds; ++round) {
        const int volume = volumeOf(round + 5);
        QProcess pactl;
        pactl.setProcessEnvironment(sound.environment());
        const qint64 start = clock.nsecsElapsed();
        pactl.start(u"pactl"_s, {u"set-sink-volume"_s, u"a"_s, QString::number(volume) + u'%'});
        await([&] { return heard.volume == volume; }, "a volume was not told");
        if (round >= 0)
            latencies.push_back(double(heard.at - start) / 1000);
        await([&] { return pactl.state() == QProcess::NotRunning; }, "pactl does not end");
    }
    return latencies;
}

} // namespace Bench
