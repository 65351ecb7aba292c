// SPDX-License-Identifier: Apache-2.0
#include "app/library/watch.h"

#include "app/library/walk.h"
#include "app/library/watchedfolders.h"

#include <QSocketNotifier>

#include <algorithm>
#include <chrono>
#include <optional>

using namespace std::chrono_literals;

namespace Library {

namespace {

// Together with a scan these stay below the 5 s within which a change is to show.
constexpr auto quietFor = 700ms;
constexpr auto patientFor = 2000ms;
// A file that grows for minutes tells when it is whole; until then it is looked at ever less often.
constexpr auto againAfter = 1000ms;
constexpr auto againAtLatest = 60'000ms;
constexpr auto regularlyEvery = 60s;
constexpr auto rootsEvery = 2s;

void set(QTimer &timer, std::chrono::milliseconds interval, bool once)
{
    timer.setInterval(interval);
    timer.setSingleShot(once);
}

QHash<QString, qint64> present(const QStringList &roots)
{
    QHash<QString, qint64> present;
    for (const QString &root : roots)
        if (const auto device = deviceOf(root))
            present.insert(root, *device);
    return present;
}

} // namespace

Watch::Watch(Scanner &scanner, QObject *parent)
    : QObject(parent)
    , m_scanner(scanner)
    , m_folders(std::make_shared<WatchedFolders>())
    , m_roots(present(scanner.roots()))
{
    scanner.setEntering([folders = m_folders](const QString &folder) { folders->add(folder); });
    connect(&scanner, &Scanner::finished, this, &Watch::finish);
    set(m_quiet, quietFor, true);
    set(m_patience, patientFor, true);
    set(m_again, againAfter, true);
    set(m_regular, regularlyEvery, false);
    set(m_rootsDue, rootsEvery, false);
    for (QTimer *timer : {&m_quiet, &m_patience, &m_again, &m_regular})
        connect(timer, &QTimer::timeout, this, &Watch::scan);
    connect(&m_rootsDue, &QTimer::timeout, this, &Watch::lookAtRoots);
    m_rootsDue.start();
    m_looking.setMaxThreadCount(1);
    if (m_folders->descriptor() < 0)
        return;
    m_changes = std::make_unique<QSocketNotifier>(m_folders->descriptor(), QSocketNotifier::Read);
    connect(m_changes.get(), &QSocketNotifier::activated, this, [this] {
        if (m_folders->takeChanges())
            notice();
    });
}

Watch::~Watch()
{
    m_scanner.setEntering({});
    m_looking.waitForDone(); // what it found is queued to this object, which is still whole
}

void Watch::notice()
{
    m_again.setInterval(againAfter);
    m_quiet.start();
    if (!m_patience.isActive())
        m_patience.start();
}

void Watch::scan()
{
    for (QTimer *timer : {&m_quiet, &m_patience, &m_again})
        timer->stop();
    m_scanner.scanChanges();
}

void Watch::finish(const ScanReport &report)
{
    if (report.postponed > 0) {
        m_again.start();
        m_again.setInterval(
            std::min(2 * m_again.intervalAsDuration(), std::chrono::milliseconds(againAtLatest)));
    }
    if (!m_folders->isComplete() && !m_regular.isActive())
        m_regular.start();
}

/// A disk that is mounted is no change in any folder. One that does not answer must not hold up the window.
void Watch::lookAtRoots()
{
    if (m_looking.activeThreadCount() > 0)
        return;
    m_looking.start([this, roots = m_scanner.roots()] {
        QMetaObject::invokeMethod(
            this,
            [this, now = present(roots)] {
                if (now != std::exchange(m_roots, now))
                    notice();
            },
            Qt::QueuedConnection);
    });
}

} // namespace Library
