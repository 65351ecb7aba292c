// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/discovery/foundhub.h"

#include <QAbstractListModel>

namespace Desktop {

/// The other hubs of the network. A row stays the same one while its hub is there, whatever becomes of its
/// name, so that nobody loses the keyboard's place.
class HubModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { HubIdRole = Qt::UserRole + 1, NameRole, AddressRole };
    Q_ENUM(Role)

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void show(const QList<Sync::Discovery::FoundHub> &hubs);

private:
    QList<Sync::Discovery::FoundHub> m_hubs;
};

} // namespace Desktop
