// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/analysis/analysisjob.h"

#include <QObject>
#include <QThreadPool>

#include <mutex>

namespace Analysis {

/// Finds out how loud the tracks without ReplayGain tags are, away from the thread it lives on.
class Analyser final : public QObject
{
    Q_OBJECT

public:
    /// The catalogue must have been prepared.
    explicit Analyser(const QString &catalogue, QObject *parent = nullptr);
    ~Analyser() override;

    /// Whether anybody listens to the result. Not at first; switching it off stops what runs.
    void setWanted(bool wanted);
    [[nodiscard]] bool isWanted() const { return m_wanted; }
    /// The albums of these come first.
    void prefer(const QList<Sync::TrackId> &tracks);

    [[nodiscard]] bool isRunning() const { return m_running; }
    /// Somebody has stopped it.
    [[nodiscard]] bool isStopped() const { return m_stopped; }
    [[nodiscard]] const AnalysisProgress &progress() const { return m_progress; }

public Q_SLOTS:
    /// After each scan that changed something: before the first nothing is measured.
    void catalogueChanged();
    /// Until resume(), or until it is wanted anew.
    void stop();
    void resume();

Q_SIGNALS:
    /// Of isRunning() and isStopped().
    void stateChanged();
    void progressChanged();
    /// The catalogue knows something new.
    void measured();
    void finished(const Analysis::AnalysisReport &report);

private:
    void startIfDue();
    void start();
    void take(const AnalysisProgress &progress);
    void finish(const AnalysisReport &report);
    template <typename Done> void later(Done done);

    const QString m_catalogue;
    bool m_wanted = false;
    bool m_stopped = false;
    bool m_due = false; ///< something may be there to be measured
    bool m_running = false;
    AnalysisProgress m_progress;
    std::mutex m_mutex;
    QList<Sync::TrackId> m_preferred; ///< under the mutex
    std::stop_source m_stop; ///< of what runs
    std::atomic_bool m_changed = false;
    QThreadPool m_pool;
};

} // namespace Analysis
