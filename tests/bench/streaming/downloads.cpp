// SPDX-License-Identifier: Apache-2.0
#include "bench/streaming/downloads.h"

#include <QSslSocket>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>

namespace Bench {

namespace {

constexpr std::size_t atOnce = 1 << 20;
constexpr int waitMs = 30'000;
constexpr int lowest = 19; // of a thread

class Connection
{
public:
    explicit Connection(quint16 port)
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_open = ::connect(m_descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    }
    ~Connection() { ::close(m_descriptor); }
    Q_DISABLE_COPY_MOVE(Connection)

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] int descriptor() const { return m_descriptor; }

private:
    const int m_descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    bool m_open = false;
};

/// The body's bytes that came along with the head; -1 where it is not what was asked for.
qint64 readHead(const Connection &connection)
{
    QByteArray head;
    while (!head.contains("\r\n\r\n")) {
        std::array<char, 4096> room{};
        const ssize_t got = ::recv(connection.descriptor(), room.data(), room.size(), 0);
        if (got <= 0)
            return -1;
        head.append(room.data(), got);
    }
    return head.startsWith("HTTP/1.1 200") ? head.size() - head.indexOf("\r\n\r\n") - 4 : -1;
}

QByteArray requestFor(const Wanted &wanted)
{
    return "GET " + wanted.path + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(wanted.port)
        + "\r\n\r\n";
}

/// The same as fetchOne(), where the client has to decrypt all of it.
bool fetchSecurely(const Wanted &wanted, const std::stop_token &stopped)
{
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), wanted.port);
    if (!socket.waitForEncrypted(waitMs))
        return false;
    socket.write(requestFor(wanted));
    QByteArray head;
    qsizetype end = -1;
    while (end < 0) {
        if (!socket.waitForReadyRead(waitMs))
            return false;
        head += socket.readAll();
        end = head.indexOf("\r\n\r\n");
    }
    qint64 bytes = head.size() - end - 4;
    while (bytes < wanted.bytes && !stopped.stop_requested()) {
        if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(waitMs))
            return false;
        bytes += socket.skip(socket.bytesAvailable());
    }
    return head.startsWith("HTTP/1.1 200") && bytes == wanted.bytes;
}

/// Whether all of it came. The bytes are counted in the kernel and not copied: the client should cost little.
bool fetchOne(const Wanted &wanted, const std::stop_token &stopped)
{
    if (wanted.secure)
        return fetchSecurely(wanted, stopped);
    const Connection connection(wanted.port);
    const QByteArray request = requestFor(wanted);
    if (!connection.isOpen()
        || ::send(connection.descriptor(), request.data(), std::size_t(request.size()), 0) < 0)
        return false;
    qint64 bytes = readHead(connection);
    while (bytes >= 0 && bytes < wanted.bytes && !stopped.stop_requested()) {
        const ssize_t got = ::recv(connection.descriptor(), nullptr, atOnce, MSG_TRUNC);
        if (got <= 0)
            return false;
        bytes += got;
    }
    return bytes == wanted.bytes;
}

} // namespace

std::optional<std::chrono::duration<double>> fetch(const Wanted &wanted, int count)
{
    std::atomic<int> whole = 0;
    const auto begun = std::chrono::steady_clock::now();
    {
        std::vector<std::jthread> threads;
        threads.reserve(std::size_t(count));
        for (int i = 0; i < count; ++i)
            threads.emplace_back(
                [&](const std::stop_token &stopped) { whole += fetchOne(wanted, stopped) ? 1 : 0; });
        for (auto &thread : threads)
            thread.join();
    }
    if (whole < count)
        return std::nullopt;
    return std::chrono::steady_clock::now() - begun;
}

Downloads::Downloads(const Wanted &wanted, int count)
{
    m_threads.reserve(std::size_t(count));
    for (int i = 0; i < count; ++i)
        m_threads.emplace_back([wanted](const std::stop_token &stopped) {
            ::setpriority(PRIO_PROCESS, 0, lowest);
            while (!stopped.stop_requested())
                if (!fetchOne(wanted, stopped))
                    std::this_thread::yield();
        });
}

} // namespace Bench
