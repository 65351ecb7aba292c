// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/invitationcontroller.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Desktop {

namespace {

QStringList texts(const QJsonValue &array)
{
    QStringList list;
    const QJsonArray values = array.toArray();
    for (const auto &value : values)
        list.append(value.toString());
    return list;
}

} // namespace

InvitationController::InvitationController(HubApi &api, AdmissionController &admission, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_admission(admission)
{
    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, this, &InvitationController::tick);
    connect(&admission, &AdmissionController::cameIn, this, [this](const QString &name) {
        if (!m_tick.isActive())
            return;
        clear(); // a code lets one device in
        m_arrived = name;
        Q_EMIT changed();
        Q_EMIT ticked();
    });
}

void InvitationController::invite()
{
    clear();
    Q_EMIT changed();
    m_admission.reload(); // who comes in from now on is new
    m_tick.start();
    m_api.send("POST", u"pairing/invitations"_s, {}, [this, asked = ++m_asked](const HubApi::Answer &answer) {
        if (asked != m_asked)
            return;
        if (const auto *refusal = std::get_if<HubApi::Refusal>(&answer))
            m_fault = refusal->sentence;
        else
            take(std::get<QJsonObject>(answer));
        Q_EMIT changed();
        Q_EMIT ticked();
    });
}

void InvitationController::finish()
{
    ++m_asked;
    m_tick.stop();
    clear();
    Q_EMIT changed();
}

void InvitationController::clear()
{
    m_code.clear();
    m_addresses.clear();
    m_url.clear();
    m_modules.clear();
    m_fingerprint.clear();
    m_codeUntil = {};
    m_secretUntil = {};
    m_arrived.clear();
    m_fault.clear();
}

void InvitationController::take(const QJsonObject &invitation)
{
    const Sync::HubTime now = Sync::HubClock::now();
    m_code = invitation.value("code"_L1).toString();
    m_addresses = texts(invitation.value("addresses"_L1));
    m_url = invitation.value("url"_L1).toString();
    m_modules = texts(invitation.value("qr"_L1));
    m_fingerprint = invitation.value("fingerprint"_L1).toString();
    m_codeUntil = now + std::chrono::seconds(invitation.value("code_for_s"_L1).toInteger());
    m_secretUntil = now + std::chrono::seconds(invitation.value("secret_for_s"_L1).toInteger());
}

void InvitationController::tick()
{
    m_admission.reload();
    Q_EMIT ticked();
}

int InvitationController::secondsUntil(Sync::HubTime end)
{
    return int(qMax<qint64>(0, std::chrono::ceil<std::chrono::seconds>(end - Sync::HubClock::now()).count()));
}

} // namespace Desktop
