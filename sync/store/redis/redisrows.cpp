// SPDX-License-Identifier: Apache-2.0
#include "sync/store/redis/redisrows.h"

#include "sync/limits.h"
#include "sync/logging.h"
#include "sync/store/redis/scripts.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Sync::Redis {

using std::chrono::milliseconds;

const Script &RedisRows::putScript()
{
    static const Script script(putRowsScript);
    return script;
}

RedisRows::RedisRows(Client &client, QString hub)
    : m_client(client)
    , m_hub(std::move(hub))
{
    connect(&m_client, &Client::said, this, &RedisRows::hear);
    connect(&m_client, &Client::ready, this, [this] {
        for (const QString &shelf : std::as_const(m_shelves))
            read(shelf, "0");
    });
    connect(&m_client, &Client::subscribed, this, [this](const QByteArray &channel) {
        if (const auto shelf = m_shelves.constFind(channel); shelf != m_shelves.cend() && m_client.isReady())
            read(*shelf, "0");
    });
}

void RedisRows::follow(const QString &shelf)
{
    const QByteArray channel = m_client.address().keyOf(shelf, "rows-news");
    if (m_shelves.contains(channel))
        return;
    m_shelves.insert(channel, shelf);
    m_client.subscribe(channel);
}

void RedisRows::put(const QString &shelf, const QList<SharedRow> &rows, const std::function<void(bool)> &done)
{
    QByteArrayList words{m_hub.toUtf8(), m_client.address().keyOf(shelf, "rows-news")};
    for (const SharedRow &row : rows)
        words << row.key.toUtf8()
              << QByteArray::number(std::max(QDateTime::currentMSecsSinceEpoch() - row.changedMs, qint64(0)))
              << row.value;
    m_client.run(putScript(), {m_client.address().keyOf(shelf, "rows")}, words,
                 [this, shelf, done](const std::optional<Reply> &reply) {
                     const bool isError = reply && reply->kind == Reply::Kind::Error;
                     if (isError)
                         qCWarning(storeLog).noquote()
                             << "Redis at" << m_client.address().shown() << "does not keep what belongs to"
                             << shelf << "-" << reply->text;
                     done(reply && !isError);
                 });
}

/// All that is there, a page at a time.
void RedisRows::read(const QString &shelf, const QByteArray &cursor)
{
    if (cursor == "0")
        Q_EMIT began(shelf);
    m_client.command({"HSCAN", m_client.address().keyOf(shelf, "rows"), cursor, "COUNT",
                      QByteArray::number(Limits::rowsAtOnce)},
                     [this, shelf](const std::optional<Reply> &reply) {
                         if (!reply || reply->items.size() != 2)
                             return; // it is read anew when Redis can be reached again
                         const QList<Reply> &found = reply->items.at(1).items;
                         QList<SharedRow> rows;
                         for (qsizetype i = 0; i + 1 < found.size(); i += 2)
                             rows.append(rowFrom(found.at(i).text, found.at(i + 1).text));
                         Q_EMIT came(shelf, rows);
                         if (reply->items.at(0).text != "0")
                             read(shelf, reply->items.at(0).text);
                         else
                             Q_EMIT complete(shelf);
                     });
}

void RedisRows::hear(const QByteArray &channel, const QByteArray &text)
{
    if (!m_shelves.contains(channel))
        return;
    const QString shelf = m_shelves.value(channel); // whoever hears of it may follow more
    const QJsonObject news = QJsonDocument::fromJson(text).object();
    if (news.value("hub"_L1).toString() == m_hub)
        return;
    QList<SharedRow> rows;
    const QJsonArray told = news.value("rows"_L1).toArray();
    for (qsizetype i = 0; i + 1 < told.size(); i += 2)
        rows.append(rowFrom(told.at(i).toString().toUtf8(), told.at(i + 1).toString().toUtf8()));
    Q_EMIT came(shelf, rows);
}

SharedRow RedisRows::rowFrom(const QByteArray &key, const QByteArray &stored) const
{
    const auto space = stored.indexOf(' ');
    return {.key = QString::fromUtf8(key),
            .changedMs = stored.first(std::max(space, qsizetype(0))).toLongLong() - aheadOfUs().count(),
            .value = stored.sliced(space + 1)};
}

/// How much later it is at Redis than on this machine.
milliseconds RedisRows::aheadOfUs() const
{
    const auto offset = m_client.clockOffset().value_or(std::chrono::microseconds(0));
    const auto there = HubClock::now().time_since_epoch() + offset;
    return std::chrono::duration_cast<milliseconds>(there)
        - milliseconds(QDateTime::currentMSecsSinceEpoch());
}

} // namespace Sync::Redis
