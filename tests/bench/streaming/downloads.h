// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <chrono>
#include <optional>
#include <thread>
#include <vector>

namespace Bench {

/// What is fetched: from loopback, each on a connection and a thread of its own.
struct Wanted {
    quint16 port = 0;
    QByteArray path;
    qint64 bytes = 0; ///< of each
    bool secure = false; ///< over TLS, whatever the certificate
};

/// How long @p count of them took, all at once; nothing where one did not come whole.
[[nodiscard]] std::optional<std::chrono::duration<double>> fetch(const Wanted &wanted, int count);

/// Fetches again and again, for as long as it lives. At the lowest priority: who downloads is another
/// machine, which takes no time from this one.
class Downloads
{
public:
    Downloads(const Wanted &wanted, int count);

private:
    std::vector<std::jthread> m_threads;
};

} // namespace Bench
