// SPDX-License-Identifier: Apache-2.0
#include "sync/pairing/tokenssite.h"

#include "sync/http/routes.h"
#include "sync/logging.h"
#include "sync/protocol/nativefields.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using Sync::Http::Method;
using Sync::Http::Request;
using Sync::Http::Response;

namespace Sync {

namespace {

constexpr QByteArrayView mePath{"/api/v1/me"};
constexpr QByteArrayView listPath{"/api/v1/tokens"};

QJsonObject toJson(const Admission &admission)
{
    QJsonObject json{{"id"_L1, admission.id},
                     {"user"_L1, admission.user},
                     {"name"_L1, admission.name},
                     {"role"_L1, nameOf(admission.role)},
                     {"created_ms"_L1, admission.createdMs}};
    if (!admission.device.isEmpty())
        json.insert("device"_L1, admission.device);
    if (admission.tv)
        json.insert("tv"_L1, true);
    if (admission.seenMs > 0)
        json.insert("last_seen_ms"_L1, admission.seenMs);
    return json;
}

} // namespace

TokensSite::TokensSite(std::shared_ptr<const Tokens> tokens, Hooks hooks)
    : m_tokens(std::move(tokens))
    , m_hooks(std::move(hooks))
{
}

std::optional<Http::Answer> TokensSite::answer(const Request &request)
{
    const QByteArrayView path(request.head.path);
    if (path == mePath)
        return request.reads() ? me(request) : Http::onlyReadable();
    if (path != listPath && !path.startsWith(listPath.toByteArray() + '/'))
        return std::nullopt;
    if (auto refused = request.unlessMay(Role::Admin))
        return *std::move(refused);
    if (path == listPath)
        return request.reads() ? list() : Http::onlyReadable();
    const auto id = Http::idIn(path.sliced(listPath.size() + 1));
    const auto found = id ? m_tokens->admission(qint64(*id)) : std::nullopt;
    if (!found)
        return Http::nothingHere();
    try {
        if (request.head.method == Method::Delete)
            return revoke(*found);
        if (request.head.method == Method::Patch)
            return change(request, *found);
    } catch (const DatabaseError &error) {
        qCWarning(httpLog) << error.what();
        return Http::errorResponse(503, "not_stored", error.what());
    }
    return Http::onlyAllowed("PATCH, DELETE");
}

Response TokensSite::me(const Request &request) const
{
    QJsonObject json{{"user"_L1, request.caller->user},
                     {"role"_L1, nameOf(request.caller->role)},
                     {"hub"_L1, m_hooks.hub()}};
    const auto found = m_tokens->admission(request.caller->token);
    if (found && !found->device.isEmpty())
        json.insert("device"_L1, found->device);
    return Http::jsonResponse(json);
}

Response TokensSite::list() const
{
    QJsonArray items;
    for (const Admission &admission : m_tokens->all())
        items.append(toJson(admission));
    return Http::jsonResponse({{"items"_L1, items}});
}

Response TokensSite::change(const Request &request, const Admission &admission) const
{
    const auto json = request.json();
    if (const auto *refused = std::get_if<Response>(&json))
        return *refused;
    Fields fields(std::get<QJsonObject>(json));
    const auto role = fields.optional("role"_L1, [&] { return fields.choice("role"_L1, roleNames); });
    const auto name = fields.optional("name"_L1, [&] { return Native::readName(fields, "name"_L1); });
    if (!fields.ok())
        return Http::badField(fields.fault());
    if (!m_tokens->change(admission.id, role.value_or(admission.role), name.value_or(admission.name)))
        return Http::nothingHere();
    if (role && *role != admission.role)
        m_hooks.drop(admission.id); // it comes back with what it may do now
    return {.status = 204};
}

Response TokensSite::revoke(const Admission &admission) const
{
    if (!m_tokens->revoke(admission.id))
        return Http::nothingHere();
    m_hooks.drop(admission.id);
    return {.status = 204};
}

} // namespace Sync
