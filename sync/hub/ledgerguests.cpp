// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/ledger.h"

#include "sync/limits.h"
#include "sync/logging.h"

#include <algorithm>

namespace Sync {

void Ledger::say(const HubWords::Word &word)
{
    if (m_isTogether)
        m_shared->say(m_key, HubWords::serialize(word, m_shared->clockOffset()));
}

void Ledger::askWhoIsThere() { say(HubWords::WhoIsThere{}); }

void Ledger::sayMembers() { say(HubWords::Members{.members = m_session->ownMembers()}); }

void Ledger::hear(const QString &hub, const QByteArray &text)
{
    const auto word = HubWords::parse(text, m_shared->clockOffset());
    if (const auto *error = std::get_if<ParseError>(&word)) {
        qCWarning(hubLog).noquote() << "The hub" << hub
                                    << "says something that makes no sense here:" << error->reason;
        return;
    }
    m_hubs.insert(hub, now());
    std::visit([this, &hub](const auto &what) { take(hub, what); }, std::get<HubWords::Word>(word));
}

void Ledger::take(const QString &hub, const HubWords::Members &word)
{
    const QList<Native::Device> before = m_session->devices();
    const QList<ConnectionId> moved = m_session->setGuests(hub, word.members);
    if (!moved.isEmpty() || m_session->devices() != before)
        Q_EMIT guestsChanged(moved);
}

void Ledger::take(const QString &hub, const HubWords::Left &word)
{
    if (m_answers.isActive())
        return; // this waits within an entry, for those that are there
    transact({.work = [this, hub, word] {
        m_session->leaveGuest(hub, word.connection, word.position, now());
        Q_EMIT guestsChanged({});
    }});
}

void Ledger::take(const QString &, const HubWords::WhoIsThere &) { sayMembers(); }

void Ledger::take(const QString &, const HubWords::WishVolume &word)
{
    const auto member = m_session->ownMembers();
    if (std::ranges::find(member, word.device, &Member::device) != member.end())
        Q_EMIT volumeWished({.device = word.device, .volume = word.volume});
}

/// Hubs that are not there any more, and when they were last; they are known no more.
QList<std::pair<QString, HubTime>> Ledger::takeSilentHubs(HubTime time)
{
    QList<std::pair<QString, HubTime>> silent;
    if (!m_isTogether)
        return silent; // it may be this one that nobody hears
    m_hubs.removeIf([&](const QHash<QString, HubTime>::iterator &hub) {
        const HubTime last = std::max(hub.value(), m_shared->seen(hub.key()).value_or(hub.value()));
        const bool isSilent = time - last >= Limits::hubGoneAfter;
        if (isSilent)
            silent.append({hub.key(), last});
        return isSilent;
    });
    return silent;
}

} // namespace Sync
