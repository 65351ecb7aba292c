// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpServer>

#include <memory>
#include <random>
#include <vector>

namespace Bench {

/// A network between a server on this machine and whoever connects here instead, that is as bad as one of
/// netem's: each piece is on its way for 5 ms, give or take 3, and one of a hundred is lost. TCP does not
/// lose it but sends it again, and nothing overtakes it meanwhile.
class DelayingRelay : public QObject
{
    Q_OBJECT

public:
    /// On a free port of its own; throws where there is none.
    explicit DelayingRelay(quint16 to);
    ~DelayingRelay() override;

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

private:
    class Way;

    void accept();

    const quint16 m_to;
    std::mt19937 m_random{5};
    std::vector<std::unique_ptr<Way>> m_ways;
    QTcpServer m_server;
};

} // namespace Bench
