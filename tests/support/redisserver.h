// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace Testing {

/// A real Redis of its own on loopback, for as long as the object lives.
class RedisServer
{
public:
    RedisServer() = default;
    ~RedisServer() { kill(); }
    Q_DISABLE_COPY_MOVE(RedisServer)

    /// False, with why() saying what is missing, where Redis is not installed or does not start. Starts again
    /// on the same port and with the same files. @p settings: as on its command line; without any it keeps
    /// nothing on the disk.
    [[nodiscard]] bool start(const QStringList &settings = {});
    /// As by kill -9.
    void kill();
    /// It is there, and says nothing; until it is woken.
    void sendToSleep() const;
    void wake() const;
    [[nodiscard]] QString why() const { return m_why; }
    [[nodiscard]] quint16 port() const { return m_port; }
    /// "redis://127.0.0.1:PORT/0"
    [[nodiscard]] QString address() const;
    /// "unix:///PATH"
    [[nodiscard]] QString socketAddress() const;

    /// What redis-cli says to these words; events are not processed meanwhile.
    QByteArray ask(const QStringList &words) const;

private:
    [[nodiscard]] QString socketPath() const;

    QTemporaryDir m_directory;
    QString m_why;
    quint16 m_port = 0;
    QProcess m_process;
};

} // namespace Testing
