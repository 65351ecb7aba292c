// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/entrymodel.h"

namespace Desktop {

QVariant EntryModel::data(const QModelIndex &index, int role) const
{
    if (index.row() < 0 || index.row() >= rowCount())
        return {};
    const Entry &entry = rows().at(index.row());
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

} // namespace Desktop
