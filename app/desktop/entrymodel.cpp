// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/entrymodel.h"

namespace Desktop {

QVariant EntryModel::data(const QModelIndex &index, int role) const
{
    if (index.row() < 0 || index.row() >= rowCount())
        return {};
    const Entry &entry = row(index.row());
    switch (role) {
    case EntryIdRole:
        return QString::number(entry.id);
    case Qt::DisplayRole:
    case NameRole:
        return entry.name;
    case DetailRole:
        return entry.detail;
    default:
        return {};
    }
}

QHash<int, QByteArray> EntryModel::roleNames() const
{
    return {{EntryIdRole, "entryId"}, {NameRole, "name"}, {DetailRole, "detail"}};
}

void EntryModel::show(const QList<Entry> &entries)
{
    m_entries = entries;
    QList<quint64> ids;
    for (const Entry &entry : entries)
        ids.append(entry.id);
    LazyModel::show(ids);
}

std::optional<Entry> EntryModel::lookUp(quint64 id) const
{
    const auto found = std::ranges::find(m_entries, id, &Entry::id);
    return found == m_entries.end() ? std::nullopt : std::optional(*found);
}

} // namespace Desktop
