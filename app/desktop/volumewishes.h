// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/link/link.h"

#include <QHash>
#include <QTimer>

namespace Desktop {

/// What was wished of other devices' volumes. A wish stands for the volume until the device has answered it,
/// and the next one waits as long: so a slider that is dragged neither jumps back nor floods the hub.
class VolumeWishes final : public QObject
{
    Q_OBJECT

public:
    explicit VolumeWishes(Sync::Link &link, QObject *parent = nullptr);

    void wish(const Sync::Native::Device &device, const Sync::Native::Volume &volume);
    /// What to show as the volume of @p device.
    [[nodiscard]] Sync::Native::Volume shown(const Sync::Native::Device &device) const;

Q_SIGNALS:
    /// A wish was answered, refused, or is older than a person waits: what the devices say counts again.
    void settled();

private:
    struct Wish {
        Sync::Native::Volume sent;
        Sync::Native::Volume next; ///< to be sent once that is answered
    };

    void send(const QString &device, Wish &wish);
    void hear();
    void giveUp();

    Sync::Link &m_link;
    QHash<QString, Wish> m_wishes; ///< by device
    QTimer m_patience;
};

} // namespace Desktop
