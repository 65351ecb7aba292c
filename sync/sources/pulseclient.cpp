// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/pulseclient.h"

#include "sync/sources/pulseloop.h"

namespace Sync::Sources {

PulseClient::PulseClient(const QString &server)
    : m_loop(std::make_unique<Loop>(*this, server.toUtf8()))
{
}

PulseClient::~PulseClient() = default;

void PulseClient::carryOut(quint64 task, const Command &command) { m_loop->carryOut(task, command); }

void PulseClient::askAnew() { m_loop->askAnew(); }

void PulseClient::drain()
{
    if (const QList<Heard> news = m_loop->takeHeard(); !news.isEmpty())
        Q_EMIT heard(news);
}

} // namespace Sync::Sources
