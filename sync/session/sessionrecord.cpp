// SPDX-License-Identifier: Apache-2.0
#include "sync/limits.h"
#include "sync/protocol/nativefields.h"
#include "sync/session/session.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace Sync {

namespace {

PlayerState readPlayer(Fields &fields)
{
    return {.trackId = Native::readId(fields, "track_id"_L1),
            .context = Native::readContext(fields),
            .pausedBy = fields.flag("playing"_L1) ? PausedBy::Lease : PausedBy::User,
            .position = Native::readPosition(fields, "position_ms"_L1),
            .playId = Native::readId(fields, "play_id"_L1),
            .duration = Native::readPosition(fields, "duration_ms"_L1)};
}

} // namespace

Record Session::record(const Instant &instant) const
{
    QJsonObject json;
    if (m_player) {
        // Where a hub that is killed now would go on from: confirmed, not computed hours later.
        const milliseconds position =
            m_player->paused() ? m_player->position : confirmedPosition(instant.now);
        json = {{"track_id"_L1, qint64(m_player->trackId)},
                {"playing"_L1, m_player->pausedBy != PausedBy::User},
                {"position_ms"_L1, qint64(position.count())},
                {"play_id"_L1, qint64(m_player->playId)},
                {"duration_ms"_L1, qint64(m_player->duration.count())}};
        Native::writeContext(json, m_player->context);
    }
    return {.epoch = m_epoch,
            .revision = m_revision,
            .session = QJsonDocument(json).toJson(QJsonDocument::Compact)};
}

std::variant<Session, ParseError> Session::restored(const Record &record, HubTime now)
{
    Session session(record.epoch);
    session.m_revision = record.revision;
    std::variant<Fields, ParseError> parsed = parseObject(record.session);
    if (const auto *error = std::get_if<ParseError>(&parsed))
        return *error;
    auto &fields = std::get<Fields>(parsed);
    if (!fields.has("track_id"_L1))
        return session;
    PlayerState player = readPlayer(fields);
    if (!fields.ok())
        return fields.fault();
    player.since = now;
    session.m_player = player;
    // Nothing that was said shortly before a crash, and is not in the record, gets a number twice.
    session.m_revision += Limits::revisionsLost;
    return session;
}

} // namespace Sync
