// SPDX-License-Identifier: Apache-2.0
#include "sync/limits.h"
#include "sync/protocol/nativefields.h"
#include "sync/protocol/queuejson.h"
#include "sync/session/session.h"

#include <QJsonArray>
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
            .duration = Native::readPosition(fields, "duration_ms"_L1),
            .item =
                fields.optional("item"_L1, [&] { return Native::readId(fields, "item"_L1); }).value_or(0)};
}

QByteArray compact(const QJsonObject &json) { return QJsonDocument(json).toJson(QJsonDocument::Compact); }

QByteArray queueRecord(const Queue &queue)
{
    QJsonObject json{{"last_id"_L1, qint64(queue.lastId())}, {"straight"_L1, idArray(queue.straight())}};
    writeItems(json, queue.items());
    return compact(json);
}

std::variant<Queue, ParseError> readQueue(const QByteArray &record, QueueItemId current)
{
    std::variant<Fields, ParseError> parsed = parseObject(record);
    if (const auto *error = std::get_if<ParseError>(&parsed))
        return *error;
    auto &fields = std::get<Fields>(parsed);
    const QueueItemId lastId = Native::readId(fields, "last_id"_L1);
    const QList<QueueItemId> straight = fields.ids("straight"_L1, Limits::queueItems);
    const QList<QueueItem> items = readItems(fields);
    if (!fields.ok())
        return fields.fault();
    // A crash may have lost a change of one and not of the other.
    auto queue = Queue::from(items, straight, std::min(current, lastId), lastId);
    if (!queue)
        return ParseError{.field = u"items"_s, .reason = u"the parts of the queue do not fit together"_s};
    return *std::move(queue);
}

} // namespace

Record Session::record(const Instant &instant, bool withQueue) const
{
    QJsonObject json{{"modes"_L1, toJson(m_modes)}};
    m_memory.write(json, chosen());
    if (m_player) {
        // Where a hub that is killed now would go on from: confirmed, not computed hours later.
        const milliseconds position =
            m_player->paused() ? m_player->position : confirmedPosition(instant.now);
        json.insert("track_id"_L1, qint64(m_player->trackId));
        json.insert("playing"_L1, m_player->pausedBy != PausedBy::User);
        json.insert("position_ms"_L1, qint64(position.count()));
        json.insert("play_id"_L1, qint64(m_player->playId));
        json.insert("duration_ms"_L1, qint64(m_player->duration.count()));
        json.insert("item"_L1, qint64(m_player->item));
        Native::writeContext(json, m_player->context);
    }
    return {.epoch = m_epoch,
            .revision = m_revision,
            .session = compact(json),
            .queue = withQueue ? std::optional(queueRecord(m_queue)) : std::nullopt};
}

std::variant<Session, ParseError> Session::restored(const Record &record, HubTime now)
{
    Session session(record.epoch);
    session.m_revision = record.revision;
    std::variant<Fields, ParseError> parsed = parseObject(record.session);
    if (const auto *error = std::get_if<ParseError>(&parsed))
        return *error;
    auto &fields = std::get<Fields>(parsed);
    session.m_modes = fields.optional("modes"_L1, [&] { return readModes(fields); }).value_or(Modes());
    session.m_memory = DeviceMemory::read(fields);
    if (!fields.has("track_id"_L1))
        return fields.ok() ? std::variant<Session, ParseError>(session) : fields.fault();
    PlayerState player = readPlayer(fields);
    if (!fields.ok())
        return fields.fault();
    player.since = now;
    session.m_player = player;
    if (record.queue && !record.queue->isEmpty()) {
        const auto queue = readQueue(*record.queue, player.item);
        if (const auto *error = std::get_if<ParseError>(&queue))
            return *error;
        session.m_queue = std::get<Queue>(queue);
    }
    // Nothing that was said shortly before a crash, and is not in the record, gets a number twice.
    session.m_revision += Limits::revisionsLost;
    return session;
}

} // namespace Sync
