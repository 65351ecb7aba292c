// SPDX-License-Identifier: Apache-2.0
#include "sync/pairing/pairingsite.h"

#include "sync/limits.h"
#include "sync/logging.h"
#include "sync/pairing/qrcode.h"
#include "sync/protocol/nativefields.h"
#include "sync/randomtext.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTimer>
#include <QUrl>

using namespace Qt::StringLiterals;
using Sync::Http::badField;
using Sync::Http::errorResponse;
using Sync::Http::jsonResponse;
using Sync::Http::Method;
using Sync::Http::Request;
using Sync::Http::Response;

namespace Sync {

namespace {

constexpr QByteArrayView prefix{"/api/v1/pairing/"};
constexpr int secretBytes = 16;
constexpr auto cookieFor = std::chrono::hours(24 * 400); // as long as browsers keep one

QByteArray newCode()
{
    return QByteArray::number(QRandomGenerator::system()->bounded(1'000'000)).rightJustified(6, '0');
}

qint64 secondsOf(std::chrono::milliseconds time)
{
    return std::chrono::duration_cast<std::chrono::seconds>(time).count();
}

Response refusal(Pairing::Refusal refusal)
{
    switch (refusal) {
    case Pairing::Refusal::Wrong:
        return errorResponse(403, "wrong_code", "that is not the code this hub shows");
    case Pairing::Refusal::Expired:
        return errorResponse(410, "expired", "no code is valid now; have a new one shown");
    case Pairing::Refusal::TooMany: {
        Response response = errorResponse(429, "too_many_attempts", "too many attempts; wait a minute");
        response.headers.emplaceBack("Retry-After", "60");
        return response;
    }
    }
    Q_UNREACHABLE();
}

/// What a device says of itself.
struct Introduction {
    QString device;
    QString name;

