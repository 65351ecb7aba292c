// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QProcess>

#include <chrono>
#include <vector>

namespace Testing {

/// What a recording is to be converted to.
struct RecordingFormat {
    int sampleRate = 48000;
    int channels = 1;
};

/// Interleaved samples as they left a sink.
struct Recording {
    RecordingFormat format{};
    std::vector<qint16> samples{};

    [[nodiscard]] std::chrono::microseconds duration() const;
    /// Root of the mean square over the whole recording, 0..1.
    [[nodiscard]] double rms() const;
};

/// Records a sink's monitor for as long as it lives.
class Recorder : public QObject
{
    Q_OBJECT

public:
    Recorder(const QProcessEnvironment &environment, const QString &sink, const RecordingFormat &format = {});
    ~Recorder() override;
    Q_DISABLE_COPY_MOVE(Recorder)

    [[nodiscard]] const Recording &recording() const { return m_recording; }
    /// When the first sample was played, on the monotonic clock; as exact as the promptest block that
    /// arrived. A null sink hands on a block before it plays it, so this is early by a block.
    [[nodiscard]] std::chrono::microseconds origin() const { return m_origin; }

    /// Something that came after a pause: where a block of the sink begins, and that began to play just then.
    struct Block {
        std::chrono::microseconds at; ///< monotonic
        qint64 frame; ///< of the recording
    };
    [[nodiscard]] const std::vector<Block> &blocks() const { return m_blocks; }

Q_SIGNALS:
    void grown();
    void ended();

private:
    void take();

    Recording m_recording;
    QByteArray m_rest;
    std::vector<Block> m_blocks;
    std::chrono::microseconds m_lastTaken{0};
    std::chrono::microseconds m_origin = std::chrono::microseconds::max();
    QProcess m_process; // last: it speaks while it is taken down
};

/// The monotonic clock every process of this machine shares.
[[nodiscard]] std::chrono::microseconds monotonicNow();

} // namespace Testing
