// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/requesthead.h"

namespace Sync::Http {

/// An address that speaks for the device it was made for, until a time: for players that can send nothing but
/// an address. It opens what lies at its own path, to be read, and nothing else.
struct SignedUrl {
    qint64 token = 0; ///< Caller::token of whom it was made for
    qint64 expiresS = 0; ///< since 1970

    bool operator==(const SignedUrl &) const = default;
};

/// The query that makes @p path such an address. HMAC-SHA256 with @p key.
[[nodiscard]] QByteArray signedQuery(const QByteArray &path, const SignedUrl &url, const QByteArray &key);

enum class SignatureFault {
    None, ///< it is not signed at all
    Wrong, ///< by nobody here, or for another path
    Expired,
};
[[nodiscard]] std::variant<SignedUrl, SignatureFault> checkSignature(const RequestHead &head,
                                                                     const QByteArray &key, qint64 nowS);

[[nodiscard]] bool isSigned(const RequestHead &head);
/// The query without what signs it.
[[nodiscard]] QByteArray withoutSignature(const QByteArray &query);

} // namespace Sync::Http
