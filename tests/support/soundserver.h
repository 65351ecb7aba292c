// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <chrono>

namespace Testing {

struct Recording;

/// A real PulseAudio of its own with null sinks, for as long as the object lives.
class SoundServer
{
public:
    SoundServer();
    ~SoundServer();
    Q_DISABLE_COPY_MOVE(SoundServer)

    /// False, with why() saying what is missing, where PulseAudio's programs are not installed or do not
    /// start. Behind a sink's name there may be more arguments of its module, such as a rate.
    [[nodiscard]] bool start(const QStringList &sinks = {QStringLiteral("a")});
    void stop();
    /// As by kill -9; start() brings it back at the same address.
    void kill();
    [[nodiscard]] QString why() const { return m_why; }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }

    /// What a child process needs in order to play here and nowhere else.
    [[nodiscard]] QProcessEnvironment environment() const;
    /// The same for this process; to be called before anything of it speaks to a sound server.
    void setEnvironmentHere() const;

    /// Takes a sink away, as when a headset is unplugged.
    [[nodiscard]] bool removeSink(const QString &sink) const;
    /// @p options: of PulseAudio's module-null-sink.
    [[nodiscard]] bool addSink(const QString &sink, const QStringList &options = {}) const;
    [[nodiscard]] bool suspend(const QString &sink, bool suspended) const;
    [[nodiscard]] bool isSuspended(const QString &sink) const;
    [[nodiscard]] bool setDefaultSink(const QString &sink) const;

    /// What the sink plays from now on; events are processed meanwhile.
    [[nodiscard]] Recording record(std::chrono::milliseconds duration,
                                   const QString &sink = QStringLiteral("a")) const;

    /// What pactl does and says; false where it fails.
    [[nodiscard]] bool control(const QStringList &words, QByteArray *answer = nullptr) const;

private:
    [[nodiscard]] bool answers() const;

    QTemporaryDir m_directory;
    QString m_why;
    QProcess m_process;
};

/// Environment in which no sound server can be reached and no ALSA device is named.
[[nodiscard]] QProcessEnvironment environmentWithoutSound();
void takeSoundAwayHere();

} // namespace Testing
