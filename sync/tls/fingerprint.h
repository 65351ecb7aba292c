// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSslConfiguration>
#include <QUrl>

#include <optional>

class QWebSocket;

/// The SHA-256 of a certificate, by which a device knows a hub that no authority vouches for.
namespace Sync::Tls {

[[nodiscard]] QByteArray fingerprintOf(const QSslCertificate &certificate);
/// "AB:CD:...", as browsers show it.
[[nodiscard]] QString fingerprintText(const QByteArray &fingerprint);
/// Reads 64 hexadecimal digits, with or without colons; nothing where they are not that.
[[nodiscard]] std::optional<QByteArray> fingerprintFrom(QStringView text);

/// As an address carries it in its fragment: "sha256=" and 64 digits.
[[nodiscard]] QString fragmentOf(const QByteArray &fingerprint);
/// Which certificate @p hub must have: nothing where its address does not say; empty, and so none at all,
/// where what it says cannot be read.
[[nodiscard]] std::optional<QByteArray> pinIn(const QUrl &hub);
[[nodiscard]] bool matches(const std::optional<QByteArray> &pin, const QSslCertificate &certificate);
/// What the hub at the other end of @p socket has shown; null where it has shown none. Ignores what is wrong
/// with it where @p pin names it: not by the socket's own means, as what that once ignores it would ignore of
/// the next hub as well.
[[nodiscard]] QSslCertificate shownTo(const QWebSocket &socket, const std::optional<QByteArray> &pin);
/// Why a certificate that does not match is refused, for whoever wants to join.
[[nodiscard]] QString distrust(const std::optional<QByteArray> &pin, const QString &authority,
                               const QSslCertificate &shown);
/// For a client of @p hub. Where its address has a fingerprint nobody else is trusted, so that there is
/// always an error to decide about.
[[nodiscard]] QSslConfiguration clientConfiguration(const QUrl &hub);

} // namespace Sync::Tls
