// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/protocol/fields.h"

#include <QJsonArray>

#include <optional>

namespace Sync {

/// What a session remembers of devices beyond their connections: what others call them, and whether outputs
/// that went away without a word are still to sound. A value. The names are part of the session's record.
class DeviceMemory
{
public:
    /// What to call a device that calls itself @p said: what others called it, unless it has called itself
    /// something else since.
    [[nodiscard]] QString nameOf(const QString &device, const QString &said) const;
    /// What a device that was given a name called itself then.
    [[nodiscard]] std::optional<QString> saidBy(const QString &device) const;
    /// @p said: what the device called itself when it was given this name. Of too many the oldest is forgotten.
    void rename(const QString &device, const QString &said, const QString &given);
    /// It calls itself @p said now.
    void heard(const QString &device, const QString &said);

    /// An output that was chosen to sound, or was not, is gone without a word.
    void lost(const QString &device, bool active);
    /// What was chosen for it; nothing where it was not lost. It is here again from now on.
    [[nodiscard]] std::optional<bool> returned(const QString &device);
    /// Others were chosen since: none of those that are away sounds when it comes back.
    void chooseOthers();

    [[nodiscard]] QJsonArray toJson() const;
    [[nodiscard]] static DeviceMemory from(Fields &fields, QLatin1StringView key);

    bool operator==(const DeviceMemory &) const = default;

private:
    struct Name {
        QString device;
        QString said;
        QString given;

        bool operator==(const Name &) const = default;
    };
    struct Away {
        QString device;
        bool active = false;

        bool operator==(const Away &) const = default;
    };

    QList<Name> m_names; ///< oldest first
    QList<Away> m_away; ///< likewise
};

} // namespace Sync
