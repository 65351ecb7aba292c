// SPDX-License-Identifier: Apache-2.0
#include "fuzzing.h"

#include "sync/protocol/nativemessages.h"

using namespace Sync::Native;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const auto parsed = parseClientMessage(bytesOf(data, size));
    if (const auto *refused = std::get_if<Refused>(&parsed)) {
        require(!refused->error.reason.isEmpty());
        return 0;
    }
    const auto &message = std::get<ClientMessage>(parsed);
    const auto again = parseClientMessage(serialize(message));
    require(std::holds_alternative<ClientMessage>(again));
    require(std::get<ClientMessage>(again) == message);
    return 0;
}
