// SPDX-License-Identifier: Apache-2.0
#include "app/analysis/analyser.h"

#include "app/library/logging.h"

#include <utility>

namespace Analysis {

Analyser::Analyser(const QString &catalogue, QObject *parent)
    : QObject(parent)
    , m_catalogue(catalogue)
{
    m_pool.setMaxThreadCount(1);
}

Analyser::~Analyser()
{
    m_stop.request_stop();
    m_pool.waitForDone(); // its callbacks are queued to this object, which is still whole
}

void Analyser::setWanted(bool wanted)
{
    if (std::exchange(m_wanted, wanted) == wanted)
        return;
    m_stopped = false;
    if (!wanted)
        m_stop.request_stop();
    startIfDue();
    Q_EMIT stateChanged();
}

void Analyser::prefer(const QList<Sync::TrackId> &tracks)
{
    const std::scoped_lock lock(m_mutex);
    m_preferred = tracks;
}

void Analyser::catalogueChanged()
{
    m_due = true;
    m_changed = true;
    startIfDue();
}

void Analyser::stop()
{
    m_stopped = true;
    m_stop.request_stop();
    Q_EMIT stateChanged();
}

void Analyser::resume()
{
    m_stopped = false;
    startIfDue();
    Q_EMIT stateChanged();
}

void Analyser::startIfDue()
{
    if (m_wanted && !m_stopped && m_due && !m_running)
        start();
}

template <typename Done> void Analyser::later(Done done)
{
    QMetaObject::invokeMethod(this, std::move(done), Qt::QueuedConnection);
}

void Analyser::start()
{
    m_due = false;
    m_running = true;
    m_stop = {};
    m_progress = {};
    m_pool.start([this, stop = m_stop.get_token()] {
        const AnalysisReport report = runAnalysis(
            {.catalogue = m_catalogue,
             .stop = stop,
             .changed = m_changed,
             .progress = [this](const AnalysisProgress &progress) { later([=, this] { take(progress); }); },
             .stored = [this] { later([this] { Q_EMIT measured(); }); },
             .wanted =
                 [this] {
                     const std::scoped_lock lock(m_mutex);
                     return m_preferred;
                 }});
        later([this, report] { finish(report); });
    });
    Q_EMIT stateChanged();
}

void Analyser::take(const AnalysisProgress &progress)
{
    if (m_progress.total == 0 && progress.total > 0)
        qCInfo(Library::libraryLog) << "loudness:" << progress.total << "to be measured";
    if (std::exchange(m_progress, progress) != progress)
        Q_EMIT progressChanged();
}

void Analyser::finish(const AnalysisReport &report)
{
    if (m_progress.total > 0)
        qCInfo(Library::libraryLog) << "loudness:" << report.measured << "measured," << report.flawed
                                    << "flawed," << report.albums
                                    << (report.cancelled ? "albums, then stopped" : "albums");
    m_running = false;
    m_due = m_due || report.cancelled;
    startIfDue(); // it may have been wanted again meanwhile
    Q_EMIT stateChanged();
    Q_EMIT finished(report);
}

} // namespace Analysis
