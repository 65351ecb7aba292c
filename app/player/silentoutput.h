// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/output.h"

#include <QElapsedTimer>
#include <QTimer>

namespace Player {

/// Never makes a sound and follows all the same, on the monotonic clock. It knows only the end of media with
/// a length.
class SilentOutput : public Output
{
    Q_OBJECT

public:
    explicit SilentOutput(QObject *parent = nullptr);

    void start(const Media &media, std::chrono::milliseconds from, bool paused) override;
    void pause() override;
    void resume() override;
    void seek(std::chrono::milliseconds to) override;
    void stop() override;
    void setVolume(double) override { }
    [[nodiscard]] std::chrono::milliseconds position() const override;
    [[nodiscard]] Condition condition() const override { return m_condition; }

private:
    void goFrom(std::chrono::milliseconds position);
    void become(Condition condition);

    Condition m_condition = Condition::Idle;
    std::chrono::milliseconds m_duration{0}; ///< zero where it is not known
    std::chrono::milliseconds m_from{0};
    QElapsedTimer m_running; // valid only while going
    QTimer m_end;
};

} // namespace Player
