// SPDX-License-Identifier: Apache-2.0
#include "rawbroadcaster.h"

#include "descriptor.h"
#include "failure.h"
#include "messages.h"
#include "websocketframes.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <unordered_map>
#include <vector>

namespace Fanout {

namespace {

class RawBroadcaster
{
public:
    RawBroadcaster();
    [[noreturn]] void run();

private:
    struct Peer {
        Descriptor socket;
        bool upgraded = false;
        std::string pending;
    };

    void watch(int socket);
    void listenOnLoopback();
    void accept();
    void read(int socket);
    bool upgrade(Peer &peer);
    bool relay(Peer &peer);
    void broadcast(int sender, const WebSocket::Frame &frame);
    void drop(int socket);

    Descriptor m_epoll{::epoll_create1(EPOLL_CLOEXEC)};
    Descriptor m_listener{::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)};
    std::unordered_map<int, Peer> m_peers;
    std::vector<int> m_audience;
    std::array<char, 16 * 1024> m_buffer;
};

RawBroadcaster::RawBroadcaster()
{
    if (!m_epoll.isOpen() || !m_listener.isOpen())
        failWithErrno("cannot start the raw broadcaster");
    listenOnLoopback();
    watch(m_listener.number());
}

void RawBroadcaster::listenOnLoopback()
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    if (::bind(m_listener.number(), generic, size) != 0 || ::listen(m_listener.number(), SOMAXCONN) != 0
        || ::getsockname(m_listener.number(), generic, &size) != 0)
        failWithErrno("cannot listen on loopback");
    std::printf("ready http://127.0.0.1:%d/\n", ::ntohs(address.sin_port));
    std::fflush(stdout);
}

void RawBroadcaster::run()
{
    std::array<epoll_event, 256> events;
    for (;;) {
        const int count = ::epoll_wait(m_epoll.number(), events.data(), int(events.size()), -1);
        for (int i = 0; i < count; ++i) {
            const int socket = events[std::size_t(i)].data.fd;
            if (socket == m_listener.number())
                accept();
            else
                read(socket);
        }
    }
}

void RawBroadcaster::watch(int socket)
{
    epoll_event event = {.events = EPOLLIN, .data = {.fd = socket}};
    if (::epoll_ctl(m_epoll.number(), EPOLL_CTL_ADD, socket, &event) != 0)
        failWithErrno("cannot watch a socket");
}

void RawBroadcaster::accept()
{
    for (;;) {
        Descriptor socket(::accept4(m_listener.number(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
        if (!socket.isOpen())
            return;
        const int on = 1;
        ::setsockopt(socket.number(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
        const int number = socket.number();
        watch(number);
        m_peers.emplace(number, Peer{.socket = std::move(socket), .pending = {}});
    }
}

void RawBroadcaster::read(int socket)
{
    const auto found = m_peers.find(socket);
    if (found == m_peers.end())
        return; // dropped earlier in this batch of events
    const ssize_t count = ::recv(socket, m_buffer.data(), m_buffer.size(), MSG_DONTWAIT);
    if (count < 0 && errno == EAGAIN)
        return;
    if (count <= 0)
        return drop(socket);
    Peer &peer = found->second;
    peer.pending.append(m_buffer.data(), std::size_t(count));
    if ((!peer.upgraded && !upgrade(peer)) || (peer.upgraded && !relay(peer)))
        drop(socket);
}

bool RawBroadcaster::upgrade(Peer &peer)
{
    const std::size_t end = peer.pending.find("\r\n\r\n");
    if (end == std::string::npos)
        return true;
    std::string().swap(peer.pending); // a client waits for the greeting before it says more
    const std::string answer =
        WebSocket::upgradeAnswer() + WebSocket::serverFrame(WebSocket::Opcode::Text, Messages::noTrackState);
    peer.upgraded = true;
    m_audience.push_back(peer.socket.number());
    return ::send(peer.socket.number(), answer.data(), answer.size(), MSG_NOSIGNAL) == ssize_t(answer.size());
}

bool RawBroadcaster::relay(Peer &peer)
{
    std::string_view rest = peer.pending;
    while (true) {
        const auto parsed = WebSocket::parseFrame(rest, WebSocket::Side::Client);
        if (std::holds_alternative<WebSocket::Malformed>(parsed))
            return false;
        const auto *frame = std::get_if<WebSocket::Frame>(&parsed);
        if (!frame)
            break;
        if (frame->opcode == WebSocket::Opcode::Text)
            broadcast(peer.socket.number(), *frame);
        rest.remove_prefix(frame->wireBytes);
    }
    peer.pending.erase(0, peer.pending.size() - rest.size());
    return true;
}

void RawBroadcaster::broadcast(int sender, const WebSocket::Frame &frame)
{
    const std::string bytes = WebSocket::serverFrame(WebSocket::Opcode::Text, WebSocket::unmasked(frame));
    for (const int socket : m_audience) {
        if (socket == sender)
            continue;
        // A receiver that does not read is cut off here and dropped when its end is reported.
        if (::send(socket, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL) != ssize_t(bytes.size()))
            ::shutdown(socket, SHUT_RDWR);
    }
}

void RawBroadcaster::drop(int socket)
{
    std::erase(m_audience, socket);
    m_peers.erase(socket);
}

} // namespace

void serveRaw() { std::make_unique<RawBroadcaster>()->run(); }

} // namespace Fanout
