// SPDX-License-Identifier: Apache-2.0
#include "bench/events/subscribers.h"

#include "sync/session/hubclock.h"

#include <arpa/inet.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace Bench {

namespace {

constexpr int patienceMs = 10'000;

/// The number after "at_us": in front of @p until.
double stampBefore(const QByteArray &bytes, qsizetype until)
{
    constexpr QByteArrayView key("\"at_us\":");
    const qsizetype at = bytes.lastIndexOf(key, until);
    if (at < 0)
        throw std::runtime_error("an event without a time");
    const qsizetype from = at + key.size();
    return bytes.mid(from, bytes.indexOf(',', from) - from).toDouble();
}

} // namespace

Subscribers::Subscribers(quint16 port, int count)
    : m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_all(std::size_t(count))
{
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        open(m_all[i], port);
        epoll_event event{.events = EPOLLIN, .data = {.u64 = i}};
        ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_all[i].descriptor, &event);
    }
    (void)latenciesUs("snapshot");
}

Subscribers::~Subscribers()
{
    for (const Subscriber &subscriber : m_all)
        ::close(subscriber.descriptor);
    ::close(m_epoll);
}

void Subscribers::open(Subscriber &subscriber, quint16 port) const
{
    subscriber.descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(subscriber.descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0)
        throw std::runtime_error("cannot connect");
    const QByteArray request =
        "GET /api/events/ws?source=segue HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port)
        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    if (::send(subscriber.descriptor, request.constData(), std::size_t(request.size()), MSG_NOSIGNAL)
        != request.size())
        throw std::runtime_error("cannot ask");
}

std::vector<double> Subscribers::latenciesUs(const QByteArray &name)
{
    // A pong nobody asked for: who says nothing for a while is dropped.
    constexpr std::array<unsigned char, 6> pong{0x8a, 0x80, 0, 0, 0, 0};
    for (Subscriber &subscriber : m_all) {
        subscriber.latencyUs = -1;
        (void)::send(subscriber.descriptor, pong.data(), pong.size(), MSG_NOSIGNAL);
    }
    int left = int(m_all.size());
    while (left > 0)
        if (!read("\"event\":\"" + name + '"', left))
            throw std::runtime_error(std::to_string(left) + " have not heard of it");
    std::vector<double> latencies;
    for (const Subscriber &subscriber : m_all)
        latencies.push_back(subscriber.latencyUs);
    return latencies;
}

bool Subscribers::read(const QByteArray &name, int &left)
{
    std::array<epoll_event, 64> events{};
    const int ready = ::epoll_wait(m_epoll, events.data(), int(events.size()), patienceMs);
    for (int i = 0; i < ready; ++i) {
        Subscriber &subscriber = m_all[events.at(std::size_t(i)).data.u64];
        std::array<char, 65536> buffer; // NOLINT(cppcoreguidelines-pro-type-member-init): read into
        const ssize_t size = ::recv(subscriber.descriptor, buffer.data(), buffer.size(), MSG_DONTWAIT);
        const double now = double(Sync::HubClock::now().time_since_epoch().count());
        if (size <= 0)
            throw std::runtime_error("a subscriber was dropped");
        subscriber.unread.append(buffer.data(), size);
        const qsizetype found = subscriber.unread.indexOf(name);
        if (found < 0)
            continue;
        if (subscriber.latencyUs < 0) {
            // Keys are in order of the alphabet: the time stands in front of the name.
            subscriber.latencyUs = now - stampBefore(subscriber.unread, found);
            --left;
        }
        subscriber.unread = subscriber.unread.mid(found + name.size());
    }
    return ready > 0;
}

} // namespace Bench
