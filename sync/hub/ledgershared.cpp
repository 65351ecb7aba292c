// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/ledger.h"

#include "sync/limits.h"
#include "sync/logging.h"
#include "sync/session/reunion.h"

namespace Sync {

/// Begins to share the session with other hubs; where they can be reached, nothing else happens before.
void Ledger::share()
{
    const auto ifOurs = [key = m_key](auto what) {
        return [key, what](const QString &user, const auto &...rest) {
            if (user == key)
                what(rest...);
        };
    };
    connect(&m_saving, &QFutureWatcherBase::finished, this, [this] { saved(m_saving.result()); });
    connect(&m_meeting, &QFutureWatcherBase::finished, this, [this] { meet(m_meeting.result()); });
    connect(m_shared, &SharedStore::watching, this, ifOurs([this] {
                if (std::exchange(m_opens, false))
                    m_isBusy = false;
                m_entries.push_front([this] { readAnew(); });
                proceed();
            }));
    connect(m_shared, &SharedStore::reachableChanged, this, [this] {
        if (m_shared->isReachable())
            return; // watching() follows
        m_isTogether = false;
        if (std::exchange(m_opens, false)) {
            m_isBusy = false;
            proceed();
        }
    });
    connect(m_shared, &SharedStore::changed, this,
            ifOurs([this](const Record &record) { queueUp([this, record] { takeNews(record); }); }));
    connect(m_shared, &SharedStore::heard, this, ifOurs([this](const QString &hub, const QByteArray &word) {
                if (!m_answers.isActive())
                    return queueUp([this, hub, word] { hear(hub, word); });
                hear(hub, word); // that is what everything waits for
                if (m_session->isHeard())
                    startTogether();
            }));
    m_answers.setSingleShot(true);
    m_answers.setInterval(Limits::hubAnswersWithin);
    connect(&m_answers, &QTimer::timeout, this, &Ledger::startTogether);
    m_opens = m_isBusy = m_shared->isReachable();
    m_shared->watch(m_key);
}

/// An entry that lasts until meet() or saved() is done with it.
void Ledger::readAnew()
{
    m_isBusy = true;
    m_meeting.setFuture(m_shared->load(m_key));
}

/// What the store has, after it could not be reached or somebody else was first.
void Ledger::meet(const Loaded &found)
{
    if (!found.error.isEmpty())
        return goAlone();
    Meeting meeting{
        .opened = m_opened, .agreed = m_agreed, .ours = (m_base ? *m_base : *m_session).version()};
    if (found.record)
        meeting.stored = Version{.epoch = found.record->epoch, .revision = found.record->revision};
    if (m_unclearWrite != 0 && m_unclearWrite == found.ownWrite)
        meeting.landed = m_unclearVersion;
    switch (reunionOf(meeting)) {
    case Reunion::Agree:
        return m_before ? put(meeting.stored) : agree();
    case Reunion::Take:
        if (m_before)
            return startOver(*found.record);
        return adopt(*found.record) ? agree() : goAlone();
    case Reunion::Merge:
        merge(*found.record);
        return put(meeting.stored);
    case Reunion::Put:
        return put(meeting.stored);
    }
    Q_UNREACHABLE();
}

/// The transaction that is under way, on what somebody else has made of the session meanwhile.
void Ledger::startOver(const Record &record)
{
    m_session = std::exchange(m_base, std::nullopt);
    m_before.reset();
    if (adopt(record))
        remember();
    else
        m_isTogether = false;
    transact(std::exchange(m_transaction, {}));
}

void Ledger::put(const std::optional<Version> &stored)
{
    m_saving.setFuture(m_shared->save(m_key, sharedRecord(true), stored));
}

/// Of the change that is under way.
void Ledger::store()
{
    const bool withQueue = m_session->queueRevision() != m_base->queueRevision();
    m_saving.setFuture(m_shared->save(m_key, sharedRecord(withQueue), m_base->version()));
}

void Ledger::saved(Saved saved)
{
    switch (saved) {
    case Saved::Yes:
        return agree();
    case Saved::Conflict:
        return readAnew();
    case Saved::Unclear:
        m_unclearWrite = m_shared->lastWrite();
        m_unclearVersion = m_session->version();
        return goAlone();
    case Saved::Failed:
        return goAlone();
    }
    Q_UNREACHABLE();
}

/// The store has what is here. Ends the entry.
void Ledger::agree()
{
    const bool isFirst = !m_agreed;
    const bool wasTogether = std::exchange(m_isTogether, m_shared->isReachable());
    remember();
    m_unclearWrite = 0;
    if (!wasTogether) {
        askWhoIsThere();
        sayMembers();
    }
    // Another hub's devices may be playing. If none is, this is what there was when the last hub ended.
    if (isFirst && !m_before && m_session->player() && !m_session->player()->paused()
        && !m_session->isHeard())
        m_answers.start();
    else
        endEntry();
}

/// Who else is there is known, as far as they answer. Ends the entry.
void Ledger::startTogether()
{
    m_answers.stop();
    if (m_isTogether && !m_session->isHeard() && m_confirmed)
        m_entries.push_front([this, position = *m_confirmed] {
            transact({.work = [this, position] { m_session->abandon(position, now()); }});
        });
    endEntry();
}

/// Where it would go on from, if all hubs ended now.
void Ledger::confirm()
{
    if (!m_isTogether || m_session->ownMembers().isEmpty())
        return;
    m_isBusy = true;
    m_saving.setFuture(m_shared->save(m_key, sharedRecord(false), m_session->version()));
}

void Ledger::remember()
{
    m_agreed = m_session->version();
    m_agreedQueue = m_session->queue();
}

/// What is here counts until the store can be reached again. Ends the entry.
void Ledger::goAlone()
{
    m_isTogether = false;
    endEntry();
}

/// Another hub has changed something.
void Ledger::takeNews(const Record &record)
{
    const Version own = m_session->version();
    if (!m_isTogether || (record.epoch == own.epoch && record.revision <= own.revision))
        return; // read since, or by this hub already
    if (adopt(record))
        remember();
    else
        readAnew(); // what came before was missed
}

/// False, and nothing has changed, where that makes no sense here.
bool Ledger::adopt(const Record &record)
{
    auto adopted = m_session->adopting(record, m_shared->clockOffset());
    if (const auto *error = std::get_if<ParseError>(&adopted)) {
        if (record.queue)
            qCWarning(hubLog).noquote()
                << "The session of user" << m_key << "in the shared store is not used:" << error->reason;
        return false;
    }
    const Before before(*m_session);
    auto &found = std::get<Adopted>(adopted);
    m_session = std::move(found.session);
    tellChange(before, false);
    m_changedAt = found.changedAt;
    m_confirmed = found.confirmed;
    return true;
}

/// Both sides have changed: the younger one is kept, with what was done to both queues.
void Ledger::merge(const Record &record)
{
    const auto found = m_session->adopting(record, m_shared->clockOffset());
    const auto *const theirs = std::get_if<Adopted>(&found);
    if (!theirs)
        return; // ours replaces it
    const Before before(*m_session);
    m_agreed = Version{.epoch = record.epoch, .revision = record.revision};
    const Queue base = std::exchange(m_agreedQueue, theirs->session.queue());
    const bool isYounger = theirs->changedAt > m_changedAt;
    m_session = isYounger ? theirs->session.mergedWith(*m_session, base)
                          : m_session->mergedWith(theirs->session, base);
    m_changedAt = std::max(m_changedAt, theirs->changedAt);
    qCInfo(hubLog).noquote() << "The session of user" << m_key
                             << "was changed here and at another hub; what was changed last is kept.";
    tellChange(before, false);
}

Record Ledger::sharedRecord(bool withQueue)
{
    (void)now();
    return m_session->record(m_instant, withQueue,
                             SharedTimes{.offset = m_shared->clockOffset(), .changedAt = m_changedAt});
}

} // namespace Sync
