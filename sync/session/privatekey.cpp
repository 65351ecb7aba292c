// SPDX-License-Identifier: Apache-2.0
#include "sync/session/privatekey.h"

namespace Sync {

QString keyOf(const SessionOwner &owner)
{
    return owner.isPrivate() ? privatePrefix + owner.user + u'/' + owner.device : owner.user;
}

std::optional<SessionOwner> privateOwner(const QString &key)
{
    const qsizetype end = key.lastIndexOf(u'/'); // no device's id has one
    if (!key.startsWith(privatePrefix) || end <= privatePrefix.size() || end + 1 == key.size())
        return std::nullopt;
    return SessionOwner{.user = key.mid(privatePrefix.size(), end - privatePrefix.size()),
                        .device = key.sliced(end + 1)};
}

} // namespace Sync
