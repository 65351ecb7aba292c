// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/protocol/clientmessages.h"
#include "sync/protocol/hubmessages.h"
#include "sync/protocol/queuemessages.h"

/// The native wire, WebSocket subprotocol "segue.v1". docs/protocol.md tells what each message is for; times
/// on this wire are microseconds of the hub's monotonic clock (`*_us`), positions milliseconds (`*_ms`).
namespace Sync::Native {

inline constexpr QLatin1StringView subprotocol{"segue.v1"};

using ClientMessage =
    std::variant<Join, Play, PlayItem, Pause, Resume, Seek, Next, Previous, SetModes, Enqueue, Move, Remove,
                 Clear, Undo, Redo, ChooseOutputs, SetVolume, SetPrivate, Ended, Report, Leave, ClockRequest>;
/// What anybody who may can ask of a session, a device of it or not.
using Command = std::variant<Play, PlayItem, Pause, Resume, Seek, Next, Previous, SetModes, Enqueue, Move,
                             Remove, Clear, Undo, Redo, ChooseOutputs>;
using HubMessage =
    std::variant<Hello, State, QueueChange, Devices, OtherHubs, Asking, ClockAnswer, Fault, VolumeWish, Left>;

/// A refused message as far as it could be read.
struct Refused {
    QString command;
    ParseError error;
};

[[nodiscard]] std::variant<ClientMessage, Refused> parseClientMessage(const QByteArray &json);
/// The command of the type @p type; a fault of @p fields where there is none.
[[nodiscard]] Command readCommand(const QString &type, Fields &fields);
[[nodiscard]] std::variant<HubMessage, Refused> parseHubMessage(const QByteArray &json);
[[nodiscard]] QByteArray serialize(const ClientMessage &message);
[[nodiscard]] QByteArray serialize(const HubMessage &message);

} // namespace Sync::Native
