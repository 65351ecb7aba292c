// SPDX-License-Identifier: Apache-2.0
#include "loadgenerator.h"

#include "failure.h"
#include "interruption.h"
#include "messages.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include <algorithm>

namespace Fanout {

using namespace std::chrono_literals;

namespace {

constexpr auto connectWithin = 60s;
constexpr auto deliverWithin = 10s;
constexpr auto longestWait = 100ms; // so that an interruption is noticed
constexpr std::size_t handshakesAtOnce = 32; // below any listen backlog: a full one costs a second per retry
constexpr std::size_t sender = 0;

void configure(int socket)
{
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
    // Closing resets, so that thousands of ports do not stay behind in TIME_WAIT for the next round.
    const linger reset = {.l_onoff = 1, .l_linger = 0};
    ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &reset, sizeof(reset));
    const timeval bound = {.tv_sec = 10, .tv_usec = 0}; // bounds connect() too
    ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &bound, sizeof(bound));
}

void sendAll(int socket, std::string_view bytes)
{
    if (::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) != ssize_t(bytes.size()))
        failWithErrno("cannot send to the server");
}

std::string named(std::size_t index)
{
    return index == sender ? "the sender" : "receiver " + std::to_string(index);
}

} // namespace

LoadGenerator::LoadGenerator(int port, Clock::time_point runEnd)
    : m_port(port)
    , m_runEnd(runEnd)
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
    if (!m_epoll.isOpen())
        failWithErrno("cannot create an epoll instance");
}

void LoadGenerator::connect(int count)
{
    const auto until = phaseEnd(connectWithin, m_runEnd);
    m_connections.reserve(m_connections.size() + std::size_t(count));
    for (int i = 0; i < count || m_unready > 0;) {
        if (Clock::now() >= until)
            throw Failure("not all connections were accepted in time: " + std::to_string(m_unready)
                          + " pending, " + std::to_string(count - i) + " not begun");
        if (i < count && m_unready < handshakesAtOnce) {
            open();
            ++i;
        } else {
            poll(longestWait);
        }
    }
}

void LoadGenerator::open()
{
    Connection connection{.socket = Descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)),
                          .pending = {}};
    if (!connection.socket.isOpen())
        failWithErrno("cannot create a socket");
    const int socket = connection.socket.number();
    configure(socket);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = ::htons(static_cast<std::uint16_t>(m_port));
    address.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0)
        failWithErrno("cannot connect");
    sendAll(socket, WebSocket::upgradeRequest(m_port));
    epoll_event event = {.events = EPOLLIN, .data = {.u64 = m_connections.size()}};
    if (::epoll_ctl(m_epoll.number(), EPOLL_CTL_ADD, socket, &event) != 0)
        failWithErrno("cannot watch a socket");
    m_connections.push_back(std::move(connection));
    ++m_unready;
}

void LoadGenerator::idle(Clock::duration duration)
{
    const auto until = phaseEnd(duration, m_runEnd);
    for (auto now = Clock::now(); now < until; now = Clock::now())
        poll(until - now);
}

void LoadGenerator::begin()
{
    Load warmUp;
    deliver(Messages::newTrack(), phaseEnd(deliverWithin, m_runEnd), warmUp);
}

LoadGenerator::Load LoadGenerator::run(Clock::duration duration, Clock::duration interval)
{
    Load load;
    const auto start = Clock::now();
    auto next = start;
    while (Clock::now() - start < duration) {
        deliver(Messages::changePosition(m_sequence), phaseEnd(deliverWithin, m_runEnd), load);
        load.duration = Clock::now() - start;
        next += interval;
        if (next > Clock::now())
            idle(next - Clock::now());
        else
            next = Clock::now(); // late is late: no burst to catch up
    }
    return load;
}

void LoadGenerator::deliver(std::string text, Clock::time_point until, Load &load)
{
    const std::size_t receivers = m_connections.size() - 1;
    m_message = std::move(text);
    m_arrived = 0;
    ++m_sequence;
    m_sentAt = Clock::now();
    write(m_connections[sender], WebSocket::Opcode::Text, m_message);
    while (m_arrived < receivers && m_mismatches == 0 && Clock::now() < until)
        poll(longestWait, &load);
    if (m_arrived < receivers || m_mismatches > 0)
        reportShortfall();
    load.deliveries += m_arrived;
}

void LoadGenerator::failIfOutOfTime() const
{
    if (Clock::now() >= m_runEnd && m_mismatches == 0)
        throw Failure("the run's time limit is reached");
}

