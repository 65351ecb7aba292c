// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bench/engine/alignment.h"
#include "support/recorder.h"

#include <QProcessEnvironment>

#include <chrono>
#include <vector>

namespace Bench {

/// What a null sink played, and when by the monotonic clock.
///
/// Such a sink counts its time in whole blocks from its start, however late it wakes up for one, and hands
/// each block to its monitor. So frames lie evenly on the clock, and all that varies is how late pieces
/// arrive here: the promptest of them tell where the recording lies. All times are late by the same way to
/// the recorder and early by the same block, which does not matter between two tapes.
class Tape
{
public:
    /// Something came in at that moment, and so many frames were there then.
    struct Arrival {
        std::chrono::microseconds at;
        qint64 frames;
    };
    /// @p channel: the one that is compared.
    Tape(const Testing::Recording &recording, std::vector<Arrival> arrivals, int channel = 0);

    [[nodiscard]] const Sound &sound() const { return m_sound; }
    [[nodiscard]] int sampleRate() const { return m_sampleRate; }
    [[nodiscard]] qint64 frameAt(std::chrono::microseconds time) const;
    /// When @p frame was played, in microseconds; @p near: roughly then.
    [[nodiscard]] double timeOf(qint64 frame, std::chrono::microseconds near) const;
    /// When the first frame would have been played, by what arrived around @p near.
    [[nodiscard]] double originUs(std::chrono::microseconds near) const;
    /// How late what came between the two times was: of 95 in 100 pieces. Tells how busy the machine was.
    [[nodiscard]] double lateMs(std::chrono::microseconds from, std::chrono::microseconds to) const;

private:
    int m_sampleRate;
    std::vector<Arrival> m_arrivals;
    Sound m_sound;
};

/// Records a sink's monitor for as long as it lives.
class TapeRecorder
{
public:
    TapeRecorder(const QProcessEnvironment &environment, const QString &sink, int channels);

    /// Lets events happen until what was played at @p time is recorded. Throws where nothing comes any more.
    void waitUntil(std::chrono::microseconds time);
    [[nodiscard]] Tape tape(int channel) const { return {m_recorder.recording(), m_arrivals, channel}; }

private:
    QString m_sink;
    std::vector<Tape::Arrival> m_arrivals;
    Testing::Recorder m_recorder; // last: it speaks to the others
};

} // namespace Bench
