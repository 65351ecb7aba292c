// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/admissioncontroller.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Desktop {

namespace {

constexpr std::chrono::milliseconds refreshEvery{5000};

Admitted admittedFrom(const QJsonObject &json, const QDateTime &now)
{
    return {.id = quint64(json.value("id"_L1).toInteger()),
            .name = json.value("name"_L1).toString(),
            .role = json.value("role"_L1).toString(),
            .seen = seenWords(json.value("last_seen_ms"_L1).toInteger(), now)};
}

} // namespace

AdmissionController::AdmissionController(const Sync::Link &link, HubApi &api, QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_api(api)
{
    m_refresh.setInterval(refreshEvery);
    connect(&m_refresh, &QTimer::timeout, this, &AdmissionController::reload);
    connect(&link, &Sync::Link::askingChanged, this, &AdmissionController::askingChanged);
    connect(&link, &Sync::Link::connectedChanged, this, &AdmissionController::adminChanged);
}

bool AdmissionController::admin() const
{
    return m_link.isConnected() && m_link.hub() && m_link.hub()->role == Sync::Role::Admin;
}

Sync::Native::Asker AdmissionController::asker() const
{
    return m_link.asking().isEmpty() ? Sync::Native::Asker() : m_link.asking().first();
}

void AdmissionController::setWatched(bool watched)
{
    if (watched == this->watched())
        return;
    if (watched) {
        m_refresh.start();
        reload();
    } else {
        m_refresh.stop();
    }
    Q_EMIT watchedChanged();
}

void AdmissionController::allow(const QString &askerId, const QString &role)
{
    decide(askerId, "allow"_L1, {{"role"_L1, role}});
}

void AdmissionController::deny(const QString &askerId) { decide(askerId, "deny"_L1, {}); }

void AdmissionController::setRole(const QString &tokenId, const QString &role)
{
    change("PATCH", tokenId, {{"role"_L1, role}});
}

void AdmissionController::revoke(const QString &tokenId) { change("DELETE", tokenId, {}); }

void AdmissionController::decide(const QString &askerId, QLatin1StringView verdict, const QJsonObject &body)
{
    m_api.send("POST", u"pairing/requests/%1/%2"_s.arg(askerId, verdict), body,
               [this](const HubApi::Answer &answer) {
                   if (const auto *refusal = std::get_if<HubApi::Refusal>(&answer))
                       Q_EMIT failed(refusal->sentence);
               });
}

void AdmissionController::change(const QByteArray &verb, const QString &tokenId, const QJsonObject &body)
{
    m_api.send(verb, u"tokens/%1"_s.arg(tokenId), body, [this](const HubApi::Answer &answer) {
        if (const auto *refusal = std::get_if<HubApi::Refusal>(&answer))
            Q_EMIT failed(refusal->sentence);
        reload(); // in any case: what is shown may not be what is
    });
}

void AdmissionController::reload()
{
    if (!admin())
        return;
    m_api.get(u"tokens"_s, [this](const HubApi::Answer &answer) {
        if (const auto *list = std::get_if<QJsonObject>(&answer)) // else the link says that the hub is away
            take(*list);
    });
}

void AdmissionController::take(const QJsonObject &list)
{
    const QDateTime now = QDateTime::currentDateTime();
    QList<Admitted> devices;
    QSet<quint64> ids;
    const QJsonArray items = list.value("items"_L1).toArray();
    for (const auto &item : items) {
        devices.append(admittedFrom(item.toObject(), now));
        ids.insert(devices.last().id);
    }
    const auto before = std::exchange(m_known, ids);
    m_admitted.show(devices);
    Q_EMIT admittedChanged();
    if (!before)
        return;
    for (const Admitted &device : devices)
        if (!before->contains(device.id))
            Q_EMIT cameIn(device.name);
}

} // namespace Desktop
