// SPDX-License-Identifier: Apache-2.0
#include "app/library/scanner.h"

#include "app/library/logging.h"
#include "sync/heap.h"

#include <QDir>

#include <utility>

namespace Library {

namespace {

constexpr qint64 progressEveryMs = 100;
// Who writes a file does so more often than this.
constexpr std::chrono::milliseconds untouchedFor{500};

QString cleanRoot(const QString &root) { return QDir::cleanPath(QDir(root).absolutePath()); }

} // namespace

Scanner::Scanner(const QString &catalogue, QObject *parent)
    : QObject(parent)
    , m_catalogue(catalogue)
{
    m_pool.setMaxThreadCount(1);
}

Scanner::~Scanner()
{
    m_cancelled = true;
    m_pool.waitForDone(); // its callbacks are queued to this object, which is still whole
}

void Scanner::setRoots(const QStringList &roots)
{
    m_roots.clear();
    for (const QString &root : roots)
        if (!root.isEmpty() && !m_roots.contains(cleanRoot(root)))
            m_roots.append(cleanRoot(root));
}

void Scanner::setEntering(std::function<void(const QString &folder)> entering)
{
    m_entering = std::move(entering);
}

void Scanner::scan() { ask(true); }

void Scanner::scanChanges() { ask(false); }

void Scanner::ask(bool evenUnfinished)
{
    m_evenUnfinished |= evenUnfinished;
    if (m_running) {
        m_again = true;
        return;
    }
    m_running = true;
    start();
    Q_EMIT runningChanged();
}

void Scanner::cancel()
{
    m_again = false;
    m_cancelled = true;
}

void Scanner::start()
{
    m_cancelled = false;
    m_again = false;
    const bool evenUnfinished = std::exchange(m_evenUnfinished, false);
    m_pool.start([this, evenUnfinished, roots = m_roots, entering = m_entering] {
        const WallTime now = wallTime();
        QElapsedTimer sinceTold;
        const ScanReport report = runScan({
            .catalogue = m_catalogue,
            .roots = roots,
            .cancelled = m_cancelled,
            .progress =
                [&](const ScanProgress &progress) {
                    if (sinceTold.isValid() && sinceTold.elapsed() < progressEveryMs)
                        return;
                    sinceTold.start();
                    QMetaObject::invokeMethod(
                        this, [this, progress] { Q_EMIT this->progress(progress); }, Qt::QueuedConnection);
                },
            .stored =
                [this] { QMetaObject::invokeMethod(this, &Scanner::batchStored, Qt::QueuedConnection); },
            .entering = entering,
            .now = now,
            .wholeBefore = evenUnfinished ? std::nullopt : std::optional(now - untouchedFor),
        });
        Sync::Heap::trim(); // a scan is millions of small pieces
        QMetaObject::invokeMethod(this, [this, report] { finish(report); }, Qt::QueuedConnection);
    });
}

void Scanner::finish(const ScanReport &report)
{
    qCInfo(libraryLog) << "scan:" << report.added << "added," << report.updated << "updated,"
                       << report.unchanged << "unchanged," << report.removed << "removed,"
                       << report.problems.size() << "problems";
    const bool again = m_again;
    m_running = again;
    if (again)
        start();
    else
        Q_EMIT runningChanged();
    Q_EMIT finished(report);
}

} // namespace Library
