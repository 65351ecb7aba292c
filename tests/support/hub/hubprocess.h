// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>

namespace Testing {

/// A TestHub in a process of its own, so that it can be killed.
class HubProcess
{
public:
    /// What hubprogram.cpp takes. Waits until the hub listens.
    explicit HubProcess(const QStringList &words);
    ~HubProcess() { kill(); }
    Q_DISABLE_COPY_MOVE(HubProcess)

    [[nodiscard]] quint16 port() const { return m_port; } ///< 0 where it did not come about
    /// As by kill -9.
    void kill();

private:
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace Testing
