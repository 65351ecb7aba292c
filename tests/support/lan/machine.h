// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace Testing {

/// How long a test waits for what goes through two Avahis: one that has missed a packet asks again after a
/// while, and each time after a longer one.
inline constexpr int networkPatienceMs = 120'000;

/// A machine of a small network, with a system bus and an Avahi of its own: namespaces of this machine. The
/// test must have been started by apart.sh. Programs there see the test's files; only /run is their own.
class Machine
{
public:
    enum class Where {
        Apart,
        Here, ///< the one on which the test runs: what it calls by loopback is there
    };
    /// @p address: of its one interface, lan0, within a /24.
    Machine(QString name, QString address, Where where = Where::Apart);
    ~Machine();
    Q_DISABLE_COPY_MOVE(Machine)

    /// False where something could not be started; why() says what.
    [[nodiscard]] bool start();
    /// A cable to @p other; both must have been started.
    [[nodiscard]] bool connectTo(const Machine &other);
    [[nodiscard]] bool startBus();
    [[nodiscard]] bool startAvahi();
    void stopAvahi();

    [[nodiscard]] const QString &address() const { return m_address; }
    /// Of the system bus, for anybody who sees the test's files.
    [[nodiscard]] QString busAddress() const;
    /// What stands before a command that is to run there; its process is that command's.
    [[nodiscard]] QStringList prefix() const;
    /// What the command needs in its environment.
    [[nodiscard]] QProcessEnvironment environment() const;
    /// Has a RunningProgram start there.
    void takeIn(auto &program) const
    {
        program.setEnvironment(environment());
        program.setPrefix(prefix());
    }
    /// Runs a command there to its end; whether it went well.
    [[nodiscard]] bool run(const QStringList &words);
    [[nodiscard]] QString why() const { return m_why; }

private:
    [[nodiscard]] bool runHere(const QStringList &words);
    [[nodiscard]] QString processId() const;
    [[nodiscard]] bool launch(QProcess &process, const QStringList &words, const QByteArray &sign);

    const QString m_name;
    const QString m_address;
    const Where m_where;
    QTemporaryDir m_directory;
    QString m_why;
    QProcess m_holder; ///< lives there, so that there is a there
    QProcess m_bus;
    QProcess m_avahi;
};

} // namespace Testing
