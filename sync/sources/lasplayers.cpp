// SPDX-License-Identifier: Apache-2.0
// Each player by itself, whatever it plays on: linux-audio-server's own addresses know only sinks.
#include "sync/sources/lassite.h"

#include "sync/limits.h"

#include <cmath>

using namespace Qt::StringLiterals;
using Sync::Http::errorResponse;
using Sync::Http::Method;

namespace Sync::Sources {

namespace {

using Decision = std::variant<Command, Http::Response>;

QString decoded(const QByteArray &part) { return QString::fromUtf8(QByteArray::fromPercentEncoding(part)); }

Decision unlessGone(const Household &house, const QString &player, const Command &command)
{
    return house.player(player) && !isBystander(player)
        ? Decision(command)
        : Decision(errorResponse(404, "no_such_player", "there is no player of that id"));
}

SetVolume readVolume(const QString &player, Fields &fields)
{
    SetVolume wish{.player = player, .percent = {}, .muted = {}};
    if (const auto volume = fields.optional("volume"_L1, [&] { return fields.number("volume"_L1, 0, 1); }))
        wish.percent = int(std::lround(*volume * Limits::loudest));
    wish.muted = fields.optional("mute"_L1, [&] { return fields.flag("mute"_L1); });
    if (fields.ok() && !wish.percent && !wish.muted)
        fields.fail("volume"_L1, "is missing");
    return wish;
}

} // namespace

void LasSite::addPlayers()
{
    const auto add = [this]<typename What>(const QByteArray &name, const What &) {
        order(Method::Post, "/api/players/{player}/" + name,
              [](const Household &house, const Parts &parts, Fields &) {
                  const QString player = decoded(parts.first());
                  return unlessGone(house, player, Command(What{player}));
              });
    };
    add("play", Play());
    add("pause", Pause());
    add("stop", Stop());
    add("next", Next());
    add("previous", Previous());
    order(Method::Post, "/api/players/{player}/seek",
          [](const Household &house, const Parts &parts, Fields &fields) {
              constexpr auto most = std::chrono::milliseconds(Limits::longestTrack).count();
              const QString player = decoded(parts.first());
              const std::chrono::milliseconds position(fields.integer("position_ms"_L1, 0, most));
              return unlessGone(house, player, Seek{.player = player, .position = position});
          });
    order(Method::Post, "/api/players/{player}/volume",
          [](const Household &house, const Parts &parts, Fields &fields) {
              const QString player = decoded(parts.first());
              return unlessGone(house, player, readVolume(player, fields));
          });
}

} // namespace Sync::Sources
