// SPDX-License-Identifier: Apache-2.0
#include "sync/tls/fingerprint.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslSocket>
#include <QUrlQuery>
#include <QWebSocket>

#include <algorithm>
#include <cctype>

using namespace Qt::StringLiterals;

namespace Sync::Tls {

namespace {

constexpr auto pinName = "sha256"_L1;
constexpr qsizetype bytes = 32;

} // namespace

QByteArray fingerprintOf(const QSslCertificate &certificate)
{
    return certificate.digest(QCryptographicHash::Sha256);
}

QString fingerprintText(const QByteArray &fingerprint)
{
    return QString::fromLatin1(fingerprint.toHex(':').toUpper());
}

std::optional<QByteArray> fingerprintFrom(QStringView text)
{
    QByteArray digits = text.toLatin1();
    if (digits.size() == 3 * bytes - 1)
        for (qsizetype i = bytes - 1; i > 0; --i)
            if (digits.at(3 * i - 1) == ':')
                digits.remove(3 * i - 1, 1);
    const auto isDigit = [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; };
    if (digits.size() != 2 * bytes || !std::all_of(digits.begin(), digits.end(), isDigit))
        return std::nullopt;
    return QByteArray::fromHex(digits);
}

QString fragmentOf(const QByteArray &fingerprint)
{
    return pinName + u'=' + QString::fromLatin1(fingerprint.toHex());
}

std::optional<QByteArray> pinIn(const QUrl &hub)
{
    const QUrlQuery words(hub.fragment());
    if (!words.hasQueryItem(pinName))
        return std::nullopt;
    const QStringList said = words.allQueryItemValues(pinName);
    return said.size() == 1 ? fingerprintFrom(said.first()).value_or(QByteArray()) : QByteArray();
}

bool matches(const std::optional<QByteArray> &pin, const QSslCertificate &certificate)
{
    return !certificate.isNull() && pin == fingerprintOf(certificate);
}

QSslCertificate shownTo(const QWebSocket &socket, const std::optional<QByteArray> &pin)
{
    const auto below = socket.findChildren<QSslSocket *>();
    if (below.isEmpty())
        return QSslCertificate();
    QSslCertificate shown = below.last()->peerCertificate();
    if (matches(pin, shown))
        below.last()->ignoreSslErrors();
    return shown;
}

QString distrust(const std::optional<QByteArray> &pin, const QString &authority, const QSslCertificate &shown)
{
    return pin
        ? QCoreApplication::translate("Sync::Link",
                                      "The hub at %1 shows another certificate than its address says: %2. "
                                      "Somebody may be in between; "
                                      "or it has a new one, and its window shows a new address.")
              .arg(authority, fingerprintText(fingerprintOf(shown)))
        : QCoreApplication::translate(
              "Sync::Link",
              "Nobody this device trusts vouches for the certificate of the hub at %1. Join it by an address "
              "that ends in #sha256= and the fingerprint its window shows.")
              .arg(authority);
}

QSslConfiguration clientConfiguration(const QUrl &hub)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    if (pinIn(hub))
        configuration.setCaCertificates({});
    return configuration;
}

} // namespace Sync::Tls
