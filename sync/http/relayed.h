// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <memory>
#include <optional>

class QNetworkReply;

namespace Sync::Http {

/// What another hub answers, while it comes.
struct Relayed {
    std::shared_ptr<QNetworkReply> reply;
    std::optional<qint64> length; ///< nothing where that hub does not know it either
};

} // namespace Sync::Http
