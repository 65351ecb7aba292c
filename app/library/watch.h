// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/scanner.h"

#include <QHash>
#include <QThreadPool>
#include <QTimer>

#include <memory>

class QSocketNotifier;

namespace Library {

class WatchedFolders;

/// Has the scanner scan when something changes in its roots, or one of them comes or goes. What is to be
/// watched it learns from every scan, so the first one is for somebody else to begin.
class Watch final : public QObject
{
    Q_OBJECT

public:
    explicit Watch(Scanner &scanner, QObject *parent = nullptr);
    ~Watch() override;

private:
    void notice();
    void scan();
    void finish(const ScanReport &report);
    void lookAtRoots();

    Scanner &m_scanner;
    std::shared_ptr<WatchedFolders> m_folders; // a scan that still runs has it too
    std::unique_ptr<QSocketNotifier> m_changes;
    QTimer m_quiet; ///< runs out when nothing changed for a moment
    QTimer m_patience; ///< runs out when something goes on changing
    QTimer m_again; ///< for what was not yet whole
    QTimer m_regular; ///< where not everything can be watched
    QTimer m_rootsDue;
    QHash<QString, qint64> m_roots; ///< those that are there, and where
    QThreadPool m_looking; // last: its thread is done before anything else goes
};

} // namespace Library
