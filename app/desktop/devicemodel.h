// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/volumewishes.h"
#include "sync/link/link.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace Desktop {

/// The devices that share the session, as the hub lists them, and who of them is to sound. A wish changes
/// nothing here until the hub has agreed, but for volumes: see VolumeWishes.
class DeviceModel final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Window")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    /// How many of those that can be chosen are.
    Q_PROPERTY(int activeCount READ activeCount NOTIFY activeChanged FINAL)
    /// Where the sound is, while this device could make it and does not; empty otherwise.
    Q_PROPERTY(QString elsewhere READ elsewhere NOTIFY activeChanged FINAL)

public:
    enum Role {
        NameRole = Qt::UserRole + 1,
        WireRole,
        OutputRole,
        ConditionRole,
        IsThisRole,
        ActiveRole,
        ChoosableRole, ///< may be told to sound, or not to
        VolumeRole, ///< percent; -1 where it cannot be set
        MutedRole,
        MutableRole, ///< whether it is muted can be set
        NameableRole, ///< can be given a name
    };
    Q_ENUM(Role)

    DeviceModel(Sync::Link &link, QString ownDevice, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int count() const { return int(m_devices.size()); }
    [[nodiscard]] int activeCount() const { return int(activeIds().size()); }
    [[nodiscard]] QString elsewhere() const;

    /// Moves the sound to the device of @p row.
    Q_INVOKABLE void playOn(int row);
    /// Whether the device of @p row sounds too.
    Q_INVOKABLE void setAlso(int row, bool sounds);
    Q_INVOKABLE void setVolume(int row, int percent);
    Q_INVOKABLE void setMuted(int row, bool muted);
    /// Has somebody asked what to call the device of @p row, with nameWanted().
    Q_INVOKABLE void askForName(int row);
    Q_INVOKABLE void rename(const QString &deviceId, const QString &name);

Q_SIGNALS:
    void nameWanted(const QString &deviceId, const QString &before);
    /// A wish: the hub's list tells what has become of it.
    void renamed(const QString &deviceId, const QString &name);
    void countChanged();
    void activeChanged();

private:
    void show(const QList<Sync::Native::Device> &devices);
    void arrange(const QList<Sync::Native::Device> &devices);
    [[nodiscard]] bool has(int row) const { return row >= 0 && row < count(); }
    [[nodiscard]] QStringList activeIds() const;
    [[nodiscard]] bool isTogether(const Sync::Native::Device &device) const;
    [[nodiscard]] QVariant volume(const Sync::Native::Device &device, int role) const;
    [[nodiscard]] bool isNameable(int row) const;
    void wishVolume(int row, const Sync::Native::Volume &volume);

    Sync::Link &m_link;
    const QString m_ownDevice;
    VolumeWishes m_wishes;
    QList<Sync::Native::Device> m_devices;
};

} // namespace Desktop
