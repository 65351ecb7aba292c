// SPDX-License-Identifier: Apache-2.0
#include "support/recorder.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace Testing {

using namespace std::chrono_literals;

namespace {

constexpr auto pauseAtLeast = 3ms; // between blocks; pieces of one come at once

} // namespace

std::chrono::microseconds monotonicNow()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
}

std::chrono::microseconds Recording::duration() const
{
    return std::chrono::microseconds(std::int64_t(samples.size()) / format.channels * 1'000'000
                                     / format.sampleRate);
}

double Recording::rms() const
{
    if (samples.empty())
        return 0;
    double sum = 0;
    for (const auto sample : samples)
        sum += double(sample) * sample;
    return std::sqrt(sum / double(samples.size())) / 32768;
}

Recorder::Recorder(const QProcessEnvironment &environment, const QString &sink, const RecordingFormat &format)
    : m_recording{.format = format}
{
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &Recorder::take);
    connect(&m_process, &QProcess::finished, this, &Recorder::ended);
    connect(&m_process, &QProcess::errorOccurred, this, &Recorder::ended);
    m_process.setProcessEnvironment(environment);
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(QStringLiteral("parec"),
                    {QStringLiteral("--device=%1.monitor").arg(sink), QStringLiteral("--raw"),
                     QStringLiteral("--format=s16le"), QStringLiteral("--rate=%1").arg(format.sampleRate),
                     QStringLiteral("--channels=%1").arg(format.channels),
                     QStringLiteral("--latency-msec=10")});
}

Recorder::~Recorder()
{
    m_process.disconnect(this);
    m_process.kill();
    m_process.waitForFinished();
}

void Recorder::take()
{
    const auto now = monotonicNow();
    if (now - std::exchange(m_lastTaken, now) > pauseAtLeast)
        m_blocks.push_back({now, qint64(m_recording.samples.size()) / m_recording.format.channels});
    m_rest += m_process.readAllStandardOutput();
    const auto count = size_t(m_rest.size()) / sizeof(qint16);
    const auto old = m_recording.samples.size();
    m_recording.samples.resize(old + count);
    std::memcpy(m_recording.samples.data() + old, m_rest.constData(), count * sizeof(qint16));
    m_rest.remove(0, qsizetype(count * sizeof(qint16)));
    m_origin = std::min(m_origin, now - m_recording.duration());
    Q_EMIT grown();
}

} // namespace Testing
