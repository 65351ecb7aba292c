// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "descriptor.h"
#include "timing.h"
#include "websocketframes.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace Fanout {

// One sender and many receivers on one thread. Every relay must arrive once and byte for byte, or it throws.
class LoadGenerator
{
public:
    struct Load {
        std::uint64_t deliveries = 0;
        Seconds duration{0};
        std::vector<float> latencies; // milliseconds, one per delivery
    };

    LoadGenerator(int port, Clock::time_point runEnd);

    void connect(int count); // the first one ever is the sender
    void idle(Clock::duration duration);
    void begin(); // the first track, which every later message needs
    // One message in flight, and no more than one per `interval`.
    [[nodiscard]] Load run(Clock::duration duration, Clock::duration interval);

private:
    enum class Stage { Upgrading, Greeting, Open };
    struct Connection {
        Descriptor socket;
        Stage stage = Stage::Upgrading;
        std::uint64_t lastMessage = 0;
        std::string pending;
    };

    void open();
    void deliver(std::string text, Clock::time_point until, Load &load);
    void failIfOutOfTime() const;
    [[noreturn]] void reportShortfall() const;
    void poll(Clock::duration atMost, Load *load = nullptr);
    void read(std::size_t index, Load *load);
    [[nodiscard]] std::size_t consume(std::size_t index, std::string_view bytes, Load *load);
    [[nodiscard]] std::size_t consumeHead(Connection &connection, std::string_view bytes);
    void handle(std::size_t index, const WebSocket::Frame &frame, Load *load);
    void handleText(std::size_t index, std::string_view text, Load *load);
    void write(const Connection &connection, WebSocket::Opcode opcode, std::string_view payload);

    int m_port;
    Clock::time_point m_runEnd;
    Descriptor m_epoll;
    std::vector<Connection> m_connections;
    std::size_t m_unready = 0;
    std::uint32_t m_mask = 0x9E3779B9;

    std::uint64_t m_sequence = 0;
    std::string m_message;
    Clock::time_point m_sentAt;
    std::size_t m_arrived = 0;
    std::size_t m_mismatches = 0;
    std::string m_firstMismatch;

    std::array<char, 64 * 1024> m_buffer;
};

} // namespace Fanout
