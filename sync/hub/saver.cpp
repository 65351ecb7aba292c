// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/saver.h"

#include "sync/logging.h"

namespace Sync {

namespace {

std::optional<Version> versionOf(const std::optional<Record> &record)
{
    if (!record)
        return std::nullopt;
    return Version{.epoch = record->epoch, .revision = record->revision};
}

} // namespace

Saver::Saver(Store &store, QString user, std::optional<Version> stored,
             std::function<Record(bool withQueue)> newest)
    : m_store(store)
    , m_user(std::move(user))
    , m_stored(std::move(stored))
    , m_newest(std::move(newest))
{
    m_delay.setSingleShot(true);
    connect(&m_delay, &QTimer::timeout, this, [this] { proceed(m_plan.delayOver()); });
    connect(&m_writing, &QFutureWatcherBase::finished, this, [this] { written(m_writing.result()); });
    connect(&m_reading, &QFutureWatcherBase::finished, this, [this] { versionRead(m_reading.result()); });
}

void Saver::queueChanged()
{
    m_queueChanged = true;
    changed();
}

void Saver::whenStored(std::function<void()> done)
{
    if (m_plan.stored())
        return done();
    m_waiting.append(std::move(done));
    proceed(m_plan.wanted());
}

void Saver::proceed(SavePlan::Next next)
{
    switch (next) {
    case SavePlan::Next::Wait:
        break;
    case SavePlan::Next::StartDelay:
        m_delay.start(m_plan.delay());
        break;
    case SavePlan::Next::Write:
        m_delay.stop();
        m_record = m_newest(std::exchange(m_queueChanged, false));
        m_writing.setFuture(m_store.save(m_user, m_record, m_stored));
        break;
    case SavePlan::Next::Read:
        m_reading.setFuture(m_store.load(m_user));
        break;
    }
    if (m_plan.stored())
        for (const auto &done : std::exchange(m_waiting, {}))
            done();
}

void Saver::written(Saved saved)
{
    if (saved != Saved::Yes && m_record.queue)
        m_queueChanged = true;
    switch (saved) {
    case Saved::Yes:
        if (m_plan.failures() > 0)
            qCInfo(hubLog) << "The session of user" << m_user << "is saved again.";
        m_stored = versionOf(m_record);
        break;
    case Saved::Conflict:
        qCWarning(hubLog) << "The stored session of user" << m_user
                          << "was changed by another program; it is replaced.";
        break;
    case Saved::Failed: // the store has said why
    case Saved::Unclear:
        break;
    }
    proceed(m_plan.written(saved));
}

void Saver::versionRead(const Loaded &found)
{
    if (found.error.isEmpty())
        m_stored = versionOf(found.record);
    else if (m_plan.failures() == 0)
        qCWarning(hubLog).noquote() << "The stored session of user" << m_user
                                    << "cannot be read:" << found.error << "It is tried again.";
    proceed(m_plan.versionRead(found.error.isEmpty()));
}

} // namespace Sync
