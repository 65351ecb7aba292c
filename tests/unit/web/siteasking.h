// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/site.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// A site's answer to a request that came by no socket.
struct SiteAnswer {
    int status = 0; ///< 0: the address is none of its own
    QJsonObject json{};

    /// What is called @p key of each of @p list.
    [[nodiscard]] QStringList words(QLatin1StringView list, QLatin1StringView key) const
    {
        QStringList words;
        for (const auto &item : json.value(list).toArray())
            words += item.toObject().value(key).toVariant().toString();
        return words;
    }
    [[nodiscard]] QString error(QLatin1StringView key) const
    {
        return json.value(QLatin1StringView("error")).toObject().value(key).toString();
    }
};

/// @p line is "GET /path"; what it posts, if anything, is JSON with ' in place of ".
[[nodiscard]] inline SiteAnswer askSite(Sync::Http::Site &site, const QByteArray &line, QByteArray body = {},
                                        const Sync::Caller &caller = {.user = QStringLiteral("1"),
                                                                      .role = Sync::Role::Controller})
{
    const auto head = Sync::Http::parseHead(
        line + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\r\n");
    const auto answer = site.answer({.head = std::get<Sync::Http::RequestHead>(head),
                                     .body = body.replace('\'', '"'),
                                     .caller = caller,
                                     .peer = {}});
    if (!answer)
        return {};
    const auto &response = std::get<Sync::Http::Response>(*answer);
    return {.status = response.status, .json = QJsonDocument::fromJson(response.body).object()};
}
