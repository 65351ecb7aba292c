// SPDX-License-Identifier: Apache-2.0
#include "sync/protocol/nativemessages.h"

#include <QJsonDocument>

namespace Sync::Native {

namespace {

/// Tries each alternative of @p Message by its type name.
template <typename Message, typename... Alternatives> std::variant<Message, Refused>
parseAlternative(const QString &type, Fields &fields, std::type_identity<std::variant<Alternatives...>>)
{
    Message message;
    const bool known = ((type == Alternatives::type && (message = Alternatives::from(fields), true)) || ...);
    if (!known)
        fields.fail(QLatin1StringView("type"), "has an unknown value");
    if (!fields.ok())
        return Refused{.command = type, .error = fields.fault()};
    return message;
}

template <typename Message> std::variant<Message, Refused> parse(const QByteArray &json)
{
    std::variant<Fields, ParseError> parsed = parseObject(json);
    if (const auto *error = std::get_if<ParseError>(&parsed))
        return Refused{.command = {}, .error = *error};
    auto &fields = std::get<Fields>(parsed);
    const QString type = fields.text(QLatin1StringView("type"), 32);
    return parseAlternative<Message>(type, fields, std::type_identity<Message>{});
}

template <typename Message> QByteArray serializeAny(const Message &message)
{
    return std::visit(
        [](const auto &m) {
            QJsonObject json{{QLatin1StringView("type"), m.type}};
            m.write(json);
            return QJsonDocument(json).toJson(QJsonDocument::Compact);
        },
        message);
}

} // namespace

std::variant<ClientMessage, Refused> parseClientMessage(const QByteArray &json)
{
    return parse<ClientMessage>(json);
}

std::variant<HubMessage, Refused> parseHubMessage(const QByteArray &json) { return parse<HubMessage>(json); }

QByteArray serialize(const ClientMessage &message) { return serializeAny(message); }

QByteArray serialize(const HubMessage &message) { return serializeAny(message); }

} // namespace Sync::Native
