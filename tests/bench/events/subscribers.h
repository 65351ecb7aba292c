// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <vector>

namespace Bench {

/// Many who hear a hub's events, with nothing between them and the kernel: one thread and one epoll, so that
/// they do not measure themselves.
class Subscribers
{
public:
    /// Connects @p count of them and waits for their snapshots. Throws std::runtime_error.
    Subscribers(quint16 port, int count);
    ~Subscribers();
    Subscribers(const Subscribers &) = delete;
    Subscribers &operator=(const Subscribers &) = delete;

    /// How long after its `at_us` each of them has the event called @p name; waits until all do. Throws
    /// std::runtime_error where some do not within a few seconds.
    [[nodiscard]] std::vector<double> latenciesUs(const QByteArray &name);

private:
    struct Subscriber {
        int descriptor = -1;
        QByteArray unread;
        double latencyUs = -1;
    };

    void open(Subscriber &subscriber, quint16 port) const;
    /// Reads what there is; false after a while without anything.
    bool read(const QByteArray &name, int &left);

    int m_epoll = -1;
    std::vector<Subscriber> m_all;
};

} // namespace Bench