void LoadGenerator::reportShortfall() const
{
    failIfOutOfTime();
    throw Failure("message " + std::to_string(m_sequence) + " reached " + std::to_string(m_arrived) + " of "
                  + std::to_string(m_connections.size() - 1) + " receivers, " + std::to_string(m_mismatches)
                  + " unexpected messages" + (m_mismatches > 0 ? "; the first: " + m_firstMismatch : ""));
}

void LoadGenerator::poll(Clock::duration atMost, Load *load)
{
    failIfInterrupted();
    const auto wait =
        std::chrono::ceil<std::chrono::milliseconds>(std::min<Clock::duration>(atMost, longestWait));
    std::array<epoll_event, 512> events;
    const int count =
        ::epoll_wait(m_epoll.number(), events.data(), int(events.size()), std::max(0, int(wait.count())));
    for (int i = 0; i < count; ++i)
        read(events[std::size_t(i)].data.u64, load);
}

void LoadGenerator::read(std::size_t index, Load *load)
{
    Connection &connection = m_connections[index];
    const ssize_t count = ::recv(connection.socket.number(), m_buffer.data(), m_buffer.size(), MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (count <= 0)
        throw Failure("the server closed the connection of " + named(index));
    const std::string_view bytes(m_buffer.data(), std::size_t(count));
    if (connection.pending.empty()) {
        connection.pending = bytes.substr(consume(index, bytes, load));
    } else {
        connection.pending += bytes;
        connection.pending.erase(0, consume(index, connection.pending, load));
    }
}

std::size_t LoadGenerator::consume(std::size_t index, std::string_view bytes, Load *load)
{
    Connection &connection = m_connections[index];
    std::size_t done = 0;
    if (connection.stage == Stage::Upgrading)
        done = consumeHead(connection, bytes);
    while (connection.stage != Stage::Upgrading) {
        const auto parsed = WebSocket::parseFrame(bytes.substr(done), WebSocket::Side::Server);
        if (const auto *malformed = std::get_if<WebSocket::Malformed>(&parsed))
            throw Failure("the server sent " + std::string(malformed->reason) + " to " + named(index));
        const auto *frame = std::get_if<WebSocket::Frame>(&parsed);
        if (!frame)
            break;
        handle(index, *frame, load);
        done += frame->wireBytes;
    }
    return done;
}

std::size_t LoadGenerator::consumeHead(Connection &connection, std::string_view bytes)
{
    const std::size_t end = bytes.find("\r\n\r\n");
    if (end == std::string_view::npos)
        return 0;
    const std::string_view head = bytes.substr(0, end + 4);
    if (!WebSocket::acceptsUpgrade(head))
        throw Failure("the server refused the upgrade:\n" + std::string(bytes));
    connection.stage = Stage::Greeting;
    return head.size();
}

void LoadGenerator::handle(std::size_t index, const WebSocket::Frame &frame, Load *load)
{
    switch (frame.opcode) {
    case WebSocket::Opcode::Text:
        return handleText(index, frame.payload, load);
    case WebSocket::Opcode::Ping:
        return write(m_connections[index], WebSocket::Opcode::Pong, frame.payload);
    case WebSocket::Opcode::Pong:
        return;
    case WebSocket::Opcode::Close:
        throw Failure("the server said goodbye to " + named(index) + " ("
                      + std::string(frame.payload.substr(std::min<std::size_t>(2, frame.payload.size())))
                      + ")");
    case WebSocket::Opcode::Continuation:
    case WebSocket::Opcode::Binary:
        throw Failure("the server sent " + named(index) + " a frame that is not text");
    }
}

void LoadGenerator::handleText(std::size_t index, std::string_view text, Load *load)
{
    Connection &connection = m_connections[index];
    if (connection.stage == Stage::Greeting && text.starts_with('{')) {
        connection.stage = Stage::Open;
        --m_unready;
        return;
    }
    const bool isNew = connection.lastMessage < m_sequence;
    if (!load || index == sender || connection.stage != Stage::Open || !isNew || text != m_message) {
        if (m_mismatches++ == 0)
            m_firstMismatch = std::string(text) + " to " + named(index) + ", expected: " + m_message;
        return;
    }
    connection.lastMessage = m_sequence;
    ++m_arrived;
    load->latencies.push_back(std::chrono::duration<float, std::milli>(Clock::now() - m_sentAt).count());
}

void LoadGenerator::write(const Connection &connection, WebSocket::Opcode opcode, std::string_view payload)
{
    m_mask = m_mask * 1664525 + 1013904223;
    sendAll(connection.socket.number(), WebSocket::clientFrame(opcode, payload, m_mask));
}

} // namespace Fanout
