// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QSslConfiguration>
#include <QUrl>

#include <functional>
#include <optional>
#include <variant>

namespace Desktop {

/// Asks a hub's `/api/v1/` as this device. Main thread.
class HubApi final : public QObject
{
    Q_OBJECT

public:
    /// A sentence about why the hub did not do it.
    struct Refusal {
        QString sentence;
        int status = 0; ///< of HTTP; zero where there was no answer
    };
    using Answer = std::variant<QJsonObject, Refusal>;
    using Then = std::function<void(const Answer &)>;

    /// @p hub: "ws://HOST:PORT/" or "wss://HOST:PORT/#sha256=...", as a link has it.
    explicit HubApi(const QUrl &hub, QObject *parent = nullptr);
    /// Asks as that user, where the hub lets this machine say so.
    void setUser(const QString &user) { m_user = user; }

    /// @p path: behind `/api/v1/`, may have a query. @p then is called later, and never once this is gone.
    void get(const QString &path, const Then &then);
    void send(const QByteArray &verb, const QString &path, const QJsonObject &body, const Then &then);

private:
    [[nodiscard]] QNetworkRequest request(const QString &path) const;
    void await(QNetworkReply *reply, const Then &then);

    QUrl m_base;
    QString m_user;
    const std::optional<QByteArray> m_pin; ///< the fingerprint the hub's certificate must have
    const QSslConfiguration m_configuration;
    QNetworkAccessManager m_network;
};

} // namespace Desktop
