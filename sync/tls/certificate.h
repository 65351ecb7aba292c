// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHostAddress>
#include <QStringList>

#include <optional>

namespace Sync::Tls {

/// A certificate, perhaps followed by those that vouch for it, and its private key; both in PEM.
struct KeyPair {
    QByteArray certificate;
    QByteArray key;
};

/// Whom a certificate is for.
struct Subject {
    QStringList names; ///< the first one is its title
    QList<QHostAddress> addresses;
};

/// Why a server cannot show a certificate.
enum class Fault {
    NoCertificate,
    NoKey,
    EncryptedKey,
    OtherKind, ///< the key is neither RSA nor EC
    OtherKey, ///< it is not this certificate's
    NotYet,
    Expired,
};

/// A new key (EC P-256) and a certificate that it has signed itself, good for ten years. Times are seconds
/// since 1970. Nothing where OpenSSL fails, which it says in the log.
[[nodiscard]] std::optional<KeyPair> makeKeyPair(const Subject &subject, qint64 nowS);

[[nodiscard]] std::optional<Fault> faultIn(const KeyPair &pair, qint64 nowS);

} // namespace Sync::Tls
