// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/ledger.h"

#include "sync/limits.h"
#include "sync/logging.h"

#include <QUuid>

namespace Sync {

QString newEpoch() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }

Ledger::Ledger(QString key, Store &store, SharedStore *shared)
    : m_key(std::move(key))
    , m_store(store)
    , m_shared(shared)
{
    connect(&m_loading, &QFutureWatcherBase::finished, this, [this] { loaded(m_loading.result()); });
}

Ledger::~Ledger()
{
    if (m_shared)
        m_shared->unwatch(m_key);
}

void Ledger::open(std::optional<Session> session)
{
    if (!session)
        return m_loading.setFuture(m_store.load(m_key));
    m_session = std::move(session);
    begin(std::nullopt);
    m_saver->queueChanged();
}

void Ledger::loaded(const Loaded &stored)
{
    std::optional<Version> version;
    if (!stored.error.isEmpty())
        qCWarning(hubLog).noquote() << "The stored session of user" << m_key
                                    << "cannot be read:" << stored.error;
    if (stored.record) {
        version = Version{.epoch = stored.record->epoch, .revision = stored.record->revision};
        auto restored = Session::restored(*stored.record, now());
        if (const auto *error = std::get_if<ParseError>(&restored))
            qCWarning(hubLog).noquote()
                << "The stored session of user" << m_key << "is not used:" << error->reason;
        else
            m_session = std::get<Session>(std::move(restored));
    }
    if (!m_session)
        m_session.emplace(newEpoch());
    begin(version);
}

void Ledger::begin(const std::optional<Version> &stored)
{
    m_opened = m_session->version();
    m_agreedQueue = m_session->queue();
    m_saver = std::make_unique<Saver>(m_store, m_key, stored, [this](bool withQueue) {
        (void)now();
        return m_session->record(m_instant, withQueue);
    });
    if (m_shared)
        share();
    Q_EMIT opened();
    proceed();
}

void Ledger::queueUp(std::function<void()> entry)
{
    if (m_session && !m_isBusy)
        entry();
    else
        m_entries.push_back(std::move(entry));
}

void Ledger::proceed()
{
    while (m_session && !m_isBusy && !m_entries.empty()) {
        const auto entry = std::move(m_entries.front());
        m_entries.pop_front();
        entry();
    }
}

void Ledger::transact(SessionChange transaction)
{
    m_isBusy = true;
    m_transaction = std::move(transaction);
    m_before.emplace(*m_session);
    if (m_isTogether)
        m_base = m_session;
    m_transaction.work();
    noteChange();
    if (m_isTogether && m_session->version() != m_base->version())
        store();
    else
        conclude();
}

void Ledger::conclude()
{
    const Before before = *std::exchange(m_before, std::nullopt);
    m_base.reset();
    const SessionChange done = std::exchange(m_transaction, {});
    tellChange(before, done.isRelayed);
    if (done.then)
        done.then();
    endEntry();
}

void Ledger::endEntry()
{
    if (m_before)
        return conclude();
    m_isBusy = false;
    proceed();
}

void Ledger::tellChange(const Before &before, bool isRelayed)
{
    if (m_session->version() == before.version)
        return;
    if (m_session->queueRevision() != before.queueRevision)
        m_saver->queueChanged();
    m_saver->changed();
    Q_EMIT changed(before, isRelayed);
}

/// Of the transaction that is under way. That a device comes or goes is no change of what is played, and a
/// pause because nobody is left to listen is nobody's.
void Ledger::noteChange()
{
    const auto &player = m_session->player();
    const bool isChanged =
        m_session->revision() != m_before->revision || m_session->queueRevision() != m_before->queueRevision;
    if (isChanged && (!player || player->pausedBy != PausedBy::Lease))
        m_changedAt = now();
}

void Ledger::whenStored(std::function<void()> done)
{
    if (!m_saver)
        return done();
    queueUp([this, done = std::move(done)] { m_saver->whenStored(done); });
}

void Ledger::tick()
{
    const HubTime time = now();
    const auto &player = m_session->player();
    if (player && !player->paused() && time - m_confirmedAt >= Limits::confirmEvery) {
        m_confirmedAt = time;
        m_saver->changed();
        queueUp([this] { confirm(); });
        if (m_isTogether && !m_session->ownMembers().isEmpty())
            sayMembers(); // and how far they are
    }
    if (m_entries.empty()) // else the next tick will do
        queueUp([this, time] {
            transact({.work = [this, time, silent = takeSilentHubs(time)] {
                for (const auto &[hub, heard] : silent)
                    m_session->loseGuests(hub, heard, time);
                m_session->expire(time);
            }});
        });
}

HubTime Ledger::now()
{
    m_instant = readClocks(m_instant);
    return m_instant.hub(m_instant.wall());
}

} // namespace Sync
