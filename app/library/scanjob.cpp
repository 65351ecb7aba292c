// SPDX-License-Identifier: Apache-2.0
#include "app/library/scanjob.h"

#include "app/library/catalogue.h"
#include "app/library/cataloguewriter.h"
#include "app/library/channel.h"
#include "app/library/logging.h"
#include "app/library/reading.h"
#include "app/library/reasons.h"
#include "app/library/walk.h"
#include "sync/store/statement.h"

#include <QElapsedTimer>
#include <QThreadPool>

#include <algorithm>
#include <utility>
#include <variant>

using namespace Qt::StringLiterals;

namespace Library {

namespace {

// The first tracks are to be seen at once; after that each transaction is worth more filling, but not worth
// waiting for: the writer is what a scan waits for longest.
constexpr qsizetype firstBatch = 32;
constexpr qsizetype batch = 2048;
constexpr qint64 batchMs = 1000;
// A task is a few milliseconds. While a batch is written the readers have the next one to read, but no more:
// what is read may not pile up before the writer.
constexpr qsizetype filesPerTask = 8;
constexpr int mostTasks = int(3 * batch / 2 / filesPerTask);

using Event = std::variant<QList<FoundFile>, QList<Reading>, Walk>;

/// The walk runs on one thread, reading on several, writing on this one: none waits for the whole of another.
class Scan
{
public:
    explicit Scan(const ScanOrder &order)
        : m_order(order)
        , m_writer(order.catalogue)
    {
        m_readers.setMaxThreadCount(readerThreads());
    }
    ~Scan() { m_readers.clear(); }

    void run()
    {
        m_walker.start([this] { m_events.put(walk(m_order.roots, m_order.cancelled, listener())); });
        m_known = m_writer.files();
        m_devices = m_writer.devices();
        m_sinceStored.start();
        while (!m_walk || m_tasks > 0 || (!m_waiting.isEmpty() && !m_order.cancelled)) {
            for (Event &event : m_events.takeAll())
                std::visit([this](auto &value) { take(value); }, event);
            startTasks();
            if (m_good.size() >= m_batch || m_sinceStored.elapsed() >= batchMs)
                store();
            m_order.progress(m_progress);
        }
        store();
        finish();
    }

    ScanReport report;

private:
    WalkListener listener()
    {
        return {.entering =
                    [this](const QString &folder) {
                        if (m_order.entering)
                            m_order.entering(folder);
                    },
                .found = [this](const QList<FoundFile> &files) { m_events.put(files); }};
    }

    void take(const QList<FoundFile> &files)
    {
        m_progress.found += int(files.size());
        if (!files.isEmpty())
            m_progress.folder = files.last().path.section(u'/', 0, -2);
        for (const FoundFile &file : files) {
            const auto known = m_known.find(file.path);
            const bool isKnown = known != m_known.end();
            if (isKnown && *known == file.stamp) {
                ++report.unchanged;
                ++m_progress.done;
            } else if (isUnfinished(file.stamp)) {
                ++report.postponed;
                ++m_progress.done;
            } else {
                m_waiting.append({file, isKnown, isNewRoot(file.path)});
            }
            if (isKnown)
                m_known.erase(known);
        }
    }

    void take(const QList<Reading> &readings)
    {
        --m_tasks;
        for (const Reading &reading : readings) {
            for (const Problem &problem : reading.sheetProblems)
                if (!report.problems.contains(problem)) // every file beside it finds the same
                    report.problems.append(problem);
            if (const auto *problem = std::get_if<Problem>(&reading.result)) {
                report.problems.append(*problem);
                if (reading.job.isKnown && reading.wasOpened)
                    m_gone.append(problem->path); // was music once
            } else {
                ++(reading.job.isKnown ? report.updated : report.added);
                for (const Track &track : std::get<QList<Track>>(reading.result))
                    m_good.append({track, reading.job.file.stamp});
            }
        }
        m_progress.done += int(readings.size());
    }

    void take(Walk &walk) { m_walk = std::move(walk); }

    void startTasks()
    {
        for (; m_tasks < mostTasks && m_started < m_waiting.size() && !m_order.cancelled; ++m_tasks) {
            const QList<ReadingJob> jobs =
                m_waiting.mid(m_started, std::min(filesPerTask, m_waiting.size() - m_started));
            m_started += jobs.size();
            m_readers.start([this, jobs] { m_events.put(readAll(jobs, m_order.now, m_order.cancelled)); });
        }
        if (m_started == m_waiting.size()) {
            m_waiting.clear();
            m_started = 0;
        }
    }

