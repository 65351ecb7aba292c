// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/options.h"

#include <span>

namespace App {

/// One setting: the same name on the command line and in the settings file.
struct Setting {
    QLatin1StringView name;
    const char *value; ///< what --help calls it; nullptr: a switch
    const char *help;
    /// Puts the values, of which there is at least one, into the options. Empty, or what is wrong with them.
    QString (*apply)(Options &options, const QStringList &values);
};

[[nodiscard]] std::span<const Setting> allSettings();
/// Nothing where there is no such.
[[nodiscard]] const Setting *settingNamed(QAnyStringView name);

/// As the setting has it.
[[nodiscard]] QString wordFor(Theme theme);
[[nodiscard]] QString wordFor(Player::GainMode mode);
[[nodiscard]] QString wordFor(Player::Unplugged unplugged);

/// What is wrong with a device's name; empty for a good one.
[[nodiscard]] QString faultOfName(const QString &name);

} // namespace App
