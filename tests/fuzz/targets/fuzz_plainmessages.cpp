// SPDX-License-Identifier: Apache-2.0
#include "fuzzing.h"

#include "sync/protocol/plainmessages.h"
#include "sync/protocol/plaintime.h"

using namespace Sync;
using namespace std::chrono_literals;

namespace {

/// Where exactly one stamp was replaced, all before and behind it is as it was.
void requireOnlyTheStampDiffers(const QByteArray &json, const QByteArray &relayed, const QByteArray &stamp)
{
    require(relayed.count(stamp) >= 1);
    const auto [left, right] = std::mismatch(json.begin(), json.end(), relayed.begin(), relayed.end());
    const auto same = left - json.begin();
    const qsizetype at = relayed.lastIndexOf(stamp);
    require(relayed.indexOf(stamp) != at || json.endsWith(relayed.sliced(at + stamp.size())));
    require(same <= at + stamp.size() || json == relayed);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray json = bytesOf(data, size);
    const auto parsed = Plain::parse(json);
    if (const auto *error = std::get_if<ParseError>(&parsed)) {
        require(!error->reason.isEmpty());
        return 0;
    }
    const auto &message = std::get<Plain::Message>(parsed);

    const WallTime now(1652087352s + 250ms);
    const QByteArray relayed = Plain::restamped(json, now);
    auto expected = message;
    expected.stamp = now;
    require(Plain::parse(relayed) == std::variant<Plain::Message, ParseError>(expected));
    requireOnlyTheStampDiffers(json, relayed, plainTime(now).toLatin1());

    // What is believed survives being written by us.
    if (Plain::believable(message.stamp, now))
        require(Plain::parse(Plain::serialize(message)) == std::variant<Plain::Message, ParseError>(message));

    const Instant instant{.now = HubTime(1h), .wallOffset = now.time_since_epoch() - 1h};
    const PlayerState before{
        .trackId = 1, .position = 5s, .since = instant.now, .playId = 1, .duration = 200s};
    const auto after = updated(before, Plain::toUpdate(expected, instant, 100s));
    require(std::holds_alternative<PlayerState>(after));
    const auto &state = std::get<PlayerState>(after);
    require(state.position >= 0ms && state.position <= state.duration);
    for (const QByteArray &update : Plain::transition(before, state, instant))
        require(std::holds_alternative<Plain::Message>(Plain::parse(update)));
    return 0;
}
