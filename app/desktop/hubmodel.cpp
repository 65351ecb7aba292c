// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/hubmodel.h"

#include <algorithm>

namespace Desktop {

using Sync::Discovery::FoundHub;

int HubModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_hubs.size()); }

QVariant HubModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const FoundHub &hub = m_hubs.at(index.row());
    switch (role) {
    case HubIdRole:
        return hub.id;
    case Qt::DisplayRole:
    case NameRole:
        return hub.name;
    case AddressRole:
        return hub.addresses.first().toString();
    default:
        return {};
    }
}

QHash<int, QByteArray> HubModel::roleNames() const
{
    return {{HubIdRole, "hubId"}, {NameRole, "name"}, {AddressRole, "address"}};
}

void HubModel::show(const QList<FoundHub> &hubs)
{
    const auto rowOf = [](const QList<FoundHub> &all, const QString &id) {
        return int(std::ranges::find(all, id, &FoundHub::id) - all.begin());
    };
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (rowOf(hubs, m_hubs.at(row).id) < hubs.size())
            continue;
        beginRemoveRows({}, row, row);
        m_hubs.removeAt(row);
        endRemoveRows();
    }
    for (const FoundHub &hub : hubs) {
        const int row = rowOf(m_hubs, hub.id);
        if (row == rowCount()) {
            beginInsertRows({}, row, row);
            m_hubs.append(hub);
            endInsertRows();
        } else if (std::exchange(m_hubs[row], hub) != hub) {
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
}

} // namespace Desktop
