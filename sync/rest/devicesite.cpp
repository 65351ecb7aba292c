// SPDX-License-Identifier: Apache-2.0
#include "sync/rest/devicesite.h"

#include "sync/protocol/nativefields.h"

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

/// What is to be another device's; its name goes alone.
using Change = std::variant<Native::SetVolume, QString>;

Native::SetVolume readWish(Fields &fields, const QString &device)
{
    const Native::SetVolume wish{.device = device, .volume = Native::readVolume(fields)};
    if (wish.volume.isEmpty())
        fields.fail("volume"_L1, "is missing");
    return wish;
}

QString readGivenName(Fields &fields)
{
    const QString name = Native::readName(fields, "name"_L1).simplified();
    if (name.isEmpty())
        fields.fail("name"_L1, "is empty");
    for (const auto other : {"volume"_L1, "muted"_L1})
        if (fields.has(other))
            fields.fail(other, "cannot be changed together with the name");
    return name;
}

} // namespace

DeviceSite::DeviceSite(Hub &hub, std::shared_ptr<const Tokens> tokens)
    : m_hub(hub)
    , m_tokens(std::move(tokens))
{
    serve(Method::Get, "/api/v1/devices", Role::Listener,
          [this](const Request &request, const auto &) { return visit(m_hub, request, devicesOf); });
    serve(Method::Post, "/api/v1/devices/outputs", Role::Controller,
          [this](const Request &request, const auto &) {
              return command(m_hub, request, u"outputs"_s, devicesOf);
          });
    serve(Method::Patch, "/api/v1/devices/{id}", Role::Listener,
          [this](const Request &request, const auto &parts) {
              return change(request, QString::fromLatin1(parts.first()));
          });
}

/// A volume is a wish: the device's next word of itself tells what has become of it.
Http::Answer DeviceSite::change(const Request &request, const QString &device)
{
    if (!isOwn(request, device))
        if (auto refused = request.unlessMay(Role::Controller))
            return *std::move(refused);
    const auto wanted = Http::readBody(request, [&](Fields &fields) -> Change {
        if (fields.has("name"_L1))
            return readGivenName(fields);
        return readWish(fields, device);
    });
    if (const auto *bad = std::get_if<Response>(&wanted))
        return *bad;
    const auto &change = std::get<Change>(wanted);
    if (const auto *name = std::get_if<QString>(&change))
        return rename(request, device, *name);
    return visit(m_hub, request, [wish = std::get<Native::SetVolume>(change)](Room &room) {
        const auto devices = room.session().devices();
        if (std::ranges::find(devices, wish.device, &Native::Device::id) == devices.end())
            return Http::nothingHere();
        const auto fault = room.wish(wish);
        return fault ? refused(*fault) : Response{.status = 204};
    });
}

/// Also of one that was let in and is not here. Who was let in is told by the same name.
Http::Answer DeviceSite::rename(const Request &request, const QString &device, const QString &name)
{
    std::optional<QString> formerly;
    for (const Admission &admission : m_tokens ? m_tokens->all() : QList<Admission>())
        if (admission.user == request.caller->user && admission.device == device
            && m_tokens->change(admission.id, admission.role, name))
            formerly = admission.name;
    return visit(m_hub, request, [device, name, formerly](Room &room) {
        const auto devices = room.session().devices();
        if (!formerly && std::ranges::find(devices, device, &Native::Device::id) == devices.end())
            return Http::nothingHere();
        const auto fault = room.rename(device, name, formerly);
        return fault ? refused(*fault) : Response{.status = 204};
    });
}

bool DeviceSite::isOwn(const Request &request, const QString &device) const
{
    const auto own = m_tokens ? m_tokens->admission(request.caller->token) : std::nullopt;
    return own && own->device == device;
}

} // namespace Sync
