// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/trackselection.h"

#include <algorithm>
#include <numeric>

namespace Desktop {

TrackSelection::TrackSelection(QObject *parent)
    : QObject(parent)
{
    connect(&m_selection, &QItemSelectionModel::selectionChanged, this, &TrackSelection::announce);
}

void TrackSelection::setModel(QObject *model)
{
    auto *tracks = qobject_cast<Library::TrackModel *>(model);
    if (tracks == m_tracks)
        return;
    if (m_tracks)
        m_tracks->disconnect(this);
    m_tracks = tracks;
    m_selection.setModel(tracks);
    if (tracks) // a selection that is emptied by a reset says nothing
        connect(tracks, &QAbstractItemModel::modelReset, this, &TrackSelection::announce);
    Q_EMIT modelChanged();
    announce();
}

int TrackSelection::count() const
{
    const QItemSelection ranges = m_selection.selection();
    return std::accumulate(ranges.cbegin(), ranges.cend(), 0,
                           [](int sum, const QItemSelectionRange &range) { return sum + range.height(); });
}

bool TrackSelection::contains(int row) const
{
    return m_tracks && m_selection.isSelected(m_tracks->index(row));
}

void TrackSelection::pick(int row)
{
    m_selection.clearSelection();
    m_begin = m_tracks ? m_tracks->index(row) : QModelIndex();
    m_end = m_begin;
}

void TrackSelection::toggle(int from, int to)
{
    if (!m_tracks)
        return;
    const QModelIndex picked = m_begin;
    if (from != to && picked.isValid() && picked == m_tracks->index(from) && !m_selection.hasSelection())
        m_selection.select(picked, QItemSelectionModel::Select);
    m_selection.select(m_tracks->index(to), QItemSelectionModel::Toggle);
    forgetBegin();
}

void TrackSelection::extend(int from, int to)
{
    if (!m_tracks || !m_tracks->hasIndex(from, 0) || !m_tracks->hasIndex(to, 0))
        return;
    if (!m_begin.isValid() || m_end != m_tracks->index(from))
        m_begin = m_tracks->index(from);
    m_end = m_tracks->index(to);
    const auto [first, last] = std::minmax({m_begin.row(), to});
    m_selection.select(QItemSelection(m_tracks->index(first), m_tracks->index(last)),
                       QItemSelectionModel::ClearAndSelect);
}

void TrackSelection::selectAll()
{
    if (m_tracks && m_tracks->count() > 0)
        m_selection.select(QItemSelection(m_tracks->index(0), m_tracks->index(m_tracks->count() - 1)),
                           QItemSelectionModel::ClearAndSelect);
}

void TrackSelection::clear()
{
    forgetBegin();
    m_selection.clearSelection();
}

QList<int> TrackSelection::rowsWith(int row) const
{
    if (!m_tracks || !m_tracks->hasIndex(row, 0))
        return {};
    if (!contains(row))
        return {row};
    QList<int> rows;
    for (const QItemSelectionRange &range : m_selection.selection())
        for (int selected = range.top(); selected <= range.bottom(); ++selected)
            rows.append(selected);
    std::ranges::sort(rows);
    return rows;
}

QStringList TrackSelection::tracksWith(int row) const { return tracksAt(rowsWith(row)); }

QStringList TrackSelection::allTracks() const
{
    QList<int> rows(m_tracks ? m_tracks->count() : 0);
    std::iota(rows.begin(), rows.end(), 0);
    return tracksAt(rows);
}

QStringList TrackSelection::tracksAt(const QList<int> &rows) const
{
    QStringList tracks;
    for (const int row : rows)
        if (const Sync::TrackId track = m_tracks->ids().at(row); track < Library::TrackModel::nowhere)
            tracks.append(QString::number(track));
    return tracks;
}

void TrackSelection::forgetBegin()
{
    m_begin = QModelIndex();
    m_end = QModelIndex();
}

void TrackSelection::announce()
{
    ++m_revision;
    Q_EMIT changed();
}

} // namespace Desktop
