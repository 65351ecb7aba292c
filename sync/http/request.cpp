// SPDX-License-Identifier: Apache-2.0
#include "sync/http/request.h"

#include <QJsonDocument>

namespace Sync::Http {

std::variant<QJsonObject, Response> Request::json() const
{
    if (body.isEmpty())
        return QJsonObject();
    const QByteArray type = head.header("Content-Type").value_or(QByteArray()).toLower();
    if (type != "application/json" && !type.startsWith("application/json;"))
        return errorResponse(415, "not_json", "the body must be of the type application/json");
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return errorResponse(400, "bad_json", "the body is not JSON: " + error.errorString().toUtf8());
    if (!document.isObject())
        return errorResponse(400, "bad_json", "the body must be a JSON object");
    return document.object();
}

std::optional<Response> Request::unlessMay(Role role) const
{
    if (caller && caller->role >= role)
        return std::nullopt;
    return errorResponse(403, "wrong_role",
                         QByteArray("this needs the role ") + nameOf(role).data()
                             + "; somebody who has it can give it");
}

} // namespace Sync::Http
