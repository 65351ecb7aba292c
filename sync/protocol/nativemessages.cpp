// SPDX-License-Identifier: Apache-2.0
#include "sync/protocol/nativemessages.h"

#include <QJsonDocument>

namespace Sync::Native {

namespace {

/// Tries each alternative by its type name.
template <typename... Alternatives> std::variant<Alternatives...>
readAlternative(const QString &type, Fields &fields, std::type_identity<std::variant<Alternatives...>>)
{
    std::variant<Alternatives...> message;
    const bool known = ((type == Alternatives::type && (message = Alternatives::from(fields), true)) || ...);
    if (!known)
        fields.fail(QLatin1StringView("type"), "has an unknown value");
    return message;
}

template <typename Message> std::variant<Message, Refused> parse(const QByteArray &json)
{
    std::variant<Fields, ParseError> parsed = parseObject(json);
    if (const auto *error = std::get_if<ParseError>(&parsed))
        return Refused{.command = {}, .error = *error};
    auto &fields = std::get<Fields>(parsed);
    const QString type = fields.text(QLatin1StringView("type"), 32);
    Message message = readAlternative(type, fields, std::type_identity<Message>{});
    if (!fields.ok())
        return Refused{.command = type, .error = fields.fault()};
    return message;
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

Command readCommand(const QString &type, Fields &fields)
{
    return readAlternative(type, fields, std::type_identity<Command>{});
}

std::variant<HubMessage, Refused> parseHubMessage(const QByteArray &json) { return parse<HubMessage>(json); }

QByteArray serialize(const ClientMessage &message) { return serializeAny(message); }

QByteArray serialize(const HubMessage &message) { return serializeAny(message); }

} // namespace Sync::Native
