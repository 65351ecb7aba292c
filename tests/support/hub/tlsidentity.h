// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/tls/identity.h"

#include <QUrl>

namespace Testing {

/// A new one for this machine, kept in @p directory.
[[nodiscard]] Sync::Tls::Identity tlsIdentity(const QString &directory);
/// "wss://127.0.0.1:PORT" with its fingerprint behind.
[[nodiscard]] QUrl pinnedAddress(quint16 port, const QByteArray &fingerprint);

} // namespace Testing
