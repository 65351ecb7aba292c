// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QJsonObject>
#include <QWebSocket>

namespace Testing {

/// Hears events, and remembers them. Says nothing.
class EventClient : public QObject
{
    Q_OBJECT

public:
    /// @p query: with its "?"; without one as linux-audio-server's clients do.
    void open(quint16 port, const QString &query = {}, const QByteArray &token = {});

    [[nodiscard]] const QList<QJsonObject> &heard() const { return m_heard; }
    /// What was no JSON object.
    [[nodiscard]] int odd() const { return m_odd; }
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] QJsonObject last(const QString &event) const;
    [[nodiscard]] bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    [[nodiscard]] qint64 seq() const;
    void forget() { m_heard.clear(); }
    [[nodiscard]] QWebSocket &socket() { return m_socket; }

Q_SIGNALS:
    void received(const QJsonObject &event);

private:
    QList<QJsonObject> m_heard;
    int m_odd = 0;
    QWebSocket m_socket;
};

} // namespace Testing
