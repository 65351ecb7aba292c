// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bench/engine/alignment.h"
#include "support/recorder.h"
#include "support/soundserver.h"

#include <chrono>
#include <memory>

namespace Bench {

/// What a sink played, and when by the monotonic clock.
class Ear
{
public:
    explicit Ear(const Testing::Recorder &recorder);

    [[nodiscard]] const Sound &sound() const { return m_sound; }
    [[nodiscard]] const std::vector<qint16> &samples() const { return m_samples; } ///< of two channels
    [[nodiscard]] qint64 frameAt(std::chrono::microseconds at) const;
    [[nodiscard]] double msBetween(std::chrono::microseconds at, double frame) const;

private:
    [[nodiscard]] std::chrono::microseconds originNear(std::chrono::microseconds at) const;

    int m_sampleRate;
    std::vector<qint16> m_samples;
    std::vector<Testing::Recorder::Block> m_blocks;
    Sound m_sound;
};

/// A sound server whose only sink is recorded.
class Stage
{
public:
    /// False, having said why, where there is no sound server.
    [[nodiscard]] bool open(int sampleRate, bool recorded = true);
    [[nodiscard]] const Testing::SoundServer &server() const { return m_server; }
    /// Of all that was heard; waits until it is recorded.
    [[nodiscard]] Ear listen();
    /// Waits so long, or, without a time, for the next piece of the recording.
    static void pass(std::chrono::milliseconds time);

private:
    void waitForSound();

    Testing::SoundServer m_server;
    std::unique_ptr<Testing::Recorder> m_recorder;
};

} // namespace Bench
