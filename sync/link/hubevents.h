// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QTimer>
#include <QUrl>
#include <QWebSocket>

#include <optional>

namespace Sync {

/// A hub's events as a device hears them (docs/events.md), over a connection that is made again and again.
/// Each connection begins with a snapshot of each source. Main thread.
class HubEvents : public QObject
{
    Q_OBJECT

public:
    /// @p sources: their kinds, with commas between them.
    explicit HubEvents(QString sources, QObject *parent = nullptr);
    ~HubEvents() override;

    /// As HubHttp::setHub().
    void setHub(const QUrl &hub, const QByteArray &token);
    /// Whether it is connected at all.
    void setListening(bool listens);
    [[nodiscard]] bool isListening() const { return m_listens; }

Q_SIGNALS:
    void heard(const QJsonObject &event);

private:
    void connectNow();
    void lost();
    void judgeCertificate();

    const QString m_sources;
    QUrl m_url;
    std::optional<QByteArray> m_pin; ///< the fingerprint the hub's certificate must have
    QByteArray m_token;
    bool m_listens = false;
    int m_attempt = 0;
    QTimer m_retry;
    QWebSocket m_socket; // last: it still speaks while it dies
};

} // namespace Sync
