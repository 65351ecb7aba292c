// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/mopidyaddress.h"

#include "sync/sources/sourcename.h"

using namespace Qt::StringLiterals;

namespace Sync::Sources {

std::variant<MopidyAddress, QString> mopidyAddressFrom(const QString &text)
{
    const QUrl url(text.section(u'=', 1), QUrl::StrictMode);
    const bool isSocket = url.scheme() == "ws"_L1 || url.scheme() == "wss"_L1;
    if (!text.contains(u'=') || !url.isValid() || !isSocket || url.host().isEmpty()
        || !url.userInfo().isEmpty())
        return u"%1 is not NAME=ws://HOST:PORT/mopidy/ws"_s.arg(text);
    auto named = namedAddressFrom(text);
    if (auto *fault = std::get_if<QString>(&named))
        return std::move(*fault);
    auto &found = std::get<NamedAddress>(named);
    return MopidyAddress{.id = found.id, .name = found.name, .url = url};
}

} // namespace Sync::Sources
