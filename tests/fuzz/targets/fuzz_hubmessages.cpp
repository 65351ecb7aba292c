// SPDX-License-Identifier: Apache-2.0
#include "fuzzing.h"

#include "sync/protocol/nativemessages.h"

using namespace Sync::Native;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const auto parsed = parseHubMessage(bytesOf(data, size));
    if (const auto *refused = std::get_if<Refused>(&parsed)) {
        require(!refused->error.reason.isEmpty());
        return 0;
    }
    const auto &message = std::get<HubMessage>(parsed);
    const auto again = parseHubMessage(serialize(message));
    require(std::holds_alternative<HubMessage>(again));
    require(std::get<HubMessage>(again) == message);
    return 0;
}
