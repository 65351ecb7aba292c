// SPDX-License-Identifier: Apache-2.0
#include "bench/engine/ear.h"

#include "bench/support/report.h"
#include "bench/support/statistics.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Bench {

namespace {

constexpr auto recordedWithin = 10s;
constexpr auto nearby = 3s; // a clock that runs a little differently does not matter within
// Most blocks are read when they come. Some come late, and few are taken for one that are the rest of one.
constexpr double promptShare = 0.2;

} // namespace

Ear::Ear(const Testing::Recorder &recorder)
    : m_sampleRate(recorder.recording().format.sampleRate)
    , m_samples(recorder.recording().samples)
    , m_blocks(recorder.blocks())
    , m_sound(m_samples, recorder.recording().format.channels)
{
}

std::chrono::microseconds Ear::originNear(std::chrono::microseconds at) const
{
    std::vector<qint64> origins;
    const auto first = std::ranges::lower_bound(m_blocks, at - nearby, {}, &Testing::Recorder::Block::at);
    for (auto block = first; block != m_blocks.end() && block->at < at + nearby; ++block)
        origins.push_back(block->at.count() - block->frame * 1'000'000 / m_sampleRate);
    return std::chrono::microseconds(quantile(std::move(origins), promptShare));
}

qint64 Ear::frameAt(std::chrono::microseconds at) const
{
    return (at - originNear(at)).count() * m_sampleRate / 1'000'000;
}

double Ear::msBetween(std::chrono::microseconds at, double frame) const
{
    return frame * 1000 / m_sampleRate - double((at - originNear(at)).count()) / 1000;
}

bool Stage::open(int sampleRate, bool recorded)
{
    if (!m_server.start({u"a rate=%1"_s.arg(sampleRate)})) {
        sayLoudly(u"NOTHING MEASURED: "_s + m_server.why());
        return false;
    }
    if (recorded) {
        m_recorder = std::make_unique<Testing::Recorder>(
            m_server.environment(), u"a"_s,
            Testing::RecordingFormat{.sampleRate = sampleRate, .channels = 2});
        waitForSound();
    }
    return true;
}

void Stage::waitForSound()
{
    QEventLoop loop;
    QObject::connect(m_recorder.get(), &Testing::Recorder::grown, &loop, &QEventLoop::quit);
    QObject::connect(m_recorder.get(), &Testing::Recorder::ended, &loop, &QEventLoop::quit);
    QTimer::singleShot(recordedWithin, &loop, &QEventLoop::quit);
    loop.exec();
}

Ear Stage::listen()
{
    const auto until = m_recorder->recording().duration() + 500ms;
    const QDeadlineTimer deadline(recordedWithin); // it may have died
    while (m_recorder->recording().duration() < until && !deadline.hasExpired())
        waitForSound();
    return Ear(*m_recorder);
}

void Stage::pass(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace Bench
