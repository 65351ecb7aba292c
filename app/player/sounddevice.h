// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/engine/soundformat.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace Player {

/// Something that can sound.
struct SoundDevice {
    QByteArray id; ///< PulseAudio's name of the sink
    QString name; ///< for people; it stays where a device is plugged in somewhere else
    SoundFormat format; ///< of its own, to which everything else is converted

    [[nodiscard]] bool isEmpty() const { return id.isEmpty() && name.isEmpty(); }
    bool operator==(const SoundDevice &) const = default;
};

/// The one with that id, else the one with that name; nothing where there is none.
[[nodiscard]] std::optional<SoundDevice> deviceLike(const SoundDevice &wanted,
                                                    const QList<SoundDevice> &devices);
/// Where to sound: the wanted one while it is there, else the system's usual one, else any; nothing where
/// there are none.
[[nodiscard]] std::optional<SoundDevice> bestDevice(const SoundDevice &wanted, const QByteArray &usualId,
                                                    const QList<SoundDevice> &devices);

} // namespace Player