    void store()
    {
        m_sinceStored.restart();
        if (m_good.isEmpty() || m_order.cancelled)
            return;
        m_writer.store(std::exchange(m_good, {}));
        m_batch = std::min(2 * m_batch, batch);
        m_order.stored();
    }

    void finish()
    {
        report.problems += m_walk->problems;
        report.cancelled = m_order.cancelled;
        if (!report.cancelled)
            removeMissing();
        m_writer.settle(m_order.now);
    }

    void removeMissing()
    {
        const QStringList kept = m_walk->unseen + goneMeanwhile() + unmounted();
        for (auto it = m_known.cbegin(); it != m_known.cend(); ++it)
            if (std::ranges::none_of(kept, [&](const QString &folder) { return isWithin(it.key(), folder); }))
                m_gone.append(it.key());
        m_writer.remove(m_gone);
        report.removed = int(m_gone.size());
    }

    /// A disk taken out during the walk leaves folders that are gone or empty: one problem, and nothing
    /// removed.
    QStringList goneMeanwhile()
    {
        QStringList gone;
        for (auto it = m_walk->roots.cbegin(); it != m_walk->roots.cend(); ++it) {
            if (deviceOf(it.key()) == it->device)
                continue;
            gone.append(it.key());
            report.problems.removeIf(
                [&](const Problem &problem) { return isWithin(problem.path, it.key()); });
            report.problems.append(
                {it.key(),
                 Reasons::tr("This music folder went away while it was read; what it holds is kept.")});
        }
        for (const QString &root : std::as_const(gone))
            m_walk->roots.remove(root);
        return gone;
    }

    /// A mount point is still there without its disk: an empty folder, but on another file system.
    QStringList unmounted()
    {
        QHash<QString, qint64> devices = m_devices;
        QStringList unmounted;
        for (auto it = m_walk->roots.cbegin(); it != m_walk->roots.cend(); ++it) {
            const qint64 before = devices.value(it.key(), it->device);
            if (it->isEmpty && it->device != before) {
                unmounted.append(it.key());
                report.problems.append(
                    {it.key(),
                     Reasons::tr("This music folder's disk is not mounted; what it holds is kept.")});
            } else {
                devices.insert(it.key(), it->device);
            }
        }
        m_writer.rememberDevices(devices);
        return unmounted;
    }

    bool isUnfinished(const FileStamp &stamp) const
    {
        return m_order.wholeBefore
            && stamp.mtimeNs / 1'000'000 > m_order.wholeBefore->time_since_epoch().count()
            && stamp.mtimeNs / 1'000'000
            <= m_order.now.time_since_epoch().count(); // a clock once wrong stays so
    }

    /// In a folder never scanned before nothing is new because it is found only now.
    bool isNewRoot(const QString &path) const
    {
        return std::ranges::any_of(m_order.roots, [&](const QString &root) {
            return !m_devices.contains(root) && isWithin(path, root);
        });
    }

    const ScanOrder &m_order;
    CatalogueWriter m_writer;
    QHash<QString, FileStamp> m_known; ///< without what was found again
    QHash<QString, qint64> m_devices;
    std::optional<Walk> m_walk; ///< once it is over
    QList<ReadingJob> m_waiting;
    qsizetype m_started = 0; ///< of those waiting
    int m_tasks = 0;
    QList<ReadFile> m_good;
    QStringList m_gone;
    qsizetype m_batch = firstBatch;
    QElapsedTimer m_sinceStored;
    ScanProgress m_progress;
    Channel<Event> m_events;
    QThreadPool m_readers; // last: their threads are done before anything else goes
    QThreadPool m_walker;
};

} // namespace

ScanReport runScan(const ScanOrder &order)
{
    ScanReport report;
    const auto fail = [&](const Sync::DatabaseError &error) {
        qCWarning(libraryLog) << "the scan ended early:" << error.what();
        report.problems.append({order.catalogue, QString::fromUtf8(error.what())});
    };
    try {
        Scan scan(order);
        try {
            scan.run();
        } catch (const Sync::DatabaseError &) {
            report = scan.report;
            throw;
        }
        report = scan.report;
    } catch (const Sync::DatabaseDamaged &error) {
        fail(error);
        suspectCatalogue(order.catalogue);
    } catch (const Sync::DatabaseError &error) {
        fail(error);
    }
    return report;
}

} // namespace Library
