// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/store.h"

#include <variant>

namespace Sync::Redis {

/// What hubs say to each other about one user, on that user's channel.

/// That record is stored now; without its queue, the queue is as it was.
struct Stored {
    Record record;
};
struct Word {
    QByteArray text;
};
struct News {
    QString hub; ///< who says it
    std::variant<Stored, Word> what;
};

/// As CBOR: it carries texts as they are.
[[nodiscard]] QByteArray serialize(const News &news);
/// Nothing where @p message makes no sense.
[[nodiscard]] std::optional<News> newsFrom(const QByteArray &message);

} // namespace Sync::Redis
