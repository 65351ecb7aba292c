// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/saver.h"

#include "sync/limits.h"
#include "sync/logging.h"

namespace Sync {

Saver::Saver(Store &store, QString user, std::optional<Version> stored, std::function<Record()> newest)
    : m_store(store)
    , m_user(std::move(user))
    , m_stored(std::move(stored))
    , m_newest(std::move(newest))
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(Limits::writeWithin);
    connect(&m_delay, &QTimer::timeout, this, &Saver::write);
    connect(&m_saving, &QFutureWatcherBase::finished, this, [this] { written(m_saving.result()); });
}

void Saver::changed()
{
    m_dirty = true;
    if (!m_delay.isActive() && !m_writing)
        m_delay.start();
}

void Saver::whenStored(std::function<void()> done)
{
    if (!m_dirty && !m_writing)
        return done();
    m_waiting.append(std::move(done));
    if (!m_writing)
        write();
}

void Saver::write()
{
    m_delay.stop();
    m_dirty = false;
    m_writing = true;
    m_record = m_newest();
    m_saving.setFuture(m_store.save(m_user, m_record, m_stored));
}

void Saver::written(Saved saved)
{
    m_writing = false;
    switch (saved) {
    case Saved::Yes:
        m_stored = Version{.epoch = m_record.epoch, .revision = m_record.revision};
        break;
    case Saved::Conflict:
        qCWarning(hubLog) << "The stored session of user" << m_user << "was changed by another program.";
        break;
    case Saved::Failed:
        break;
    }
    if (m_dirty)
        return m_waiting.isEmpty() ? m_delay.start() : write();
    for (const auto &done : std::exchange(m_waiting, {}))
        done();
}

} // namespace Sync
