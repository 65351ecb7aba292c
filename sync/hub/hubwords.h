// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/session/session.h"

#include <variant>

/// What hubs that share a user's session tell each other of it, besides what they store.
namespace Sync::HubWords {

/// Who is there, all of them; said anew whenever that changes, and now and then.
struct Members {
    QList<Member> members;
};
/// One of them said goodbye. Its own hub has taken it out already; where two leave at once, each at another
/// hub, each hub believes that the other device still sounds.
struct Left {
    ConnectionId connection = 0;
    std::optional<std::chrono::milliseconds> position; ///< where it had come
};
/// Asks the others to say who is there.
struct WhoIsThere {
};
/// For the hub that has that device.
struct WishVolume {
    QString device;
    Native::Volume volume;
};
using Word = std::variant<Members, Left, WhoIsThere, WishVolume>;

/// @p offset as in SharedTimes.
[[nodiscard]] QByteArray serialize(const Word &word, std::chrono::microseconds offset);
[[nodiscard]] std::variant<Word, ParseError> parse(const QByteArray &text, std::chrono::microseconds offset);

} // namespace Sync::HubWords
