// SPDX-License-Identifier: Apache-2.0
#include "sync/tv/tvpairing.h"

#include "sync/http/parameters.h"
#include "sync/limits.h"
#include "sync/tv/doing.h"
#include "sync/tv/tvfiles.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using Sync::Http::jsonResponse;
using Sync::Http::Method;
using Sync::Http::Request;
using Sync::Http::Response;

namespace Sync::Tv {

namespace {

/// The app's own id of the television, where it fills it in (0.1.142); else its address, which lasts for a
/// while at least.
QString deviceOf(const Request &request, const QString &given)
{
    const bool filledIn = !given.isEmpty() && !given.contains(u'{');
    const QByteArray known = (filledIn ? given : request.peer.toString()).toUtf8();
    return u"tv-"_s
        + QString::fromLatin1(QCryptographicHash::hash(known, QCryptographicHash::Sha256).toHex().first(16));
}

} // namespace

Page askingPage(const Addresses &addresses)
{
    return {.headline = u"Segue"_s,
            .look = Look::Words,
            .items = {{.label = TvPairing::tr("Ask to let this TV in"),
                       .icon = u"tv"_s,
                       .action = u"execute:"_s + addresses.of("/msx/pair", "device={ID}")}}};
}

TvPairing::TvPairing(std::shared_ptr<Http::Site> pairing)
    : m_pairing(std::move(pairing))
{
    serveQuery(Method::Post, "/msx/pair", std::nullopt,
               [this](const Request &request, const auto &) { return ask(request); });
    serveQuery("/msx/pair.json", std::nullopt,
               [this](const Request &request, const auto &) { return look(request); });
}

Response TvPairing::ask(const Request &request)
{
    Http::Parameters parameters(request.head.query);
    (void)takeAppsOwn(parameters);
    const QString device = deviceOf(request, parameters.text("device"));
    if (auto refused = parameters.refusal())
        return *std::move(refused);
    const QJsonObject asked = passOn(request, "/api/v1/pairing/requests",
                                     {{"device"_L1, device}, {"name"_L1, tr("TV")}, {"kind"_L1, "tv"_L1}});
    if (!asked.contains("request"_L1))
        return jsonResponse(
            wrappedRefusal(429, asked.value("error"_L1).toObject().value("message"_L1).toString()));
    const QByteArray query = "request=" + asked.value("request"_L1).toString().toLatin1()
        + "&secret=" + asked.value("secret"_L1).toString().toLatin1()
        + "&code=" + asked.value("code"_L1).toString().toLatin1();
    const Addresses addresses{.base = baseOf(request.head), .token = {}};
    return jsonResponse(wrapped({{"action"_L1, u"content:"_s + addresses.of("/msx/pair.json", query)}}));
}

Response TvPairing::look(const Request &request)
{
    Http::Parameters parameters(request.head.query);
    (void)takeAppsOwn(parameters);
    const QByteArray asked = parameters.text("request").toLatin1().toPercentEncoding();
    const QString secret = parameters.text("secret");
    const QString code = parameters.text("code");
    if (auto refused = parameters.refusal())
        return *std::move(refused);
    const QJsonObject verdict = passOn(request, "/api/v1/pairing/requests/" + asked, {{"secret"_L1, secret}});
    Addresses addresses{.base = baseOf(request.head), .token = {}};
    const QString state = verdict.value("state"_L1).toString();
    Page page{.headline = u"Segue"_s, .look = Look::Words};
    if (state == "waiting"_L1) {
        page.headline = tr("This TV shows %1").arg(code);
        page.items.append({.label = tr("Allow it on your desktop or phone, then press OK"),
                           .icon = u"refresh"_s,
                           .action = u"reload:content"_s});
        return jsonResponse(toJson(page));
    }
    addresses.token = verdict.value("token"_L1).toString().toLatin1();
    if (addresses.token.isEmpty()) {
        page = askingPage(addresses);
        page.headline = state == "denied"_L1 ? tr("This TV was not let in") : tr("That took too long");
        return jsonResponse(toJson(page));
    }
    const QString menu = u"menu:"_s + addresses.of("/msx/menu.json");
    page.headline = tr("This TV is let in");
    page.items = {{.label = tr("To the music"), .icon = u"library-music"_s, .action = menu},
                  // The app's own way of keeping an address: it need not be asked for again.
                  {.label = tr("Begin with it from now on"),
                   .icon = u"home"_s,
                   .action = u"start"_s,
                   .data = {{"name"_L1, u"Segue"_s},
                            {"version"_L1, QStringLiteral(SEGUE_VERSION)},
                            {"parameter"_L1, menu}}}};
    return jsonResponse(toJson(page));
}

/// What the site of pairing answers. The headers stay: they tell through which page somebody asks.
QJsonObject TvPairing::passOn(const Request &request, const QByteArray &path, const QJsonObject &body) const
{
    Request asked = request;
    asked.head.method = Method::Post;
    asked.head.path = path;
    asked.head.query.clear();
    asked.head.headers.removeIf(
        [](const auto &header) { return header.first.compare("Content-Type", Qt::CaseInsensitive) == 0; });
    asked.head.headers.emplaceBack("Content-Type", "application/json");
    asked.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    const auto answer = m_pairing->answer(asked);
    const auto *response = answer ? std::get_if<Response>(&*answer) : nullptr;
    return response ? QJsonDocument::fromJson(response->body).object() : QJsonObject();
}

} // namespace Sync::Tv
