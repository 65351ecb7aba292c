// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace Testing {

/// A real Mopidy of its own on loopback, for as long as the object lives. It plays files and streams, and
/// keeps nothing.
class MopidyServer
{
public:
    MopidyServer() = default;
    ~MopidyServer() { kill(); }
    Q_DISABLE_COPY_MOVE(MopidyServer)

    /// False, with why() saying what is missing, where Mopidy is not installed or does not start. Starts
    /// again on the same port. @p output: GStreamer's, without sound where nothing is said.
    [[nodiscard]] bool
    start(const QString &output = QStringLiteral("fakesink sync=true"),
          const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());
    /// As by kill -9.
    void kill();
    [[nodiscard]] QString why() const { return m_why; }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QUrl url() const;

    /// What another client of it would do: the call's result; events are processed meanwhile.
    QJsonValue call(const QString &method, const QJsonObject &parameters = {}) const;

private:
    [[nodiscard]] bool writeSettings(const QString &output);
    [[nodiscard]] bool answers() const;

    QTemporaryDir m_directory;
    QString m_why;
    quint16 m_port = 0;
    QProcess m_process;
};

} // namespace Testing
