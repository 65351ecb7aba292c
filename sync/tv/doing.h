// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/parameters.h"
#include "sync/session/session.h"

namespace Sync::Tv {

enum class What { Play, Pause, Next, Previous, Ended };

/// What a television's button or trigger asks `/msx/do` for.
struct Doing {
    What what = What::Play;
    std::optional<QueueItemId> item{}; ///< what the television plays, or is to play
    std::optional<quint64> playId{}; ///< it speaks of this playing of a track; of another it means nothing
    std::optional<Context> context{}; ///< play this, beginning with `track`
    TrackId track = 0;
    QString searched{}; ///< of the context "search"

    bool operator==(const Doing &) const = default;
};

[[nodiscard]] std::variant<Doing, Http::Response> doingIn(const QByteArray &query);
/// What the app adds to every address, and what a page adds so that nothing kept is shown; the app's version
/// is the first.
[[nodiscard]] QString takeAppsOwn(Http::Parameters &parameters);

/// Whether @p doing is about what the session plays now. What is about an older playing of a track is late
/// and means nothing.
[[nodiscard]] bool isAboutNow(const Doing &doing, const std::optional<PlayerState> &player);

} // namespace Sync::Tv
