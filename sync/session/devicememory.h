// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/protocol/fields.h"

#include <QJsonObject>

#include <optional>

namespace Sync {

/// What a session remembers of devices beyond their connections: what others call them, and whether outputs
/// that went away are still to sound. A value, and part of the session's record.
class DeviceMemory
{
public:
    /// What to call a device that calls itself @p said: what others called it, unless it has called itself
    /// something else since.
    [[nodiscard]] QString nameOf(const QString &device, const QString &said) const;
    /// What a device that was given a name called itself then.
    [[nodiscard]] std::optional<QString> saidBy(const QString &device) const;
    /// @p said: what the device called itself when it was given this name. Of too many the oldest is
    /// forgotten.
    void rename(const QString &device, const QString &said, const QString &given);
    /// It calls itself @p said now.
    void heard(const QString &device, const QString &said);

    /// An output that was chosen to sound, or was not.
    struct Output {
        QString device;
        bool active = false;

        bool operator==(const Output &) const = default;
    };

    /// It is gone.
    void gone(const Output &output);
    /// What was chosen for it; nothing where that is not known. It is here again from now on.
    [[nodiscard]] std::optional<bool> returned(const QString &device);
    /// Others were chosen since: none of those that are away sounds when it comes back.
    void chooseOthers();

    /// @p here: who is to be remembered as well, should the hub itself go now.
    void write(QJsonObject &json, const QList<Output> &here) const;
    [[nodiscard]] static DeviceMemory read(Fields &fields);

    bool operator==(const DeviceMemory &) const = default;

private:
    struct Name {
        QString device;
        QString said;
        QString given;

        bool operator==(const Name &) const = default;
    };
    QList<Name> m_names; ///< oldest first
    QList<Output> m_away; ///< likewise
};

} // namespace Sync
