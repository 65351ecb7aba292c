// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/queuemodel.h"

#include "sync/limits.h"

#include <algorithm>

namespace Desktop {

namespace {

struct OneMove {
    int from;
    int to;
};

/// Where a splice of these rows only moves one of them: a view can then keep its hold on it.
std::optional<OneMove> moveIn(const Sync::Splice &splice, const QList<Sync::QueueItem> &before)
{
    const QList<Sync::QueueItem> &after = splice.inserted;
    const qsizetype last = before.size() - 1;
    if (last < 1 || after.size() != before.size())
        return std::nullopt;
    const int top = int(splice.at);
    const int bottom = top + int(last);
    if (before.first() == after.last() && before.sliced(1) == after.first(last))
        return OneMove{.from = top, .to = bottom};
    if (before.last() == after.first() && before.first(last) == after.sliced(1))
        return OneMove{.from = bottom, .to = top};
    return std::nullopt;
}

} // namespace

QueueModel::QueueModel(Sync::Link &link, const Library::CatalogueReader &catalogue, HubTracks &hubTracks,
                       QObject *parent)
    : QAbstractListModel(parent)
    , m_link(link)
    , m_catalogue(catalogue)
    , m_hubTracks(hubTracks)
    , m_items(link.queue())
{
    connect(&link, &Sync::Link::queueChanged, this, &QueueModel::change);
    connect(&link, &Sync::Link::stateChanged, this, &QueueModel::followCurrent);
    connect(&hubTracks, &HubTracks::changed, this, &QueueModel::lookUpAgain);
    followCurrent();
}

QueueModel::~QueueModel() = default;

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (index.row() < 0 || index.row() >= rowCount())
        return {};
    const Sync::QueueItem &item = m_items.at(index.row());
    switch (role) {
    case TrackIdRole:
        return QString::number(item.track);
    case Qt::DisplayRole:
    case TitleRole: {
        const QString title = lookUp(item.track).title;
        return title.isEmpty() ? tr("Not in this library") : title;
    }
    case ArtistRole:
        return lookUp(item.track).artist;
    case DurationMsRole:
        return int(lookUp(item.track).duration.count());
    case CurrentRole:
        return index.row() == m_currentRow;
    default:
        return {};
    }
}

QHash<int, QByteArray> QueueModel::roleNames() const
{
    return {{TrackIdRole, "trackId"},
            {TitleRole, "title"},
            {ArtistRole, "artist"},
            {DurationMsRole, "durationMs"},
            {CurrentRole, "current"}};
}

void QueueModel::play(int row)
{
    if (row >= 0 && row < count())
        m_link.send(Sync::Native::PlayItem{.item = m_items.at(row).id});
}

void QueueModel::remove(int row)
{
    if (row >= 0 && row < count())
        m_link.send(Sync::Native::Remove{.items = {m_items.at(row).id}});
}

void QueueModel::move(int from, int to)
{
    if (from < 0 || from >= count() || from == to)
        return;
    const int before = to > from ? to + 1 : std::max(to, 0);
    m_link.send(Sync::Native::Move{.items = {m_items.at(from).id},
                                   .before = before < count() ? m_items.at(before).id : 0});
}

void QueueModel::clear() { m_link.send(Sync::Native::Clear{}); }

void QueueModel::undo() { m_link.send(Sync::Native::Undo{}); }

void QueueModel::redo() { m_link.send(Sync::Native::Redo{}); }

void QueueModel::playNext(const QStringList &trackIds, const QString &fromIs, const QString &fromIsId)
{
    enqueue(trackIds, {.fromIs = fromIs, .fromIsId = fromIsId.toULongLong()}, Sync::Native::Place::Next);
}

void QueueModel::add(const QStringList &trackIds, const QString &fromIs, const QString &fromIsId)
{
    enqueue(trackIds, {.fromIs = fromIs, .fromIsId = fromIsId.toULongLong()}, Sync::Native::Place::End);
}

