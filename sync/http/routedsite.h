// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/site.h"

#include <functional>
#include <vector>

namespace Sync::Http {

/// One method of one address. A part of the path in braces, as in "/api/v1/tracks/{id}", stands for any one
/// part.
struct Route {
    using Handler = std::function<Answer(const Request &request, const QByteArrayList &parts)>;

    Method method = Method::Get; ///< Get answers HEAD as well
    QByteArray path;
    std::optional<Role> role; ///< who may; nothing: anybody who gets this far
    bool readsQuery = false; ///< otherwise it has no parameters, and any is refused
    Handler handler; ///< given what stands for the parts in braces, still percent-encoded; may throw
                     ///< DatabaseError
};

/// A site that is a table of routes: roles, methods, parameters where there are none and failing databases
/// are seen to in one place. With the log `segue.http` at debug each route is told when it is made.
class RoutedSite : public Site
{
public:
    [[nodiscard]] std::optional<Answer> answer(const Request &request) final;

protected:
    /// Of routes that fit both, the first one is taken.
    void serve(Method method, const QByteArray &path, std::optional<Role> role, Route::Handler handler);
    /// Likewise, where @p handler reads the parameters and refuses what it does not know.
    void serveQuery(const QByteArray &path, std::optional<Role> role, Route::Handler handler)
    {
        serveQuery(Method::Get, path, role, std::move(handler));
    }
    void serveQuery(Method method, const QByteArray &path, std::optional<Role> role, Route::Handler handler);

private:
    void add(Route route);

    std::vector<Route> m_routes;
};

/// What @p request posts, read by @p read from Fields; or the refusal that names the field.
template <typename Read> auto readBody(const Request &request, const Read &read)
    -> std::variant<decltype(read(std::declval<Fields &>())), Response>
{
    auto json = request.json();
    if (auto *refused = std::get_if<Response>(&json))
        return std::move(*refused);
    Fields fields(std::get<QJsonObject>(std::move(json)));
    auto wanted = read(fields);
    if (!fields.ok())
        return badField(fields.fault());
    return wanted;
}

} // namespace Sync::Http
