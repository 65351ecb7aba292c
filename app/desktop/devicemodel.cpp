// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/devicemodel.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace Desktop {

namespace {

using Sync::Native::Condition;
using Sync::Native::Device;
using Sync::Native::Wire;

QString word(Wire wire)
{
    switch (wire) {
    case Wire::Plain:
        return u"plain"_s;
    case Wire::Native:
        return u"native"_s;
    }
    Q_UNREACHABLE();
}

QString word(Condition condition)
{
    switch (condition) {
    case Condition::Idle:
        return DeviceModel::tr("Ready");
    case Condition::Loading:
        return DeviceModel::tr("Loading");
    case Condition::Sounding:
        return DeviceModel::tr("Playing");
    case Condition::Paused:
        return DeviceModel::tr("Paused");
    case Condition::Missing:
        return DeviceModel::tr("Does not have this track");
    case Condition::Failed:
        return DeviceModel::tr("Cannot play this track");
    case Condition::Silent:
        return DeviceModel::tr("Follows without sound");
    }
    Q_UNREACHABLE();
}

/// This device first, then what makes sound, each by name: a hub lists them as it likes.
QList<Device> inOrder(QList<Device> devices, const QString &own)
{
    std::ranges::sort(devices, {}, [&own](const Device &device) {
        return std::tuple(device.id != own, !device.output, device.name.toCaseFolded(), device.id);
    });
    return devices;
}

} // namespace

DeviceModel::DeviceModel(Sync::Link &link, QString ownDevice, QObject *parent)
    : QAbstractListModel(parent)
    , m_ownDevice(std::move(ownDevice))
    , m_devices(inOrder(link.devices(), m_ownDevice))
{
    connect(&link, &Sync::Link::devicesChanged, this,
            [this, &link] { show(inOrder(link.devices(), m_ownDevice)); });
}

int DeviceModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant DeviceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Device &device = m_devices.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return device.name.isEmpty() ? tr("Unnamed device") : device.name;
    case WireRole:
        return word(device.wire);
    case OutputRole:
        return device.output;
    case ConditionRole:
        return device.output ? word(device.condition) : tr("Remote control");
    case ErrorMsRole:
        return int(device.error.count());
    case IsThisRole:
        return device.wire == Wire::Native && device.id == m_ownDevice;
    default:
        return {};
    }
}

QHash<int, QByteArray> DeviceModel::roleNames() const
{
    return {{NameRole, "name"},           {WireRole, "wire"},       {OutputRole, "output"},
            {ConditionRole, "condition"}, {ErrorMsRole, "errorMs"}, {IsThisRole, "isThis"}};
}

void DeviceModel::show(const QList<Device> &devices)
{
    // Reports come every few seconds: the view must keep its rows when only these have changed.
    if (std::ranges::equal(m_devices, devices, {}, &Device::id, &Device::id)) {
        for (int row = 0; row < count(); ++row) {
            if (m_devices.at(row) == devices.at(row))
                continue;
            m_devices[row] = devices.at(row);
            Q_EMIT dataChanged(index(row), index(row));
        }
        return;
    }
    beginResetModel();
    m_devices = devices;
    endResetModel();
    Q_EMIT countChanged();
}

} // namespace Desktop