    static Introduction from(Fields &fields)
    {
        return {.device = Native::readDeviceId(fields, "device"_L1),
                .name = Native::readName(fields, "name"_L1)};
    }
};

QString addressOf(const Request &request) { return request.peer.toString(); }

} // namespace

PairingSite::PairingSite(std::shared_ptr<const Tokens> tokens, Hooks hooks)
    : m_tokens(std::move(tokens))
    , m_hooks(std::move(hooks))
{
}

std::optional<Http::Answer> PairingSite::answer(const Request &request)
{
    if (!request.head.path.startsWith(prefix))
        return std::nullopt;
    try {
        return route(request, QByteArrayView(request.head.path).sliced(prefix.size()));
    } catch (const DatabaseError &error) {
        qCWarning(httpLog) << error.what();
        return errorResponse(503, "not_stored", error.what());
    }
}

Response PairingSite::route(const Request &request, QByteArrayView path)
{
    const QList<QByteArray> parts = path.toByteArray().split('/');
    const bool posts = request.head.method == Method::Post;
    if (path == "requests" && request.reads())
        return waiting(request);
    if (path == "join")
        return posts ? join(request) : Http::onlyAllowed("POST");
    if (path == "requests")
        return posts ? ask(request) : Http::onlyAllowed("GET, HEAD, POST");
    if (path == "invitations")
        return posts ? invite(request) : Http::onlyAllowed("POST");
    if (parts.first() != "requests" || parts.size() > 3)
        return Http::nothingHere();
    if (parts.size() == 2)
        return posts ? collect(request, parts.at(1)) : Http::onlyAllowed("POST");
    if (parts.at(2) != "allow" && parts.at(2) != "deny")
        return Http::nothingHere();
    return posts ? decide(request, parts.at(1), parts.at(2) == "allow") : Http::onlyAllowed("POST");
}

Response PairingSite::invite(const Request &request)
{
    if (auto refused = request.unlessMay(Role::Admin))
        return *std::move(refused);
    const QList<QUrl> addresses = m_hooks.addresses();
    if (addresses.isEmpty())
        return errorResponse(409, "lan_is_off",
                             "this hub listens on its own machine only; start it with --lan");
    const HubTime now = HubClock::now();
    const Invitation invitation{.code = newCode(),
                                .codeUntil = now + Limits::codeFor,
                                .secret = randomText(secretBytes),
                                .secretUntil = now + Limits::secretFor,
                                .user = request.caller->user};
    m_pairing.invite(invitation);
    QJsonArray reachable;
    for (const QUrl &address : addresses)
        reachable.append(address.toString());
    QUrl url = addresses.first();
    url.setFragment(u"join="_s + QString::fromLatin1(invitation.secret));
    return jsonResponse({{"code"_L1, QString::fromLatin1(invitation.code)},
                         {"code_for_s"_L1, secondsOf(Limits::codeFor)},
                         {"secret"_L1, QString::fromLatin1(invitation.secret)},
                         {"secret_for_s"_L1, secondsOf(Limits::secretFor)},
                         {"addresses"_L1, reachable},
                         {"url"_L1, url.toString()},
                         {"qr"_L1, QJsonArray::fromStringList(qrCode(url.toEncoded()))}},
                        201);
}

Response PairingSite::join(const Request &request)
{
    const auto json = request.json();
    if (const auto *refused = std::get_if<Response>(&json))
        return *refused;
    Fields fields(std::get<QJsonObject>(json));
    const auto who = Introduction::from(fields);
    const bool hasSecret = fields.has("secret"_L1);
    const QByteArray word = (hasSecret ? fields.text("secret"_L1, 64) : fields.text("code"_L1, 16)).toUtf8();
    const bool keepsToken = fields.has("keep"_L1) && fields.text("keep"_L1, 16) == "token"_L1;
    if (!fields.ok())
        return badField(fields.fault());
    const HubTime now = HubClock::now();
    const auto verdict = hasSecret ? m_pairing.trySecret(word, addressOf(request), now)
                                   : m_pairing.tryCode(word, addressOf(request), now);
    if (const auto *refused = std::get_if<Pairing::Refusal>(&verdict)) {
        qCInfo(httpLog).noquote() << "A device at" << addressOf(request)
                                  << "tried to come in and was refused.";
        return refusal(*refused);
    }
    return letIn({.user = std::get<QString>(verdict),
                  .role = Role::Controller,
                  .device = who.device,
                  .name = who.name},
                 keepsToken);
}

Response PairingSite::ask(const Request &request)
{
    const auto json = request.json();
    if (const auto *refused = std::get_if<Response>(&json))
        return *refused;
    Fields fields(std::get<QJsonObject>(json));
    const auto who = Introduction::from(fields);
    if (!fields.ok())
        return badField(fields.fault());
    const Newcomer newcomer{.id = randomText(secretBytes),
                            .secret = randomText(secretBytes),
                            .device = who.device,
                            .name = who.name,
                            .address = addressOf(request),
                            .since = HubClock::now()};
    if (!m_pairing.ask(newcomer))
        return refusal(Pairing::Refusal::TooMany);
    tellAsking();
    // Nothing else would take it away from those who are to decide. Precise: a coarse timer may be early.
    QTimer::singleShot(Limits::requestWaits, Qt::PreciseTimer, &m_context, [this] { tellAsking(); });
    return jsonResponse({{"request"_L1, QString::fromLatin1(newcomer.id)},
                         {"secret"_L1, QString::fromLatin1(newcomer.secret)},
                         {"hub"_L1, m_hooks.hub()}},
                        202);
}

Response PairingSite::collect(const Request &request, const QByteArray &id)
{
    const auto json = request.json();
    if (const auto *refused = std::get_if<Response>(&json))
        return *refused;
    Fields fields(std::get<QJsonObject>(json));
    const QByteArray secret = fields.text("secret"_L1, 64).toUtf8();
    const bool keepsToken = fields.has("keep"_L1) && fields.text("keep"_L1, 16) == "token"_L1;
    if (!fields.ok())
        return badField(fields.fault());
    const auto found = m_pairing.collect(id, secret, HubClock::now());
    if (!found)
        return errorResponse(404, "no_such_request", "this request is over; ask again");
    if (found->allowed)
        return letIn({.user = found->allowed->user,
                      .role = found->allowed->role,
                      .device = found->device,
                      .name = found->name},
                     keepsToken);
    return jsonResponse({{"state"_L1, found->denied ? u"denied"_s : u"waiting"_s}});
}

Response PairingSite::decide(const Request &request, const QByteArray &id, bool allow)
{
    if (auto refused = request.unlessMay(Role::Admin))
        return *std::move(refused);
    std::optional<Caller> allowed;
    if (allow) {
        const auto json = request.json();
        if (const auto *refused = std::get_if<Response>(&json))
            return *refused;
        Fields fields(std::get<QJsonObject>(json));
        allowed = Caller{.user = request.caller->user, .role = fields.choice("role"_L1, roleNames)};
        if (!fields.ok())
            return badField(fields.fault());
    }
    if (!m_pairing.decide(id, allowed, HubClock::now()))
        return errorResponse(404, "no_such_request", "nobody waits with this request any more");
    tellAsking();
    return {.status = 204};
}

Response PairingSite::waiting(const Request &request)
{
    if (auto refused = request.unlessMay(Role::Admin))
        return *std::move(refused);
    QJsonArray requests;
    const HubTime now = HubClock::now();
    for (const Newcomer &newcomer : m_pairing.waiting(now))
        requests.append(QJsonObject{
            {"id"_L1, QString::fromLatin1(newcomer.id)},
            {"name"_L1, newcomer.name},
            {"address"_L1, newcomer.address},
            {"asked_s_ago"_L1,
             secondsOf(std::chrono::duration_cast<std::chrono::milliseconds>(now - newcomer.since))}});
    return jsonResponse({{"requests"_L1, requests}});
}

/// A browser's token goes into a cookie that its scripts cannot read.
Response PairingSite::letIn(const Admission &whom, bool keepsToken) const
{
    const QByteArray token = m_tokens->grant(whom);
    qCInfo(httpLog).noquote() << "The device" << whom.name << "was let in as" << nameOf(whom.role);
    QJsonObject json{{"state"_L1, u"allowed"_s}, {"role"_L1, nameOf(whom.role)}, {"user"_L1, whom.user}};
    if (keepsToken)
        json.insert("token"_L1, QString::fromLatin1(token));
    Response response = jsonResponse(json);
    if (!keepsToken)
        response.headers.emplaceBack("Set-Cookie",
                                     "session_id=" + token + "; Path=/; Max-Age="
                                         + QByteArray::number(std::chrono::seconds(cookieFor).count())
                                         + "; HttpOnly; SameSite=Strict");
    return response;
}

void PairingSite::tellAsking()
{
    Native::Asking asking;
    for (const Newcomer &newcomer : m_pairing.waiting(HubClock::now()))
        asking.requests.append(
            {.id = QString::fromLatin1(newcomer.id), .name = newcomer.name, .address = newcomer.address});
    m_hooks.asking(asking);
}

} // namespace Sync
