// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QProcess>

#include <chrono>
#include <vector>

namespace Testing {

/// Mono samples as they left a sink.
struct Recording {
    static constexpr int samplesPerSecond = 48000;

    std::vector<qint16> samples;

    [[nodiscard]] std::chrono::microseconds duration() const;
    /// Root of the mean square over the whole recording, 0..1.
    [[nodiscard]] double rms() const;
};

/// Records a sink's monitor for as long as it lives.
class Recorder : public QObject
{
    Q_OBJECT

public:
    Recorder(const QProcessEnvironment &environment, const QString &sink);
    ~Recorder() override;
    Q_DISABLE_COPY_MOVE(Recorder)

    [[nodiscard]] const Recording &recording() const { return m_recording; }
    /// When the first sample was played, on the monotonic clock; as exact as the promptest block that
    /// arrived.
    [[nodiscard]] std::chrono::microseconds origin() const { return m_origin; }

Q_SIGNALS:
    void grown();
    void ended();

private:
    void take();

    Recording m_recording;
    QByteArray m_rest;
    std::chrono::microseconds m_origin = std::chrono::microseconds::max();
    QProcess m_process; // last: it speaks while it is taken down
};

/// The monotonic clock every process of this machine shares.
[[nodiscard]] std::chrono::microseconds monotonicNow();

} // namespace Testing
