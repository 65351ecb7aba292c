// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/devicemodel.h"

#include "sync/limits.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <tuple>

using namespace Qt::StringLiterals;

namespace Desktop {

namespace {

constexpr double inTimeMs = 5; // nobody hears two loudspeakers of a room apart
constexpr double closeMs = 40; // an echo begins

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

bool isSounding(const Device &device)
{
    return device.output && device.active && device.condition == Condition::Sounding;
}

/// How well it keeps together with others that sound.
QString togetherWord(const Device &device)
{
    const double errorMs = std::abs(double(device.time.error.count())) / 1000;
    const QString shown = QLocale().toString(errorMs, 'f', errorMs < 10 ? 1 : 0);
    if (errorMs <= inTimeMs)
        return DeviceModel::tr("Playing in time (%1 ms off)").arg(shown);
    if (errorMs <= closeMs)
        return DeviceModel::tr("Playing close to the others (%1 ms off)").arg(shown);
    return DeviceModel::tr("Playing loosely with the others (%1 ms off)").arg(shown);
}

/// This device first, then what makes sound, each by name: a hub lists them as it likes.
QList<Device> inOrder(QList<Device> devices, const QString &own)
{
    std::ranges::sort(devices, {}, [&own](const Device &device) {
        return std::tuple(device.id != own, !device.output, device.name.toCaseFolded(), device.id);
    });
    return devices;
}

QString nameOf(const Device &device)
{
    return device.name.isEmpty() ? DeviceModel::tr("Unnamed device") : device.name;
}

/// One that another device can tell to sound: a plain client does that on its own.
bool isChoosable(const Device &device) { return device.output && device.wire == Wire::Native; }

} // namespace

DeviceModel::DeviceModel(Sync::Link &link, QString ownDevice, QObject *parent)
    : QAbstractListModel(parent)
    , m_link(link)
    , m_ownDevice(std::move(ownDevice))
    , m_wishes([this](const QString &id, const Sync::Native::Volume &volume) {
        m_link.send(Sync::Native::SetVolume{.device = id, .volume = volume});
    })
    , m_devices(inOrder(link.devices(), m_ownDevice))
{
    connect(&link, &Sync::Link::devicesChanged, this, [this] {
        for (const Device &device : m_link.devices())
            m_wishes.hear(device.id, device.volume);
        show(inOrder(m_link.devices(), m_ownDevice));
    });
    connect(&link, &Sync::Link::faulted, this, [this](const Sync::Native::Fault &fault) {
        if (fault.command == Sync::Native::SetVolume::type || !m_link.isConnected())
            m_wishes.giveUp();
    });
    connect(&m_wishes, &VolumeWishes::settled, this, [this] {
        if (count() > 0)
            Q_EMIT dataChanged(index(0), index(count() - 1), {VolumeRole, MutedRole});
    });
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
        return nameOf(device);
    case WireRole:
        return word(device.wire);
    case OutputRole:
        return device.output;
    case ConditionRole:
        return device.isPrivate && device.id != m_ownDevice ? tr("Listens privately")
            : !device.output                                ? tr("Remote control")
            : isTogether(device)                            ? togetherWord(device)
                                                            : word(device.condition);
    case IsThisRole:
        return device.wire == Wire::Native && device.id == m_ownDevice;
    case ActiveRole:
        return device.active;
    case ChoosableRole:
        return isChoosable(device);
    case NameableRole:
        return isNameable(index.row());
    default:
        return volume(device, role);
    }
}

bool DeviceModel::isTogether(const Device &device) const
{
    return isSounding(device) && std::ranges::count_if(m_devices, isSounding) > 1;
}

QVariant DeviceModel::volume(const Device &device, int role) const
{
    const Sync::Native::Volume shown = m_wishes.shown(device.id, device.volume);
    switch (role) {
    case VolumeRole:
        return shown.percent.value_or(-1);
    case MutedRole:
        return shown.muted.value_or(false);
    case MutableRole:
        return shown.muted.has_value();
    default:
        return {};
    }
}

