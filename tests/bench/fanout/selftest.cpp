// SPDX-License-Identifier: Apache-2.0
#include "selftest.h"

#include "failure.h"
#include "messages.h"
#include "websocketframes.h"

namespace Fanout {

namespace {

using namespace WebSocket;

void expect(bool isTrue, const std::string &what)
{
    if (!isTrue)
        throw Failure("self-test: " + what);
}

void checkRoundTrip(const std::string &bytes, Side writer, const std::string &payload)
{
    const std::string what = std::to_string(payload.size()) + " bytes do not survive a round trip";
    const std::string stream = bytes + "next";
    const auto parsed = parseFrame(stream, writer);
    const auto *frame = std::get_if<Frame>(&parsed);
    expect(frame && unmasked(*frame) == payload && frame->wireBytes == bytes.size(), what);
    const auto cut = parseFrame(std::string_view(bytes).substr(0, bytes.size() - 1), writer);
    expect(std::holds_alternative<Incomplete>(cut), what + " when cut short");
}

void checkRefused(std::string_view bytes, Side writer, const std::string &what)
{
    expect(std::holds_alternative<Malformed>(parseFrame(bytes, writer)), what + " is not refused");
}

} // namespace

void checkFrames()
{
    using namespace std::string_view_literals;
    for (const std::size_t size : {0, 1, 125, 126, 150, 65535, 65536}) {
        std::string payload(size, 'x');
        for (std::size_t i = 0; i < size; ++i)
            payload[i] = static_cast<char>(i * 7);
        checkRoundTrip(clientFrame(Opcode::Text, payload, 0x12345678), Side::Client, payload);
        checkRoundTrip(serverFrame(Opcode::Text, payload), Side::Server, payload);
    }
    checkRefused("\x01\x00"sv, Side::Server, "a fragment");
    checkRefused("\xC1\x00"sv, Side::Server, "a reserved bit");
    checkRefused("\x83\x00"sv, Side::Server, "an unknown opcode");
    checkRefused("\x81\x80\x00\x00\x00\x00"sv, Side::Server, "a masked server frame");
    checkRefused("\x81\x00"sv, Side::Client, "an unmasked client frame");
    checkRefused("\x81\x7E\x00\x05hello"sv, Side::Server, "a long-winded length");
    expect(acceptsUpgrade(upgradeAnswer()), "our own upgrade answer is refused");
    expect(!acceptsUpgrade("HTTP/1.1 401 Unauthorized\r\n\r\n"), "a 401 passes for an upgrade");
    expect(Messages::changePosition(123456789).size() == Messages::positionBytes,
           "a message of another size");
}

} // namespace Fanout
