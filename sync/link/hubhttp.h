// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QSslConfiguration>
#include <QUrl>

#include <functional>
#include <optional>

namespace Sync {

/// A hub's `/api/v1/` as a device asks it. Main thread.
class HubHttp : public QObject
{
    Q_OBJECT

public:
    struct Answer {
        int status = 0; ///< zero: there was none, or not all of it
        QJsonObject json{};

        [[nodiscard]] bool isGood() const { return status >= 200 && status < 300; }
    };
    using Then = std::function<void(const Answer &)>;

    explicit HubHttp(QObject *parent = nullptr);

    /// @p hub: "ws://HOST:PORT/" or "wss://HOST:PORT/#sha256=...", as a link has it. @p token: empty where
    /// none is needed. What was asked before is not answered any more.
    void setHub(const QUrl &hub, const QByteArray &token);
    /// Asks as that user, where the hub lets this machine say so.
    void setUser(const QString &user) { m_user = user; }

    /// Why its certificate was refused last; empty where it was not.
    [[nodiscard]] const QString &distrust() const { return m_distrust; }

    /// @p path: behind `/api/v1/`, may have a query; or one that begins with a slash, percent-encoded. @p
    /// then is called later, and never once this is gone.
    void get(const QString &path, const Then &then);
    void send(const QByteArray &verb, const QString &path, const QJsonObject &body, const Then &then);

private:
    [[nodiscard]] QNetworkRequest request(const QString &path) const;
    void await(QNetworkReply *reply, const Then &then);

    QUrl m_base;
    QByteArray m_token;
    QString m_user;
    std::optional<QByteArray> m_pin; ///< the fingerprint the hub's certificate must have
    QString m_distrust;
    QSslConfiguration m_configuration;
    int m_hub = 0; ///< which one this is, so that an answer of the former one is known
    QNetworkAccessManager m_network;
};

} // namespace Sync
