// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/followaddress.h"

#include "sync/sources/sourcename.h"
#include "sync/tls/fingerprint.h"

using namespace Qt::StringLiterals;

namespace Sync::Sources {

namespace {

constexpr int usualPort = 6681;

QString faultOf(const QUrl &url)
{
    const bool isSecure = url.scheme() == "https"_L1;
    const bool isWhole = url.isValid() && (isSecure || url.scheme() == "http"_L1) && !url.host().isEmpty();
    if (!isWhole || !url.userInfo().isEmpty() || url.hasQuery() || url.path().size() > 1)
        return u"is not NAME=http://HOST:PORT"_s;
    const auto pin = Tls::pinIn(url);
    if (pin && pin->isEmpty())
        return u"has no fingerprint behind sha256=; it has 64 hexadecimal digits"_s;
    if (pin && !isSecure)
        return u"has a fingerprint, but only https:// shows a certificate"_s;
    return {};
}

} // namespace

std::variant<FollowAddress, QString> followAddressFrom(const QString &text)
{
    QUrl url(text.section(u'=', 1), QUrl::StrictMode);
    if (const QString fault = faultOf(url); !fault.isEmpty())
        return u"%1 %2"_s.arg(text, fault);
    auto named = namedAddressFrom(text);
    if (auto *fault = std::get_if<QString>(&named))
        return std::move(*fault);
    const auto &found = std::get<NamedAddress>(named);
    if (url.port() < 0)
        url.setPort(usualPort);
    url.setPath({});
    return FollowAddress{.id = found.id, .name = found.name, .url = url};
}

} // namespace Sync::Sources
