// SPDX-License-Identifier: Apache-2.0
#include "sync/store/syncplayerstate.h"

#include "sync/limits.h"
#include "sync/protocol/fields.h"
#include "sync/protocol/nativefields.h"
#include "sync/protocol/plaintime.h"

using namespace Qt::StringLiterals;

namespace Sync {

namespace {

constexpr qsizetype timeBytes = 64;

// It may have none; a session of ours always says where its track is from.
const QString unknownKind = u"unknown"_s;

} // namespace

std::variant<Session, ParseError> sessionFromSyncPlayer(const QByteArray &state, const QString &epoch,
                                                        HubTime now)
{
    auto parsed = parseObject(state);
    if (const auto *error = std::get_if<ParseError>(&parsed))
        return *error;
    auto &fields = std::get<Fields>(parsed);
    const auto textOr = [&fields](QLatin1StringView name, qsizetype most, const QString &otherwise) {
        return fields.optional(name, [&] { return fields.text(name, most); }).value_or(otherwise);
    };
    const auto idOr = [&fields](QLatin1StringView name) {
        return fields.optional(name, [&] { return Native::readId(fields, name); }).value_or(0);
    };
    const NewTrack track{.trackId = Native::readId(fields, "track_id"_L1),
                         .fromIs = textOr("from_is"_L1, Limits::contextKindBytes, unknownKind),
                         .fromIsId = idOr("from_is_id"_L1),
                         .at = now};
    const quint64 seconds = idOr("last_sec_position"_L1);
    const QString time = textOr("time_state_update"_L1, timeBytes, {});
    if (fields.has("on_pause"_L1))
        (void)fields.flag("on_pause"_L1);
    if (!time.isEmpty() && !parsePlainTime(time))
        fields.fail("time_state_update"_L1, "is no time");
    if (std::chrono::seconds(seconds) > Limits::longestTrack)
        fields.fail("last_sec_position"_L1, "is longer than a track can be");
    if (!fields.ok())
        return fields.fault();
    Session session(epoch);
    (void)session.play(track, {track.trackId});
    (void)session.apply(Pause{.at = now});
    (void)session.apply(ChangePosition{.position = std::chrono::seconds(seconds), .at = now});
    return session;
}

} // namespace Sync
