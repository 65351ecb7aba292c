// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/link/link.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace Desktop {

/// The devices that share the session, as the hub lists them.
class DeviceModel final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Window")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role { NameRole = Qt::UserRole + 1, WireRole, OutputRole, ConditionRole, ErrorMsRole, IsThisRole };
    Q_ENUM(Role)

    DeviceModel(Sync::Link &link, QString ownDevice, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int count() const { return int(m_devices.size()); }

Q_SIGNALS:
    void countChanged();

private:
    void show(const QList<Sync::Native::Device> &devices);

    const QString m_ownDevice;
    QList<Sync::Native::Device> m_devices;
};

} // namespace Desktop
