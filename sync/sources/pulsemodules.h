// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/sources/source.h"

#include <QByteArray>
#include <QList>

/// Of which modules a sound server makes the sinks that are asked for here. Values and rules; names are plain
/// ones, which need no quotes.
namespace Sync::Sources::Pulse {

inline constexpr const char *combining = "module-combine-sink";
inline constexpr const char *remapping = "module-remap-sink";

struct Module {
    QByteArray name;
    QByteArray arguments;

    bool operator==(const Module &) const = default;
};

/// The two sinks that a pair plays on: of one channel each, which all of a loudspeaker's plays.
struct Pair {
    QString left;
    QString right;
};

[[nodiscard]] Pair pairOf(const QString &name);
// In the order in which they are to be loaded.
[[nodiscard]] QList<Module> modulesFor(const Combine &combination);
[[nodiscard]] QList<Module> modulesFor(const PairUp &pair);
/// Whether @p module is one of the two in front of the pair @p name.
[[nodiscard]] bool isPartOf(const QString &name, const Module &module);

} // namespace Sync::Sources::Pulse
