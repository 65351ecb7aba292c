// SPDX-License-Identifier: Apache-2.0
#include "sync/pairing/pairing.h"

#include "sync/limits.h"

#include <QHostAddress>

#include <algorithm>

namespace Sync {

using namespace std::chrono_literals;

void Pairing::invite(const Invitation &invitation)
{
    m_invitation = invitation;
    m_wrongCodes = 0;
}

std::variant<QString, Pairing::Refusal> Pairing::tryCode(const QByteArray &code, const QString &address,
                                                         HubTime now)
{
    if (!mayTry(address, now))
        return Refusal::TooMany;
    if (!m_invitation || m_invitation->code.isEmpty())
        return Refusal::Expired;
    if (now >= m_invitation->codeUntil)
        return Refusal::Expired;
    if (code == m_invitation->code)
        return std::exchange(m_invitation, std::nullopt)->user;
    if (++m_wrongCodes >= Limits::codeAttempts)
        m_invitation->code.clear();
    return Refusal::Wrong;
}

std::variant<QString, Pairing::Refusal> Pairing::trySecret(const QByteArray &secret, const QString &address,
                                                           HubTime now)
{
    if (!mayTry(address, now))
        return Refusal::TooMany;
    if (!m_invitation || now >= m_invitation->secretUntil)
        return Refusal::Expired;
    if (secret == m_invitation->secret)
        return std::exchange(m_invitation, std::nullopt)->user;
    return Refusal::Wrong;
}

bool Pairing::ask(const Newcomer &newcomer)
{
    forgetOld(newcomer.since);
    if (m_newcomers.size() >= Limits::requestsWaiting || !mayTry(newcomer.address, newcomer.since))
        return false;
    // The same device asks anew: its former request is of no use to it.
    m_newcomers.removeIf([&](const Newcomer &other) {
        return other.device == newcomer.device && other.address == newcomer.address;
    });
    m_newcomers.append(newcomer);
    return true;
}

bool Pairing::decide(const QByteArray &id, const std::optional<Caller> &allowed, HubTime now)
{
    forgetOld(now);
    const auto found = std::ranges::find(m_newcomers, id, &Newcomer::id);
    if (found == m_newcomers.end() || found->allowed || found->denied)
        return false;
    found->allowed = allowed;
    found->denied = !allowed;
    return true;
}

std::optional<Newcomer> Pairing::collect(const QByteArray &id, const QByteArray &secret, HubTime now)
{
    forgetOld(now);
    const auto found = std::ranges::find_if(m_newcomers, [&](const Newcomer &newcomer) {
        return newcomer.id == id && newcomer.secret == secret;
    });
    if (found == m_newcomers.end())
        return std::nullopt;
    Newcomer newcomer = *found;
    if (newcomer.allowed || newcomer.denied)
        m_newcomers.erase(found);
    return newcomer;
}

QList<Newcomer> Pairing::waiting(HubTime now)
{
    forgetOld(now);
    QList<Newcomer> undecided = m_newcomers;
    undecided.removeIf([](const Newcomer &newcomer) { return newcomer.allowed || newcomer.denied; });
    return undecided;
}

/// Counts the attempt.
bool Pairing::mayTry(const QString &address, HubTime now)
{
    if (QHostAddress(address).isLoopback())
        return true;
    for (auto it = m_attempts.begin(); it != m_attempts.end();) {
        it->removeIf([now](HubTime time) { return now - time >= 1min; });
        it = it->isEmpty() ? m_attempts.erase(it) : std::next(it);
    }
    QList<HubTime> &attempts = m_attempts[address];
    if (attempts.size() >= Limits::attemptsPerMinute)
        return false;
    attempts.append(now);
    return true;
}

void Pairing::forgetOld(HubTime now)
{
    m_newcomers.removeIf(
        [now](const Newcomer &newcomer) { return now - newcomer.since >= Limits::requestWaits; });
}

} // namespace Sync
