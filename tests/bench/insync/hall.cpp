// SPDX-License-Identifier: Apache-2.0
#include "bench/insync/hall.h"

#include "support/noise.h"

#include <QDeadlineTimer>

#include <stdexcept>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Bench {

namespace {

constexpr auto piece = 100ms;
const QString device = u"device"_s; // that has both sinks for parts

bool sounds(const Tape &tape)
{
    const qint64 frames = Noise::sampleRate * piece.count() / 1000;
    const qint64 first = tape.sound().size() - frames;
    return tape.sound().has(first, frames) && !tape.sound().isSilent(first, frames);
}

} // namespace

Hall::Hall(Sinks sinks)
    : m_sinks(sinks)
{
    startServer();
    m_environment = m_server.environment();
    const QString left = QString::fromLatin1(sinkNames[0]);
    const QString right = QString::fromLatin1(sinkNames[1]);
    const bool isOne = m_sinks == Sinks::OneDevice;
    for (const QString &sink : isOne ? QStringList{device, device} : QStringList{left, right, left})
        m_recorders.push_back(std::make_unique<TapeRecorder>(m_environment, sink,
                                                             isOne ? 2 * Noise::channels : Noise::channels));
    listenFor(piece);
}

void Hall::startServer()
{
    QStringList separate;
    for (const char *name : sinkNames)
        separate << u"%1 rate=%2"_s.arg(QLatin1StringView(name)).arg(Noise::sampleRate);
    const QStringList one{
        u"%1 rate=%2 channels=4 channel_map=front-left,front-right,rear-left,rear-right"_s.arg(device).arg(
            Noise::sampleRate)};
    if (!m_server.start(m_sinks == Sinks::OneDevice ? one : separate))
        throw std::runtime_error(m_server.why().toStdString());
    if (m_sinks == Sinks::Separate)
        return;
    for (const auto &[sink, where] :
         {std::pair(std::size_t(0), "front"_L1), std::pair(std::size_t(1), "rear"_L1)})
        if (!m_server.control({u"load-module"_s, u"module-remap-sink"_s,
                               u"sink_name=%1"_s.arg(QLatin1StringView(sinkNames.at(sink))),
                               u"master=%1"_s.arg(device), u"channels=2"_s, u"remix=no"_s,
                               u"channel_map=front-left,front-right"_s,
                               u"master_channel_map=%1-left,%1-right"_s.arg(where)}))
            throw std::runtime_error("the sound server makes no parts of a sink");
}

Tape Hall::tape(std::size_t sink) const
{
    if (m_sinks == Sinks::OneDevice)
        return m_recorders.front()->tape(int(sink) * Noise::channels);
    return m_recorders.at(sink)->tape(0);
}

void Hall::listenFor(std::chrono::microseconds time)
{
    const auto until = Testing::monotonicNow() + time;
    for (const auto &recorder : m_recorders)
        recorder->waitUntil(until);
}

void Hall::awaitSound(std::chrono::seconds time)
{
    const QDeadlineTimer deadline(time);
    for (std::size_t sink = 0; sink < sinkNames.size();) {
        listenFor(piece);
        if (sounds(tape(sink)))
            ++sink;
        else if (deadline.hasExpired())
            throw std::runtime_error(std::string("nothing sounds on the sink ") + sinkNames.at(sink));
    }
}

} // namespace Bench
