// SPDX-License-Identifier: Apache-2.0
#include "sync/store/redis/news.h"

#include <QCborArray>
#include <QCborValue>

using namespace Qt::StringLiterals;

namespace Sync::Redis {

namespace {

QCborArray toCbor(const Stored &stored)
{
    const Record &record = stored.record;
    return {"stored"_L1, record.epoch, record.revision, record.session,
            record.queue ? QCborValue(*record.queue) : QCborValue(nullptr)};
}

QCborArray toCbor(const Word &word) { return {"word"_L1, word.text}; }

std::optional<Stored> readStored(const QCborArray &parts)
{
    const bool hasQueue = parts.at(5).isByteArray();
    if (parts.size() != 6 || !parts.at(2).isString() || !parts.at(3).isInteger() || !parts.at(4).isByteArray()
        || !(hasQueue || parts.at(5).isNull()))
        return std::nullopt;
    return Stored{.record = {.epoch = parts.at(2).toString(),
                             .revision = parts.at(3).toInteger(),
                             .session = parts.at(4).toByteArray(),
                             .queue = hasQueue ? std::optional(parts.at(5).toByteArray()) : std::nullopt}};
}

} // namespace

QByteArray serialize(const News &news)
{
    QCborArray parts = std::visit([](const auto &what) { return toCbor(what); }, news.what);
    parts.prepend(news.hub);
    return QCborValue(parts).toCbor();
}

std::optional<News> newsFrom(const QByteArray &message)
{
    const QCborArray parts = QCborValue::fromCbor(message).toArray();
    if (parts.size() < 3 || !parts.at(0).isString())
        return std::nullopt;
    const QString hub = parts.at(0).toString();
    if (parts.at(1).toString() == "word"_L1 && parts.size() == 3 && parts.at(2).isByteArray())
        return News{.hub = hub, .what = Word{.text = parts.at(2).toByteArray()}};
    const auto stored = parts.at(1).toString() == "stored"_L1 ? readStored(parts) : std::optional<Stored>();
    return stored ? std::optional(News{.hub = hub, .what = *stored}) : std::nullopt;
}

} // namespace Sync::Redis
