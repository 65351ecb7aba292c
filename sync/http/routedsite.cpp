// SPDX-License-Identifier: Apache-2.0
#include "sync/http/routedsite.h"

#include "sync/http/parameters.h"
#include "sync/logging.h"
#include "sync/store/database.h"

namespace Sync::Http {

namespace {

/// What stands for the parts in braces; nothing where @p path is another one.
std::optional<QByteArrayList> partsOf(const QByteArray &pattern, const QByteArray &path)
{
    const QByteArrayList wanted = pattern.split('/');
    const QByteArrayList given = path.split('/');
    if (wanted.size() != given.size())
        return std::nullopt;
    QByteArrayList parts;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (wanted.at(i).startsWith('{') && !given.at(i).isEmpty())
            parts.append(given.at(i));
        else if (wanted.at(i) != given.at(i))
            return std::nullopt;
    }
    return parts;
}

Answer handle(const Route &route, const Request &request, const QByteArrayList &parts)
{
    if (auto refused = route.role ? request.unlessMay(*route.role) : std::nullopt)
        return *std::move(refused);
    if (auto refused = route.readsQuery ? std::nullopt : Parameters(request.head.query).refusal())
        return *std::move(refused);
    try {
        return route.handler(request, parts);
    } catch (const DatabaseError &error) {
        qCWarning(httpLog) << error.what();
        return errorResponse(503, "not_stored", error.what());
    }
}

} // namespace

void RoutedSite::serve(Method method, const QByteArray &path, std::optional<Role> role,
                       Route::Handler handler)
{
    add({.method = method, .path = path, .role = role, .handler = std::move(handler)});
}

void RoutedSite::serveQuery(Method method, const QByteArray &path, std::optional<Role> role,
                            Route::Handler handler)
{
    add({.method = method, .path = path, .role = role, .readsQuery = true, .handler = std::move(handler)});
}

void RoutedSite::add(Route route)
{
    qCDebug(httpLog).noquote() << "Serves" << namesOf(route.method) << route.path;
    m_routes.push_back(std::move(route));
}

std::optional<Answer> RoutedSite::answer(const Request &request)
{
    const Method method = request.head.method == Method::Head ? Method::Get : request.head.method;
    QByteArrayList allowed;
    for (const Route &route : m_routes) {
        const auto parts = partsOf(route.path, request.head.path);
        if (!parts)
            continue;
        if (route.method == method)
            return handle(route, request, *parts);
        allowed += namesOf(route.method);
    }
    if (allowed.isEmpty())
        return std::nullopt;
    return onlyAllowed(allowed.join(", "));
}

} // namespace Sync::Http
