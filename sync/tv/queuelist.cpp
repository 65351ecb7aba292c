// SPDX-License-Identifier: Apache-2.0
#include "sync/tv/queuelist.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sync::Tv {

namespace {

// Before it Tizen reports them as errors.
constexpr Version knowsProgress{.major = 0, .minor = 1, .patch = 146};
constexpr std::chrono::milliseconds worthResuming{1000};

QString service(const Addresses &addresses, const QByteArray &what, const QString &item)
{
    // Beside what the app does meanwhile; what is answered with is carried out all the same.
    return u"execute:service:fetch:"_s + addresses.of("/msx/do", "what=" + what + "&item=" + item.toLatin1());
}

QJsonObject propertiesOf(const Entry &entry, const Addresses &addresses, bool reports,
                         const std::optional<Version> &version)
{
    const Song &song = entry.song;
    QJsonObject properties{{"control:type"_L1, "extended"_L1},
                           {"info:headline"_L1, msxText(song.title)},
                           {"info:text"_L1, msxText(song.album)}};
    if (song.albumId != 0)
        properties.insert("info:image"_L1,
                          addresses.of("/art/" + QByteArray::number(song.albumId), "size=512"));
    if (version && *version >= knowsProgress && song.duration.count() > 0) {
        properties.insert("label:duration"_L1, timeText(song.duration));
        properties.insert("progress:duration"_L1, QString::number(song.duration.count() / 1000));
    }
    if (!reports)
        return properties;
    properties.insert("button:next:icon"_L1, "skip-next"_L1);
    properties.insert("button:next:action"_L1, service(addresses, "next", entry.id));
    properties.insert("button:prev:icon"_L1, "skip-previous"_L1);
    properties.insert("button:prev:action"_L1, service(addresses, "previous", entry.id));
    properties.insert(completeTrigger, whenComplete(entry.id, std::nullopt, addresses));
    return properties;
}

Item itemOf(const Entry &entry, const Addresses &addresses, bool reports,
            const std::optional<Version> &version)
{
    const Song &song = entry.song;
    const QString art =
        song.albumId == 0 ? QString() : addresses.of("/art/" + QByteArray::number(song.albumId), "size=512");
    QStringList words;
    if (!song.artist.isEmpty())
        words.append(song.artist);
    if (song.duration.count() > 0)
        words.append(timeText(song.duration));
    return {.id = entry.id,
            .title = song.title,
            .label = song.title,
            .extension = words.join(u" · "_s),
            .playerLabel = song.artist.isEmpty() ? song.title : u"%1 – %2"_s.arg(song.artist, song.title),
            .icon = u"msx-white-soft:audiotrack"_s,
            .image = art,
            .background = art,
            .action = u"audio:resolve:"_s
                + addresses.of("/msx/resolve", entry.resolve + "&platform={PLATFORM}&player={PLAYER}"),
            .properties = propertiesOf(entry, addresses, reports, version)};
}

std::optional<qsizetype> indexOf(const QList<QueueItem> &items, QueueItemId id)
{
    const auto found = std::ranges::find(items, id, &QueueItem::id);
    return found == items.end() ? std::nullopt : std::optional<qsizetype>(found - items.begin());
}

} // namespace

QString whenComplete(const QString &item, std::optional<quint64> playId, const Addresses &addresses)
{
    return service(addresses, "ended", item) + (playId ? u"&play=%1"_s.arg(*playId) : QString());
}

Window windowAround(qsizetype index, qsizetype total, qsizetype most)
{
    const qsizetype count = qMin(total, most);
    // A little of what was before, and much of what comes.
    const qsizetype first = qBound<qsizetype>(0, index - most / 6, total - count);
    return {.first = first, .count = count};
}

Page playlistPage(const QString &headline, const QList<Entry> &entries,
                  const std::optional<Beginning> &beginning, const Addresses &addresses, bool reports,
                  const std::optional<Version> &version)
{
    Page page{.headline = headline, .look = Look::Playlist, .action = u"player:play"_s};
    for (const Entry &entry : entries) {
        page.items.append(itemOf(entry, addresses, reports, version));
        if (!beginning || entry.id != beginning->id)
            continue;
        page.action = u"player:goto:"_s + entry.id;
        if (beginning->position >= worthResuming)
            page.items.last().properties.insert("resume:position"_L1,
                                                QString::number(beginning->position.count() / 1000));
    }
    return page;
}

std::optional<QueueItem> itemAfter(const QList<QueueItem> &items, QueueItemId at, Repeat repeat)
{
    const auto index = indexOf(items, at);
    if (!index)
        return std::nullopt;
    if (*index + 1 < items.size())
        return items.at(*index + 1);
    return repeat == Repeat::All ? std::optional(items.first()) : std::nullopt;
}

std::optional<QueueItem> itemBefore(const QList<QueueItem> &items, QueueItemId at, Repeat repeat)
{
    const auto index = indexOf(items, at);
    if (!index)
        return std::nullopt;
    if (*index > 0)
        return items.at(*index - 1);
    return repeat == Repeat::All ? std::optional(items.last()) : std::nullopt;
}

} // namespace Sync::Tv
