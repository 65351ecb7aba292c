// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>

#include <chrono>
#include <optional>
#include <vector>

namespace Bench {

/// A player in a process of its own: playAsTold().
class Child
{
public:
    struct Said {
        QByteArray what;
        std::chrono::microseconds at; ///< monotonic
        qint64 value;
        qint64 other;
    };

    Child();
    ~Child();
    Q_DISABLE_COPY_MOVE(Child)

    /// @p engine: own, ffmpeg or gstreamer, which are backends of QMediaPlayer. These play on the device with
    /// that id, or on the default one. False where it does not come up.
    [[nodiscard]] bool start(QProcessEnvironment environment, const QString &engine,
                             const QString &device = {});
    /// What is not waited for.
    void say(const QString &command) { m_process.write(command.toUtf8() + '\n'); }
    /// When it began to obey; nothing where it did not.
    std::optional<Said> order(const QString &command);
    /// Until it has said that; false where it does not in time.
    bool waitFor(const QByteArray &what, std::chrono::seconds time);

    [[nodiscard]] const std::vector<Said> &said() const { return m_said; }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }

private:
    void take();

    QProcess m_process;
    QByteArray m_rest;
    std::vector<Said> m_said;
};

} // namespace Bench
