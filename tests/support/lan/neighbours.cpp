// SPDX-License-Identifier: Apache-2.0
#include "support/lan/neighbours.h"

namespace Testing {

Neighbours::Neighbours(const QString &network, Machine::Where whereAttic)
    : m_attic("attic", network + ".1", whereAttic)
    , m_den("den", network + ".2")
{
}

bool Neighbours::start()
{
    const bool started = m_attic.start() && m_den.start() && m_attic.startBus() && m_den.startBus()
        && m_attic.connectTo(m_den) && m_attic.startAvahi() && m_den.startAvahi();
    if (!started)
        m_why = m_attic.why() + m_den.why();
    return started;
}

bool Neighbours::denReaches(quint16 port)
{
    return m_den.run({"bash", "-c", QString("exec 3<>/dev/tcp/%1/%2").arg(m_attic.address()).arg(port)});
}

} // namespace Testing
