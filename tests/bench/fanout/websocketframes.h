// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

// As much of RFC 6455 as a load generator and a broadcaster need: whole frames, no extensions.
namespace Fanout::WebSocket {

enum class Opcode : std::uint8_t {
    Continuation = 0x0,
    Text = 0x1,
    Binary = 0x2,
    Close = 0x8,
    Ping = 0x9,
    Pong = 0xA,
};

enum class Side { Client, Server }; // who wrote the frame: a client masks, a server does not

struct Frame {
    Opcode opcode = Opcode::Text;
    std::string_view payload; // as written: still masked if mask is not 0
    std::uint32_t mask = 0;
    std::size_t wireBytes = 0;
};

struct Incomplete {
};

struct Malformed {
    std::string_view reason;
};

// Strict: the first frame of `bytes`, which must come from `writer`, be final and use the shortest length.
[[nodiscard]] std::variant<Frame, Incomplete, Malformed> parseFrame(std::string_view bytes, Side writer);

[[nodiscard]] std::string clientFrame(Opcode opcode, std::string_view payload, std::uint32_t mask);
[[nodiscard]] std::string serverFrame(Opcode opcode, std::string_view payload);
[[nodiscard]] std::string unmasked(const Frame &frame);

[[nodiscard]] std::string upgradeRequest(int port);
[[nodiscard]] std::string upgradeAnswer();
[[nodiscard]] bool acceptsUpgrade(std::string_view head); // up to and with the empty line

} // namespace Fanout::WebSocket
