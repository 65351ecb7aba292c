// SPDX-License-Identifier: Apache-2.0
#include "websocketframes.h"

#include <algorithm>
#include <cctype>

namespace Fanout::WebSocket {

namespace {

// RFC 6455's own example. With one key for every connection the broadcaster needs no SHA-1.
constexpr std::string_view key = "dGhlIHNhbXBsZSBub25jZQ==";
constexpr std::string_view keyAnswer = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

constexpr std::uint8_t finalBit = 0x80;
constexpr std::uint8_t maskBit = 0x80;
constexpr std::size_t maskBytes = 4;

std::uint8_t byteAt(std::string_view bytes, std::size_t index)
{
    return static_cast<std::uint8_t>(bytes[index]);
}

std::uint64_t bigEndian(std::string_view bytes)
{
    std::uint64_t value = 0;
    for (const char byte : bytes)
        value = value << 8 | static_cast<std::uint8_t>(byte);
    return value;
}

void appendBigEndian(std::string &bytes, std::uint64_t value, std::size_t count)
{
    for (std::size_t left = count; left > 0; --left)
        bytes.push_back(static_cast<char>(value >> (8 * (left - 1))));
}

std::size_t lengthFieldBytes(std::uint64_t length)
{
    if (length < 126)
        return 0;
    return length <= 0xFFFF ? 2 : 8;
}

std::string header(Opcode opcode, std::size_t length, std::uint8_t mask)
{
    const std::size_t field = lengthFieldBytes(length);
    std::string bytes;
    bytes.push_back(static_cast<char>(finalBit | static_cast<std::uint8_t>(opcode)));
    bytes.push_back(static_cast<char>(mask | (field == 0 ? length : field == 2 ? 126 : 127)));
    appendBigEndian(bytes, length, field);
    return bytes;
}

void applyMask(std::string_view from, std::uint32_t mask, std::string &to)
{
    for (std::size_t i = 0; i < from.size(); ++i)
        to.push_back(static_cast<char>(from[i] ^ static_cast<char>(mask >> (24 - 8 * (i % 4)))));
}

bool isKnown(Opcode opcode)
{
    switch (opcode) {
    case Opcode::Continuation:
    case Opcode::Text:
    case Opcode::Binary:
    case Opcode::Close:
    case Opcode::Ping:
    case Opcode::Pong:
        return true;
    }
    return false;
}

} // namespace

std::variant<Frame, Incomplete, Malformed> parseFrame(std::string_view bytes, Side writer)
{
    if (bytes.size() < 2)
        return Incomplete{};
    Frame frame;
    frame.opcode = static_cast<Opcode>(byteAt(bytes, 0) & 0x0F);
    if ((byteAt(bytes, 0) & 0xF0) != finalBit || !isKnown(frame.opcode))
        return Malformed{"a fragment, a reserved bit or an unknown opcode"};
    if (((byteAt(bytes, 1) & maskBit) != 0) != (writer == Side::Client))
        return Malformed{"masked by a server or unmasked by a client"};

    std::uint64_t length = byteAt(bytes, 1) & ~maskBit;
    const std::size_t field = length < 126 ? 0 : length == 126 ? 2 : 8;
    const std::size_t start = 2 + field + (writer == Side::Client ? maskBytes : 0);
    if (bytes.size() < start)
        return Incomplete{};
    if (field != 0)
        length = bigEndian(bytes.substr(2, field));
    if (lengthFieldBytes(length) != field)
        return Malformed{"a length that is not written the shortest way"};
    if (bytes.size() - start < length)
        return Incomplete{};
    if (writer == Side::Client)
        frame.mask = static_cast<std::uint32_t>(bigEndian(bytes.substr(2 + field, maskBytes)));
    frame.payload = bytes.substr(start, length);
    frame.wireBytes = start + length;
    return frame;
}

std::string clientFrame(Opcode opcode, std::string_view payload, std::uint32_t mask)
{
    std::string bytes = header(opcode, payload.size(), maskBit);
    appendBigEndian(bytes, mask, maskBytes);
    applyMask(payload, mask, bytes);
    return bytes;
}

std::string serverFrame(Opcode opcode, std::string_view payload)
{
    return header(opcode, payload.size(), 0).append(payload);
}

std::string unmasked(const Frame &frame)
{
    std::string payload;
    payload.reserve(frame.payload.size());
    applyMask(frame.payload, frame.mask, payload);
    return payload;
}

std::string upgradeRequest(int port)
{
    return "GET / HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port)
        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
        + std::string(key) + "\r\n\r\n";
}

std::string upgradeAnswer()
{
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: "
        + std::string(keyAnswer) + "\r\n\r\n";
}

bool acceptsUpgrade(std::string_view head)
{
    constexpr std::string_view field = "\r\nsec-websocket-accept:";
    const auto sameLetter = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
    const auto at = std::search(head.begin(), head.end(), field.begin(), field.end(), sameLetter);
    if (!head.starts_with("HTTP/1.1 101 ") || at == head.end())
        return false;
    std::string_view value = head.substr(static_cast<std::size_t>(at - head.begin()) + field.size());
    value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
    return value.starts_with(keyAnswer) && value.substr(keyAnswer.size()).starts_with("\r\n");
}

} // namespace Fanout::WebSocket
