// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace Sync::Http {

/// Sends what an answer has in place of a body through a socket, as fast as the other end reads, and holds
/// little of it. The socket's thread.
class Pump : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void finished();
    /// What is sent ends before its end, the other end is gone, or reads nothing for too long.
    void failed(const QString &sentence);
};

} // namespace Sync::Http
