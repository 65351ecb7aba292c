// SPDX-License-Identifier: Apache-2.0
#include "support/hub/tlsidentity.h"

#include "sync/tls/fingerprint.h"

#include <QDateTime>

namespace Testing {

Sync::Tls::Identity tlsIdentity(const QString &directory)
{
    const auto made = Sync::Tls::ownIdentity(
        directory,
        {.names = {QStringLiteral("localhost")}, .addresses = {QHostAddress(QHostAddress::LocalHost)}},
        QDateTime::currentSecsSinceEpoch());
    if (const auto *fault = std::get_if<QString>(&made))
        qFatal("%s", qPrintable(*fault));
    return std::get<Sync::Tls::Identity>(made);
}

QUrl pinnedAddress(quint16 port, const QByteArray &fingerprint)
{
    QUrl url(QStringLiteral("wss://127.0.0.1:%1").arg(port));
    url.setFragment(Sync::Tls::fragmentOf(fingerprint));
    return url;
}

} // namespace Testing
