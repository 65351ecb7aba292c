// SPDX-License-Identifier: Apache-2.0
#include "sync/tv/doing.h"

#include "sync/limits.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sync::Tv {

namespace {

constexpr std::array<WireName<What>, 5> names{{
    {What::Play, "play"_L1},
    {What::Pause, "pause"_L1},
    {What::Next, "next"_L1},
    {What::Previous, "previous"_L1},
    {What::Ended, "ended"_L1},
}};

std::optional<quint64> idOrNone(Http::Parameters &parameters, const QByteArray &name)
{
    const quint64 id = parameters.number(name, 0, 1, maxId);
    return id == 0 ? std::nullopt : std::optional(id);
}

} // namespace

std::variant<Doing, Http::Response> doingIn(const QByteArray &query)
{
    Http::Parameters parameters(query);
    (void)takeAppsOwn(parameters);
    const QString word = parameters.text("what");
    const auto *const what = std::ranges::find(names, word, &WireName<What>::second);
    Doing doing{.item = idOrNone(parameters, "item"), .playId = idOrNone(parameters, "play")};
    const QString from = parameters.text("from");
    const quint64 fromId = parameters.number("id", 0, 0, maxId);
    if (!from.isEmpty())
        doing.context = Context{.fromIs = from, .fromIsId = fromId};
    doing.track = parameters.number("track", 0, 1, maxId);
    doing.searched = parameters.text("q");
    if (auto refused = parameters.refusal())
        return *std::move(refused);
    if (what == names.end())
        return Http::errorResponse(400, "bad_parameter", "must be play, pause, next, previous or ended",
                                   "what");
    if (from.toUtf8().size() > Limits::contextKindBytes)
        return Http::errorResponse(400, "bad_parameter", "is too long", "from");
    if (doing.context && doing.track == 0)
        return Http::errorResponse(400, "bad_parameter", "must be the track to begin with", "track");
    doing.what = what->first;
    return doing;
}

QString takeAppsOwn(Http::Parameters &parameters)
{
    (void)parameters.text("t");
    return parameters.text("v");
}

bool isAboutNow(const Doing &doing, const std::optional<PlayerState> &player)
{
    if (!player || (doing.playId && *doing.playId != player->playId))
        return false;
    return !doing.item || *doing.item == player->item;
}

} // namespace Sync::Tv
