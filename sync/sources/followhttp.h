// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QSslConfiguration>
#include <QUrl>

#include <functional>
#include <optional>

namespace Sync::Sources {

/// What is asked of a server that is followed.
struct FollowRequest {
    QByteArray verb = "GET";
    QByteArray path; ///< encoded, with its query
    std::optional<QJsonObject> body{};

    bool operator==(const FollowRequest &) const = default;
};

/// The addresses of linux-audio-server at one server, asked as its own client asks them. Hub thread.
class FollowHttp : public QObject
{
    Q_OBJECT

public:
    struct Answer {
        int status = 0; ///< zero: there was none, or none that can be read
        QJsonObject json{};
        QString reason{}; ///< a sentence about why it is not good

        [[nodiscard]] bool isGood() const { return reason.isEmpty(); }
    };
    using Then = std::function<void(const Answer &)>;

    explicit FollowHttp(const QUrl &server);

    /// @p then is called later, and never once this is gone.
    void ask(const FollowRequest &request, const Then &then);

private:
    void judge(QNetworkReply *reply) const;
    [[nodiscard]] Answer answerOf(QNetworkReply &reply) const;

    QUrl m_server;
    std::optional<QByteArray> m_pin; ///< the fingerprint its certificate must have
    QSslConfiguration m_configuration;
    QNetworkAccessManager m_network;
};

} // namespace Sync::Sources
