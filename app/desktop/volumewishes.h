// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/protocol/nativetypes.h"

#include <QHash>
#include <QTimer>

#include <functional>

namespace Desktop {

/// What was wished of the volumes of others. A wish stands for the volume until it has been answered, and the
/// next one waits as long: so a slider that is dragged neither jumps back nor floods the hub.
class VolumeWishes final : public QObject
{
    Q_OBJECT

public:
    /// @p send: says to the hub how loud the one with that id is to be.
    explicit VolumeWishes(std::function<void(const QString &id, const Sync::Native::Volume &)> send,
                          QObject *parent = nullptr);

    /// @p now: how loud it is as far as is known.
    void wish(const QString &id, const Sync::Native::Volume &now, const Sync::Native::Volume &wished);
    /// What to show as its volume.
    [[nodiscard]] Sync::Native::Volume shown(const QString &id, const Sync::Native::Volume &now) const;
    /// It is that loud now.
    void hear(const QString &id, const Sync::Native::Volume &now);
    /// Something was refused, or will not be answered.
    void giveUp();

Q_SIGNALS:
    /// A wish was answered, refused, or is older than a person waits: what is known counts again.
    void settled();

private:
    struct Wish {
        Sync::Native::Volume sent;
        Sync::Native::Volume next; ///< to be sent once that is answered
    };

    void send(const QString &id, Wish &wish);

    const std::function<void(const QString &, const Sync::Native::Volume &)> m_send;
    QHash<QString, Wish> m_wishes; ///< by id
    QTimer m_patience;
};

} // namespace Desktop
