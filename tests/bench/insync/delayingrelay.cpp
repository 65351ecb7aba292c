// SPDX-License-Identifier: Apache-2.0
#include "bench/insync/delayingrelay.h"

#include "support/recorder.h"

#include <QTcpSocket>
#include <QTimer>

#include <deque>
#include <stdexcept>

using namespace std::chrono_literals;

namespace Bench {

namespace {

constexpr std::chrono::microseconds least = 2ms;
constexpr std::chrono::microseconds most = 8ms;
constexpr std::chrono::microseconds sentAgainAfter = 200ms; // Linux waits so long at least
constexpr int lostOneOf = 100;

/// What one end says, on its way to the other.
class Direction : public QObject
{
public:
    Direction(QTcpSocket &from, QTcpSocket &to, std::mt19937 &random)
        : m_from(from)
        , m_to(to)
        , m_random(random)
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &Direction::deliver);
        connect(&m_from, &QIODevice::readyRead, this, &Direction::take);
        connect(&m_from, &QAbstractSocket::disconnected, this, &Direction::take);
        connect(&m_to, &QAbstractSocket::connected, this, &Direction::deliver);
    }

private:
    struct Piece {
        std::chrono::microseconds due;
        QByteArray bytes; ///< empty: the end
    };

    void take()
    {
        std::chrono::microseconds due = Testing::monotonicNow() + least;
        due += std::chrono::microseconds(m_random() % quint32((most - least).count()));
        if (m_random() % lostOneOf == 0)
            due += sentAgainAfter;
        if (!m_pieces.empty())
            due = std::max(due, m_pieces.back().due);
        if (QByteArray bytes = m_from.isOpen() ? m_from.readAll() : QByteArray(); !bytes.isEmpty())
            m_pieces.push_back({.due = due, .bytes = std::move(bytes)});
        if (m_from.state() == QAbstractSocket::UnconnectedState)
            m_pieces.push_back({.due = due, .bytes = {}});
        if (!m_timer.isActive())
            deliver();
    }
    void deliver()
    {
        const auto state = m_to.state();
        if (state == QAbstractSocket::ConnectingState || state == QAbstractSocket::HostLookupState)
            return;
        const auto now = Testing::monotonicNow();
        for (; !m_pieces.empty() && m_pieces.front().due <= now; m_pieces.pop_front()) {
            if (state != QAbstractSocket::ConnectedState)
                continue; // it has gone
            if (m_pieces.front().bytes.isEmpty())
                m_to.disconnectFromHost();
            else
                m_to.write(m_pieces.front().bytes);
        }
        m_to.flush();
        if (!m_pieces.empty())
            m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(m_pieces.front().due - now));
    }

    QTcpSocket &m_from;
    QTcpSocket &m_to;
    std::mt19937 &m_random;
    std::deque<Piece> m_pieces;
    QTimer m_timer;
};

} // namespace

class DelayingRelay::Way
{
public:
    Way(std::unique_ptr<QTcpSocket> client, quint16 to, std::mt19937 &random)
        : m_client(std::move(client))
        , m_there(*m_client, m_server, random)
        , m_back(m_server, *m_client, random)
    {
        for (QTcpSocket *socket : {m_client.get(), &m_server})
            socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_server.connectToHost(QHostAddress::LocalHost, to);
    }

private:
    std::unique_ptr<QTcpSocket> m_client;
    QTcpSocket m_server;
    Direction m_there;
    Direction m_back;
};

DelayingRelay::DelayingRelay(quint16 to)
    : m_to(to)
{
    connect(&m_server, &QTcpServer::newConnection, this, &DelayingRelay::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        throw std::runtime_error("no free port: " + m_server.errorString().toStdString());
}

DelayingRelay::~DelayingRelay() = default;

void DelayingRelay::accept()
{
    while (QTcpSocket *const client = m_server.nextPendingConnection()) {
        client->setParent(nullptr);
        m_ways.push_back(std::make_unique<Way>(std::unique_ptr<QTcpSocket>(client), m_to, m_random));
    }
}

} // namespace Bench
