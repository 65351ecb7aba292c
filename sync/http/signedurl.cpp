// SPDX-License-Identifier: Apache-2.0
#include "sync/http/signedurl.h"

#include <QMessageAuthenticationCode>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Sync::Http {

namespace {

constexpr auto by = "by"_L1;
constexpr auto expires = "expires"_L1;
constexpr auto signature = "signature"_L1;

QByteArray signatureOf(const QByteArray &path, const SignedUrl &url, const QByteArray &key)
{
    const QByteArray text =
        path + '\n' + QByteArray::number(url.token) + '\n' + QByteArray::number(url.expiresS);
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// In a time that does not tell where they differ.
bool areEqual(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= a[i] ^ b[i];
    return difference == 0;
}

} // namespace

QByteArray signedQuery(const QByteArray &path, const SignedUrl &url, const QByteArray &key)
{
    return "by=" + QByteArray::number(url.token) + "&expires=" + QByteArray::number(url.expiresS)
        + "&signature=" + signatureOf(path, url, key);
}

std::variant<SignedUrl, SignatureFault> checkSignature(const RequestHead &head, const QByteArray &key,
                                                       qint64 nowS)
{
    if (!isSigned(head))
        return SignatureFault::None;
    const QUrlQuery query(QString::fromLatin1(head.query));
    bool isToken = false;
    bool isTime = false;
    const SignedUrl url{.token = query.queryItemValue(by).toLongLong(&isToken),
                        .expiresS = query.queryItemValue(expires).toLongLong(&isTime)};
    const QByteArray given = query.queryItemValue(signature).toLatin1();
    if (!isToken || !isTime || !areEqual(given, signatureOf(head.path, url, key)))
        return SignatureFault::Wrong;
    if (head.method != Method::Get && head.method != Method::Head)
        return SignatureFault::Wrong;
    if (nowS >= url.expiresS)
        return SignatureFault::Expired;
    return url;
}

bool isSigned(const RequestHead &head)
{
    return QUrlQuery(QString::fromLatin1(head.query)).hasQueryItem(signature);
}

QByteArray withoutSignature(const QByteArray &query)
{
    QUrlQuery rest(QString::fromLatin1(query));
    for (const QLatin1StringView name : {by, expires, signature})
        rest.removeAllQueryItems(name);
    return rest.query(QUrl::FullyEncoded).toLatin1();
}

} // namespace Sync::Http
