// SPDX-License-Identifier: Apache-2.0
#include "sync/rest/devicesite.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using Sync::Http::Method;
using Sync::Http::Request;
using Sync::Http::Response;

namespace Sync {

namespace {

Response devicesOf(Room &room)
{
    QJsonObject json;
    room.devices().write(json);
    return Http::jsonResponse(json);
}

} // namespace

DeviceSite::DeviceSite(Hub &hub)
    : m_hub(hub)
{
    serve(Method::Get, "/api/v1/devices", Role::Listener,
          [this](const Request &request, const auto &) { return visit(m_hub, request, devicesOf); });
    serve(Method::Post, "/api/v1/devices/outputs", Role::Controller,
          [this](const Request &request, const auto &) {
              return command(m_hub, request, u"outputs"_s, devicesOf);
          });
    serve(Method::Patch, "/api/v1/devices/{id}", Role::Controller,
          [this](const Request &request, const auto &parts) { return change(request, parts.first()); });
}

/// A wish: the device's next word of itself tells what has become of it.
Http::Answer DeviceSite::change(const Request &request, const QByteArray &device)
{
    auto json = request.json();
    if (const auto *bad = std::get_if<Response>(&json))
        return *bad;
    auto object = std::get<QJsonObject>(json);
    object.insert("device"_L1, QString::fromLatin1(device));
    Fields fields(object);
    const auto wish = Native::SetVolume::from(fields);
    if (!fields.ok())
        return Http::badField(fields.fault());
    return visit(m_hub, request, [wish](Room &room) {
        const auto devices = room.session().devices();
        if (std::ranges::find(devices, wish.device, &Native::Device::id) == devices.end())
            return Http::nothingHere();
        const auto fault = room.wish(wish);
        return fault ? refused(*fault) : Response{.status = 204};
    });
}

} // namespace Sync
