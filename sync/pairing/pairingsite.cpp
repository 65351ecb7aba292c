// SPDX-License-Identifier: Apache-2.0
#include "sync/pairing/pairingsite.h"

#include "sync/http/gate.h"
#include "sync/limits.h"
#include "sync/logging.h"
#include "sync/pairing/qrcode.h"
#include "sync/protocol/nativefields.h"
#include "sync/randomtext.h"
#include "sync/tls/fingerprint.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTimer>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;
using Sync::Http::errorResponse;
using Sync::Http::jsonResponse;
using Sync::Http::Method;
using Sync::Http::readBody;
using Sync::Http::Request;
using Sync::Http::Response;

namespace Sync {

namespace {

constexpr int secretBytes = 16;
constexpr qsizetype longestOrigin = 64;
constexpr auto cookieFor = std::chrono::hours(24 * 400); // as long as browsers keep one

QByteArray newCode()
{
    return QByteArray::number(QRandomGenerator::system()->bounded(1'000'000)).rightJustified(6, '0');
}

/// To be read from across the room. None of those that @p waiting show.
QByteArray newTvCode(const QList<Newcomer> &waiting)
{
    QByteArray code;
    do
        code = QByteArray::number(QRandomGenerator::system()->bounded(10'000)).rightJustified(4, '0');
    while (std::ranges::find(waiting, code, &Newcomer::code) != waiting.end());
    return code;
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

enum class Kind { Device, Tv };
constexpr std::array<WireName<Kind>, 2> kindNames{{{Kind::Device, "device"_L1}, {Kind::Tv, "tv"_L1}}};

/// What a device says of itself.
struct Introduction {
    QString device;
    QString name;
    Kind kind = Kind::Device;

    static Introduction from(Fields &fields)
    {
        return {.device = Native::readDeviceId(fields, "device"_L1),
                .name = Native::readName(fields, "name"_L1),
                .kind = fields.optional("kind"_L1, [&] { return fields.choice("kind"_L1, kindNames); })
                            .value_or(Kind::Device)};
    }
};

bool readKeepsToken(Fields &fields)
{
    return fields.has("keep"_L1) && fields.text("keep"_L1, 16) == "token"_L1;
}

/// With what a device comes in.
struct Entry {
    Introduction who;
    bool hasSecret = false;
    QByteArray word;
    bool keepsToken = false;

    static Entry from(Fields &fields)
    {
        const bool hasSecret = fields.has("secret"_L1);
        return {.who = Introduction::from(fields),
                .hasSecret = hasSecret,
                .word = (hasSecret ? fields.text("secret"_L1, 64) : fields.text("code"_L1, 16)).toUtf8(),
                .keepsToken = readKeepsToken(fields)};
    }
};

/// With what somebody who asked looks for the answer.
struct Collection {
    QByteArray secret;
    bool keepsToken = false;

    static Collection from(Fields &fields)
    {
        return {.secret = fields.text("secret"_L1, 64).toUtf8(), .keepsToken = readKeepsToken(fields)};
    }
};

QString addressOf(const Request &request) { return request.peer.toString(); }

/// Who asks through a page of another site may not be who this address belongs to: whoever decides is told,
/// and loopback is not spared.
QString askingAddressOf(const Request &request)
{
    if (!Http::isForeign(request.head, request.secure))
        return addressOf(request);
    const QByteArray origin = request.head.header("Origin").value_or("?").left(longestOrigin);
    return u"%1 (%2)"_s.arg(addressOf(request), QString::fromLatin1(origin));
}

} // namespace

PairingSite::PairingSite(std::shared_ptr<const Tokens> tokens, Hooks hooks)
    : m_tokens(std::move(tokens))
    , m_hooks(std::move(hooks))
{
    const auto open = std::nullopt; // to those who are to be let in; the gate knows these as well
    serve(Method::Post, "/api/v1/pairing/invitations", Role::Admin,
          [this](const Request &request, const auto &) { return invite(request); });
    serve(Method::Post, "/api/v1/pairing/join", open,
          [this](const Request &request, const auto &) { return join(request); });
    serve(Method::Get, "/api/v1/pairing/requests", Role::Admin,
          [this](const Request &, const auto &) { return waiting(); });
    serve(Method::Post, "/api/v1/pairing/requests", open,
          [this](const Request &request, const auto &) { return ask(request); });
    serve(Method::Post, "/api/v1/pairing/requests/{id}", open,
          [this](const Request &request, const auto &parts) { return collect(request, parts.first()); });
    serve(Method::Post, "/api/v1/pairing/requests/{id}/allow", Role::Admin,
          [this](const Request &request, const auto &parts) { return allow(request, parts.first()); });
    serve(Method::Post, "/api/v1/pairing/requests/{id}/deny", Role::Admin,
          [this](const Request &, const auto &parts) { return decide(parts.first(), std::nullopt); });
}

Response PairingSite::invite(const Request &request)
{
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
    QString fragment = u"join="_s + QString::fromLatin1(invitation.secret);
    if (!m_hooks.fingerprint.isEmpty())
        fragment += u'&' + Tls::fragmentOf(m_hooks.fingerprint);
    url.setFragment(fragment);
    QJsonObject json{{"code"_L1, QString::fromLatin1(invitation.code)},
                     {"code_for_s"_L1, secondsOf(Limits::codeFor)},
                     {"secret"_L1, QString::fromLatin1(invitation.secret)},
                     {"secret_for_s"_L1, secondsOf(Limits::secretFor)},
                     {"addresses"_L1, reachable},
                     {"url"_L1, url.toString()},
                     {"qr"_L1, QJsonArray::fromStringList(qrCode(url.toEncoded()))}};
    if (!m_hooks.fingerprint.isEmpty())
        json.insert("fingerprint"_L1, Tls::fingerprintText(m_hooks.fingerprint));
    return jsonResponse(json, 201);
}

Response PairingSite::join(const Request &request)
{
    const auto wanted = readBody(request, Entry::from);
    if (const auto *refused = std::get_if<Response>(&wanted))
        return *refused;
    const auto &[who, hasSecret, word, keepsToken] = std::get<Entry>(wanted);
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
                 keepsToken, request.secure);
}

Response PairingSite::ask(const Request &request)
{
    const auto wanted = readBody(request, Introduction::from);
    if (const auto *refused = std::get_if<Response>(&wanted))
        return *refused;
    const auto &who = std::get<Introduction>(wanted);
    const bool isTv = who.kind == Kind::Tv;
    if (!isTv && Http::isForeign(request.head, request.secure))
        return errorResponse(403, "foreign_origin", "pages of other sites may ask for a television only",
                             "kind");
    const HubTime now = HubClock::now();
    const Newcomer newcomer{.id = randomText(secretBytes),
                            .secret = randomText(secretBytes),
                            .device = who.device,
                            .name = who.name,
                            .address = askingAddressOf(request),
                            .code = isTv ? newTvCode(m_pairing.waiting(now)) : QByteArray(),
                            .since = now};
    if (!m_pairing.ask(newcomer))
        return refusal(Pairing::Refusal::TooMany);
    tellAsking();
    // Nothing else would take it away from those who are to decide. Precise: a coarse timer may be early.
    QTimer::singleShot(Limits::requestWaits, Qt::PreciseTimer, &m_context, [this] { tellAsking(); });
    QJsonObject answer{{"request"_L1, QString::fromLatin1(newcomer.id)},
                       {"secret"_L1, QString::fromLatin1(newcomer.secret)},
                       {"hub"_L1, m_hooks.hub()}};
    if (isTv)
        answer.insert("code"_L1, QString::fromLatin1(newcomer.code));
    return jsonResponse(answer, 202);
}

Response PairingSite::collect(const Request &request, const QByteArray &id)
{
    const auto wanted = readBody(request, Collection::from);
    if (const auto *refused = std::get_if<Response>(&wanted))
        return *refused;
    const auto &[secret, keepsToken] = std::get<Collection>(wanted);
    const auto found = m_pairing.collect(id, secret, HubClock::now());
    if (!found)
        return errorResponse(404, "no_such_request", "this request is over; ask again");
    if (found->allowed)
        return letIn({.user = found->allowed->user,
                      .role = found->allowed->role,
                      .device = found->device,
                      .name = found->name,
                      .tv = found->isTv()},
                     keepsToken || found->isTv(), request.secure);
    return jsonResponse({{"state"_L1, found->denied ? u"denied"_s : u"waiting"_s}});
}

Response PairingSite::allow(const Request &request, const QByteArray &id)
{
    const auto role = readBody(request, [](Fields &fields) { return fields.choice("role"_L1, roleNames); });
    if (const auto *refused = std::get_if<Response>(&role))
        return *refused;
    return decide(id, Caller{.user = request.caller->user, .role = std::get<Role>(role)});
}

Response PairingSite::decide(const QByteArray &id, const std::optional<Caller> &allowed)
{
    if (!m_pairing.decide(id, allowed, HubClock::now()))
        return errorResponse(404, "no_such_request", "nobody waits with this request any more");
    tellAsking();
    return {.status = 204};
}

Response PairingSite::waiting()
{
    QJsonArray requests;
    const HubTime now = HubClock::now();
    for (const Newcomer &newcomer : m_pairing.waiting(now)) {
        QJsonObject json{
            {"id"_L1, QString::fromLatin1(newcomer.id)},
            {"name"_L1, newcomer.name},
            {"address"_L1, newcomer.address},
            {"asked_s_ago"_L1,
             secondsOf(std::chrono::duration_cast<std::chrono::milliseconds>(now - newcomer.since))}};
        if (newcomer.isTv())
            json.insert("code"_L1, QString::fromLatin1(newcomer.code));
        requests.append(json);
    }
    return jsonResponse({{"requests"_L1, requests}});
}

/// A browser's token goes into a cookie that its scripts cannot read.
Response PairingSite::letIn(const Admission &whom, bool keepsToken, bool secure) const
{
    const QByteArray token = m_tokens->grant(whom);
    qCInfo(httpLog).noquote() << "The device" << whom.name << "was let in as" << nameOf(whom.role);
    QJsonObject json{{"state"_L1, u"allowed"_s}, {"role"_L1, nameOf(whom.role)}, {"user"_L1, whom.user}};
    if (keepsToken)
        json.insert("token"_L1, QString::fromLatin1(token));
    Response response = jsonResponse(json);
    if (!keepsToken)
        response.headers.emplaceBack("Set-Cookie",
                                     Http::cookieName(secure).toByteArray() + '=' + token
                                         + "; Path=/; Max-Age="
                                         + QByteArray::number(std::chrono::seconds(cookieFor).count())
                                         + (secure ? "; Secure" : "") + "; HttpOnly; SameSite=Strict");
    return response;
}

void PairingSite::tellAsking()
{
    Native::Asking asking;
    for (const Newcomer &newcomer : m_pairing.waiting(HubClock::now()))
        asking.requests.append({.id = QString::fromLatin1(newcomer.id),
                                .name = newcomer.name,
                                .address = newcomer.address,
                                .code = QString::fromLatin1(newcomer.code)});
    m_hooks.asking(asking);
}

} // namespace Sync
