// SPDX-License-Identifier: Apache-2.0
#include "sync/link/pairingclient.h"

#include "sync/discovery/limits.h"
#include "sync/link/backoff.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace Sync {

namespace {

constexpr int unauthorised = 401;
constexpr int gone = 404;
constexpr int tooMany = 429;

} // namespace

PairingClient::PairingClient(QString device, QString name, QObject *parent)
    : QObject(parent)
    , m_device(std::move(device))
    , m_name(std::move(name))
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &PairingClient::goOn);
}

void PairingClient::enter(const QUrl &hub, const QByteArray &token)
{
    stop();
    m_url = hub;
    m_token = token;
    m_attempt = 0;
    m_http.setHub(m_url, m_token);
    show();
}

void PairingClient::stop()
{
    m_next.stop();
    m_http.setHub({}, {}); // what it still says is heard no more
}

void PairingClient::goOn() { (this->*m_step)(); }

void PairingClient::later(Step step, std::chrono::milliseconds wait)
{
    m_step = step;
    m_next.start(wait);
}

void PairingClient::tryAgain(Step step)
{
    later(step, backoff(m_attempt++, QRandomGenerator::global()->generateDouble()));
    Q_EMIT unreachable();
}

void PairingClient::show()
{
    m_http.get(u"me"_s, [this](const HubHttp::Answer &answer) { takeMe(answer); });
}

void PairingClient::takeMe(const HubHttp::Answer &answer)
{
    if (answer.status == unauthorised) {
        m_token.clear();
        m_http.setHub(m_url, {});
        return ask();
    }
    if (!answer.isGood() && answer.status != gone) // a hub that knows no tokens has no such address
        return tryAgain(&PairingClient::show);
    const QJsonObject hub = answer.json.value("hub"_L1).toObject();
    Q_EMIT admitted(hub.value("id"_L1).toString(), hub.value("name"_L1).toString(), m_token);
}

void PairingClient::ask()
{
    m_http.send("POST", u"pairing/requests"_s, {{"device"_L1, m_device}, {"name"_L1, m_name}},
                [this](const HubHttp::Answer &answer) { takeAsked(answer); });
}

void PairingClient::takeAsked(const HubHttp::Answer &answer)
{
    if (answer.status == tooMany)
        return later(&PairingClient::ask, Limits::askAgainAfter);
    if (!answer.isGood())
        return tryAgain(&PairingClient::ask);
    m_attempt = 0;
    m_request = answer.json.value("request"_L1).toString();
    m_secret = answer.json.value("secret"_L1).toString();
    const QJsonObject hub = answer.json.value("hub"_L1).toObject();
    m_hubId = hub.value("id"_L1).toString();
    m_hubName = hub.value("name"_L1).toString();
    Q_EMIT waiting(m_hubId, m_hubName);
    later(&PairingClient::collect, Limits::verdictEvery);
}

void PairingClient::collect()
{
    m_http.send("POST", u"pairing/requests/"_s + m_request,
                {{"secret"_L1, m_secret}, {"keep"_L1, u"token"_s}},
                [this](const HubHttp::Answer &answer) { takeVerdict(answer); });
}

void PairingClient::takeVerdict(const HubHttp::Answer &answer)
{
    const QString state = answer.json.value("state"_L1).toString();
    if (answer.status == gone) // nobody has decided, or the hub was started again
        return ask();
    if (answer.isGood() && state == "denied"_L1) {
        stop();
        Q_EMIT denied();
    } else if (answer.isGood() && state == "allowed"_L1) {
        m_token = answer.json.value("token"_L1).toString().toLatin1();
        Q_EMIT admitted(m_hubId, m_hubName, m_token);
    } else {
        later(&PairingClient::collect, Limits::verdictEvery);
    }
}

} // namespace Sync