QHash<int, QByteArray> DeviceModel::roleNames() const
{
    return {{NameRole, "name"},           {WireRole, "wire"},        {OutputRole, "output"},
            {ConditionRole, "condition"}, {IsThisRole, "isThis"},    {ActiveRole, "active"},
            {ChoosableRole, "choosable"}, {VolumeRole, "volume"},    {MutedRole, "muted"},
            {MutableRole, "canBeMuted"},  {NameableRole, "nameable"}};
}

QString DeviceModel::elsewhere() const
{
    const auto own = std::ranges::find(m_devices, m_ownDevice, &Device::id);
    if (own == m_devices.end() || own->active || !own->output)
        return {};
    QStringList names;
    for (const Device &device : m_devices)
        if (device.active)
            names.append(nameOf(device));
    return QLocale().createSeparatedList(names);
}

QStringList DeviceModel::activeIds() const
{
    QStringList ids;
    for (const Device &device : m_devices)
        if (device.active && isChoosable(device))
            ids.append(device.id);
    return ids;
}

void DeviceModel::playOn(int row)
{
    if (has(row))
        m_link.send(Sync::Native::ChooseOutputs{.devices = {m_devices.at(row).id}});
}

void DeviceModel::setAlso(int row, bool sounds)
{
    if (!has(row))
        return;
    QStringList ids = activeIds();
    ids.removeAll(m_devices.at(row).id);
    if (sounds)
        ids.append(m_devices.at(row).id);
    m_link.send(Sync::Native::ChooseOutputs{.devices = ids});
}

void DeviceModel::setVolume(int row, int percent)
{
    wishVolume(row, {.percent = std::clamp(percent, 0, Sync::Limits::loudest)});
}

void DeviceModel::setMuted(int row, bool muted) { wishVolume(row, {.muted = muted}); }

void DeviceModel::askForName(int row)
{
    if (has(row) && isNameable(row))
        Q_EMIT nameWanted(m_devices.at(row).id, m_devices.at(row).name);
}

void DeviceModel::rename(const QString &deviceId, const QString &name)
{
    const QString wanted = name.simplified();
    if (!wanted.isEmpty())
        Q_EMIT renamed(deviceId, wanted);
}

/// A plain client says nothing it could be known again by.
bool DeviceModel::isNameable(int row) const { return m_devices.at(row).wire == Wire::Native; }

void DeviceModel::wishVolume(int row, const Sync::Native::Volume &volume)
{
    if (!has(row))
        return;
    m_wishes.wish(m_devices.at(row).id, m_devices.at(row).volume, volume);
    Q_EMIT dataChanged(index(row), index(row), {VolumeRole, MutedRole});
}

void DeviceModel::show(const QList<Device> &devices)
{
    const QStringList activeBefore = activeIds();
    const QString elsewhereBefore = elsewhere();
    const int countBefore = count();
    arrange(devices);
    for (int row = 0; row < count(); ++row) {
        if (m_devices.at(row) == devices.at(row))
            continue;
        m_devices[row] = devices.at(row);
        Q_EMIT dataChanged(index(row), index(row));
    }
    if (count() != countBefore)
        Q_EMIT countChanged();
    if (activeIds() != activeBefore || elsewhere() != elsewhereBefore)
        Q_EMIT activeChanged();
}

/// The rows of @p devices, in their order. What stays keeps its row: somebody may be dragging its slider.
void DeviceModel::arrange(const QList<Device> &devices)
{
    const auto drop = [this](int row) {
        beginRemoveRows({}, row, row);
        m_devices.removeAt(row);
        endRemoveRows();
    };
    for (int row = count() - 1; row >= 0; --row)
        if (std::ranges::count(devices, m_devices.at(row).id, &Device::id) == 0)
            drop(row);
    for (int row = 0; row < int(devices.size()); ++row) {
        const auto found =
            std::ranges::find(m_devices.cbegin() + row, m_devices.cend(), devices.at(row).id, &Device::id);
        const int from = int(found - m_devices.cbegin());
        if (found == m_devices.cend()) {
            beginInsertRows({}, row, row);
            m_devices.insert(row, devices.at(row));
            endInsertRows();
        } else if (from != row) {
            beginMoveRows({}, from, from, {}, row);
            m_devices.move(from, row);
            endMoveRows();
        }
    }
    // Of two that call themselves the same one may be gone.
    while (count() > devices.size())
        drop(count() - 1);
}

} // namespace Desktop
