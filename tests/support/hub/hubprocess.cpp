// SPDX-License-Identifier: Apache-2.0
#include "support/hub/hubprocess.h"

#include "support/patience.h"

namespace Testing {

HubProcess::HubProcess(const QStringList &words)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(HUBPROGRAM), words);
    if (m_process.waitForStarted(patienceMs) && m_process.waitForReadyRead(patienceMs))
        m_port = quint16(m_process.readLine().trimmed().toUInt());
}

void HubProcess::kill()
{
    m_process.kill(); // SIGKILL
    m_process.waitForFinished();
}

} // namespace Testing