QStringList QueueModel::trackIds() const
{
    QStringList ids;
    for (const Sync::QueueItem &item : m_items)
        ids.append(QString::number(item.track));
    return ids;
}

void QueueModel::addMissing(const QList<Sync::TrackId> &tracks, const QString &fromIs,
                            const QString &fromIsId)
{
    QSet<Sync::TrackId> queued;
    for (const Sync::QueueItem &item : m_items)
        queued.insert(item.track);
    QStringList missing;
    for (const Sync::TrackId track : tracks)
        if (!queued.contains(track) && missing.size() < Sync::Limits::queueItems - m_items.size())
            missing.append(QString::number(track));
    add(missing, fromIs, fromIsId);
}

void QueueModel::lookUpAgain()
{
    m_tracks.clear();
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1));
}

void QueueModel::change(const Sync::Splice &splice)
{
    if (const auto move = moveIn(splice, m_items.mid(splice.at, splice.removed))) {
        beginMoveRows({}, move->from, move->from, {}, move->to > move->from ? move->to + 1 : move->to);
        m_items.move(move->from, move->to);
        m_currentRow = -1;
        endMoveRows();
    } else {
        replace(splice);
    }
    followCurrent();
    Q_EMIT countChanged();
    Q_EMIT undoChanged();
}

void QueueModel::replace(const Sync::Splice &splice)
{
    const int first = int(splice.at);
    if (splice.removed > 0) {
        beginRemoveRows({}, first, first + int(splice.removed) - 1);
        m_items.remove(first, splice.removed);
        m_currentRow = -1; // found again below; until then no row may claim it
        endRemoveRows();
    }
    if (!splice.inserted.isEmpty()) {
        beginInsertRows({}, first, first + int(splice.inserted.size()) - 1);
        m_items = m_items.first(first) + splice.inserted + m_items.sliced(first);
        endInsertRows();
    }
}

void QueueModel::followCurrent()
{
    const auto &state = m_link.state();
    const Sync::QueueItemId current = state && state->player ? state->player->item : 0;
    const auto found = std::ranges::find(m_items, current, &Sync::QueueItem::id);
    const int row = found == m_items.end() ? -1 : int(found - m_items.begin());
    const int before = std::exchange(m_currentRow, row);
    if (row == before)
        return;
    for (const int changed : {before, row})
        if (changed >= 0 && changed < count())
            Q_EMIT dataChanged(index(changed), index(changed), {CurrentRole});
    Q_EMIT currentRowChanged();
}

void QueueModel::enqueue(const QStringList &trackIds, const Sync::Context &context, Sync::Native::Place place)
{
    QList<Sync::TrackId> tracks;
    for (const QString &id : trackIds)
        if (const Sync::TrackId track = id.toULongLong();
            track != 0 && tracks.size() < Sync::Limits::queueItems)
            tracks.append(track);
    // More than one message holds, in parts; what is to be next from the last part on.
    const bool backwards = place == Sync::Native::Place::Next;
    QList<Sync::Native::Enqueue> parts;
    for (qsizetype at = 0; at < tracks.size(); at += Sync::Limits::idsInMessage)
        parts.append(
            {.tracks = tracks.mid(at, Sync::Limits::idsInMessage), .context = context, .place = place});
    if (backwards)
        std::ranges::reverse(parts);
    for (const Sync::Native::Enqueue &part : parts)
        m_link.send(part);
}

/// Empty where the hub has not said; it may later.
Library::Track QueueModel::ofHub(Sync::TrackId track) const
{
    const auto told = m_hubTracks.track(track);
    return told ? Library::Track{.id = told->id,
                                 .title = told->title,
                                 .artist = told->artist,
                                 .album = told->album,
                                 .duration = told->duration}
                : Library::Track();
}

const Library::Track &QueueModel::lookUp(Sync::TrackId track) const
{
    if (!m_tracks.contains(track)) {
        auto found = m_catalogue.track(track);
        m_tracks.insert(track, new Library::Track(found ? *std::move(found) : ofHub(track)));
    }
    return *m_tracks.object(track);
}

} // namespace Desktop
