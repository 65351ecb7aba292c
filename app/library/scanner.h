// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/scanjob.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThreadPool>

namespace Library {

/// Keeps the catalogue in step with the music folders, away from the thread it lives on.
class Scanner final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool running READ isRunning NOTIFY runningChanged)

public:
    /// The catalogue must have been prepared.
    explicit Scanner(const QString &catalogue, QObject *parent = nullptr);
    ~Scanner() override;

    /// From the next scan on. What lies under none of these is forgotten by it.
    void setRoots(const QStringList &roots);
    [[nodiscard]] QStringList roots() const { return m_roots; }
    [[nodiscard]] bool isRunning() const { return m_running; }

    /// Called on another thread with every folder before it is read, from the next scan on.
    void setEntering(std::function<void(const QString &folder)> entering);

public Q_SLOTS:
    /// While a scan runs: asks for another one after it.
    void scan();
    /// The same, but leaves alone what changed a moment ago: somebody may still be writing it.
    void scanChanges();
    void cancel();

Q_SIGNALS:
    void runningChanged();
    void progress(const Library::ScanProgress &progress);
    void batchStored();
    void finished(const Library::ScanReport &report);

private:
    void ask(bool evenUnfinished);
    void start();
    void finish(const ScanReport &report);

    const QString m_catalogue;
    QStringList m_roots;
    bool m_running = false;
    bool m_again = false;
    bool m_evenUnfinished = false; ///< what is asked for next
    std::function<void(const QString &)> m_entering;
    std::atomic_bool m_cancelled = false;
    QThreadPool m_pool;
};

} // namespace Library
