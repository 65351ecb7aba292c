// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/role.h"
#include "sync/session/hubclock.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <optional>
#include <variant>

namespace Sync {

/// What somebody may be let in with, once: a code to be typed and a secret to be scanned.
struct Invitation {
    QByteArray code; ///< six digits
    HubTime codeUntil;
    QByteArray secret;
    HubTime secretUntil;
    QString user; ///< whose music it is about
};

/// A device that wants to be let in.
struct Newcomer {
    QByteArray id; ///< of its request
    QByteArray secret; ///< known to itself alone
    QString device;
    QString name;
    QString address;
    QByteArray code{}; ///< that it shows, so that one can tell it from others; only a television does
    HubTime since;
    std::optional<Caller> allowed; ///< who decided, with the role that was given
    bool denied = false;

    [[nodiscard]] bool isTv() const { return !code.isEmpty(); }
};

/// Who may come in: invitations and requests, with everything that makes guessing hopeless. Time and random
/// words are passed in.
class Pairing
{
public:
    enum class Refusal {
        Wrong, ///< no such code or secret
        Expired, ///< there was one, but not any more
        TooMany, ///< from this address, or for this code
    };

    /// In place of the one before.
    void invite(const Invitation &invitation);

    /// Whose music the one who knows it is let in to; what let it in is used up.
    [[nodiscard]] std::variant<QString, Refusal> tryCode(const QByteArray &code, const QString &address,
                                                         HubTime now);
    [[nodiscard]] std::variant<QString, Refusal> trySecret(const QByteArray &secret, const QString &address,
                                                           HubTime now);

    /// False where too many wait already, or this address has asked too often.
    [[nodiscard]] bool ask(const Newcomer &newcomer);
    /// False where nobody waits with that id.
    [[nodiscard]] bool decide(const QByteArray &id, const std::optional<Caller> &allowed, HubTime now);
    /// Nothing once it is gone. One that was decided on is gone after this.
    [[nodiscard]] std::optional<Newcomer> collect(const QByteArray &id, const QByteArray &secret,
                                                  HubTime now);
    /// Who still waits for a decision.
    [[nodiscard]] QList<Newcomer> waiting(HubTime now);

private:
    [[nodiscard]] bool mayTry(const QString &address, HubTime now);
    void forgetOld(HubTime now);

    std::optional<Invitation> m_invitation;
    int m_wrongCodes = 0; ///< for this invitation
    QList<Newcomer> m_newcomers;
    QHash<QString, QList<HubTime>> m_attempts; ///< of the last minute, by address
};

} // namespace Sync
