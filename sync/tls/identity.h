// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/tls/certificate.h"

#include <QSslConfiguration>

#include <variant>

namespace Sync::Tls {

/// What a hub shows to those who speak TLS.
struct Identity {
    QSslConfiguration configuration; ///< a server's: TLS 1.2 and later
    QByteArray fingerprint; ///< SHA-256 of the certificate
    QStringList names; ///< hosts the certificate is for, lower case, without wildcards
};

/// The identity that is kept in @p directory, made on first use. It is made anew only where it is damaged or
/// soon expires. Or a sentence about why there is none.
[[nodiscard]] std::variant<Identity, QString> ownIdentity(const QString &directory, const Subject &subject,
                                                          qint64 nowS);
/// That of the two files; or a sentence about what is wrong with them.
[[nodiscard]] std::variant<Identity, QString> identityIn(const QString &certificateFile,
                                                         const QString &keyFile, qint64 nowS);

} // namespace Sync::Tls
