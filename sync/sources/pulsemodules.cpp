// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/pulsemodules.h"

using namespace Qt::StringLiterals;

namespace Sync::Sources::Pulse {

namespace {

/// Another argument follows it always.
QByteArray nameArgument(const QString &sink) { return "sink_name=" + sink.toUtf8() + ' '; }

Module combined(const QString &name, const QStringList &sinks, const QByteArray &more = {})
{
    return {.name = combining,
            .arguments = nameArgument(name) + "slaves=" + sinks.join(u',').toUtf8() + more
                + " sink_properties=device.description=" + name.toUtf8()};
}

/// A single channel, which sounds as @p channel is wished and is played by all that @p master has.
Module single(const QString &name, const QString &master, const QByteArray &channel)
{
    return {.name = remapping,
            .arguments = nameArgument(name) + "master=" + master.toUtf8() + " channels=1 channel_map="
                + channel + " master_channel_map=mono sink_properties=device.description=" + name.toUtf8()};
}

} // namespace

Pair pairOf(const QString &name) { return {.left = name + u".left"_s, .right = name + u".right"_s}; }

QList<Module> modulesFor(const Combine &combination)
{
    return {combined(combination.name, combination.sinks)};
}

QList<Module> modulesFor(const PairUp &pair)
{
    const Pair parts = pairOf(pair.name);
    return {single(parts.left, pair.left, "front-left"), single(parts.right, pair.right, "front-right"),
            combined(pair.name, {parts.left, parts.right}, " channels=2 channel_map=front-left,front-right")};
}

bool isPartOf(const QString &name, const Module &module)
{
    const Pair parts = pairOf(name);
    return module.name == remapping
        && (module.arguments.startsWith(nameArgument(parts.left))
            || module.arguments.startsWith(nameArgument(parts.right)));
}

} // namespace Sync::Sources::Pulse
