// SPDX-License-Identifier: Apache-2.0
#include "bench/insync/tape.h"

#include "bench/support/statistics.h"
#include "support/noise.h"

#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <limits>
#include <stdexcept>

using namespace std::chrono_literals;

namespace Bench {

namespace {

constexpr auto nearby = 10s; // a thousand arrivals: enough of them are prompt also on a busy machine
constexpr auto nothingFor = 10s;

} // namespace

Tape::Tape(const Testing::Recording &recording, std::vector<Arrival> arrivals, int channel)
    : m_sampleRate(recording.format.sampleRate)
    , m_arrivals(std::move(arrivals))
    , m_sound(std::span(recording.samples).subspan(std::size_t(channel)), recording.format.channels)
{
}

double Tape::originUs(std::chrono::microseconds near) const
{
    double earliest = std::numeric_limits<double>::max();
    for (auto one = std::ranges::lower_bound(m_arrivals, near - nearby, {}, &Arrival::at);
         one != m_arrivals.end() && one->at < near + nearby; ++one)
        earliest = std::min(earliest, double(one->at.count()) - double(one->frames) * 1e6 / m_sampleRate);
    return earliest;
}

double Tape::lateMs(std::chrono::microseconds from, std::chrono::microseconds to) const
{
    std::vector<double> late;
    for (const Arrival &one : m_arrivals)
        if (one.at >= from && one.at < to)
            late.push_back((double(one.at.count()) - timeOf(one.frames, one.at)) / 1000);
    return quantile(std::move(late), 0.95);
}

qint64 Tape::frameAt(std::chrono::microseconds time) const
{
    return qint64((double(time.count()) - originUs(time)) * m_sampleRate / 1e6);
}

double Tape::timeOf(qint64 frame, std::chrono::microseconds near) const
{
    return originUs(near) + double(frame) * 1e6 / m_sampleRate;
}

TapeRecorder::TapeRecorder(const QProcessEnvironment &environment, const QString &sink, int channels)
    : m_sink(sink)
    , m_recorder(environment, sink, {.sampleRate = Noise::sampleRate, .channels = channels})
{
    QObject::connect(&m_recorder, &Testing::Recorder::grown, &m_recorder, [this] {
        m_arrivals.push_back({.at = Testing::monotonicNow(),
                              .frames = qint64(m_recorder.recording().samples.size())
                                  / m_recorder.recording().format.channels});
    });
}

void TapeRecorder::waitUntil(std::chrono::microseconds time)
{
    QEventLoop loop;
    QTimer silence;
    silence.setSingleShot(true);
    bool arrived = false;
    const auto look = [&] {
        arrived = m_recorder.origin() + m_recorder.recording().duration() >= time;
        if (arrived)
            loop.quit();
        silence.start(nothingFor);
    };
    QObject::connect(&silence, &QTimer::timeout, &loop, &QEventLoop::quit);
    QObject::connect(&m_recorder, &Testing::Recorder::grown, &loop, look);
    QObject::connect(&m_recorder, &Testing::Recorder::ended, &loop, &QEventLoop::quit);
    silence.start(nothingFor);
    loop.exec();
    if (!arrived)
        throw std::runtime_error("nothing is recorded of the sink " + m_sink.toStdString());
}

} // namespace Bench
