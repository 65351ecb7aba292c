// SPDX-License-Identifier: Apache-2.0
#include "sync/pairing/tokenssite.h"

#include "sync/http/routes.h"
#include "sync/protocol/nativefields.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using Sync::Http::Method;
using Sync::Http::Request;
using Sync::Http::Response;

namespace Sync {

namespace {

struct Change {
    std::optional<Role> role;
    std::optional<QString> name;
};

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
    serve(Method::Get, "/api/v1/me", Role::Listener,
          [this](const Request &request, const auto &) { return me(request); });
    serve(Method::Get, "/api/v1/tokens", Role::Admin,
          [this](const Request &, const auto &) { return list(); });
    addOne(Method::Patch, &TokensSite::change);
    addOne(Method::Delete, &TokensSite::revoke);
}

void TokensSite::addOne(Method method, OfOne serveOne)
{
    serve(method, "/api/v1/tokens/{id}", Role::Admin,
          [this, serveOne](const Request &request, const QByteArrayList &parts) {
              const auto id = Http::idIn(parts.first());
              const auto found = id ? m_tokens->admission(qint64(*id)) : std::nullopt;
              return found ? (this->*serveOne)(request, *found) : Http::nothingHere();
          });
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
    const auto wanted = Http::readBody(request, [](Fields &fields) {
        return Change{.role = fields.optional("role"_L1, [&] { return fields.choice("role"_L1, roleNames); }),
                      .name =
                          fields.optional("name"_L1, [&] { return Native::readName(fields, "name"_L1); })};
    });
    if (const auto *refused = std::get_if<Response>(&wanted))
        return *refused;
    const auto &[role, name] = std::get<Change>(wanted);
    if (!m_tokens->change(admission.id, role.value_or(admission.role), name.value_or(admission.name)))
        return Http::nothingHere();
    if (role && *role != admission.role)
        m_hooks.drop(admission.id); // it comes back with what it may do now
    return {.status = 204};
}

Response TokensSite::revoke(const Request &, const Admission &admission) const
{
    if (!m_tokens->revoke(admission.id))
        return Http::nothingHere();
    m_hooks.drop(admission.id);
    return {.status = 204};
}

} // namespace Sync
