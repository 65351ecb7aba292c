// SPDX-License-Identifier: Apache-2.0
#include "app/library/scanjob.h"

#include "app/library/cataloguewriter.h"
#include "app/library/logging.h"
#include "app/library/tagreader.h"
#include "app/library/walk.h"

#include <QThreadPool>
#include <QtConcurrentMap>

#include <algorithm>
#include <utility>
#include <variant>

using namespace Qt::StringLiterals;

namespace Library {

namespace {

// One thread reading tags leaves a disk idle while it computes; more than two fight over its head.
constexpr int readers = 2;
// The first tracks are to be seen at once; after that a transaction is worth filling.
constexpr qsizetype firstBatch = 32;
constexpr qsizetype batch = 512;

struct Reading {
    FileStamp stamp;
    std::variant<Track, Problem> result;
};

class Scan
{
public:
    explicit Scan(const ScanOrder &order)
        : m_order(order)
        , m_writer(order.catalogue)
    {
        m_pool.setMaxThreadCount(readers);
    }
    ~Scan() { m_pool.waitForDone(); }

    void run()
    {
        const Walk seen = walk(m_order.roots, m_order.cancelled, [this](int found, const QString &folder) {
            m_order.progress({.found = found, .folder = folder});
        });
        report.problems = seen.problems;
        m_progress.found = int(seen.files.size());
        readAll(outdated(seen));
        if (!m_order.cancelled)
            removeMissing(seen);
        m_writer.settle();
        report.cancelled = m_order.cancelled;
    }

    ScanReport report;

private:
    QList<FoundFile> outdated(const Walk &seen)
    {
        m_known = m_writer.files();
        QList<FoundFile> outdated;
        for (const FoundFile &file : seen.files) {
            const auto known = m_known.constFind(file.path);
            if (known == m_known.cend() || *known != file.stamp)
                outdated.append(file);
        }
        report.unchanged = int(seen.files.size() - outdated.size());
        m_progress.done = report.unchanged;
        return outdated;
    }

    /// While one batch is written the next is already being read.
    void readAll(const QList<FoundFile> &files)
    {
        QFuture<Reading> reading;
        qsizetype size = firstBatch;
        for (qsizetype at = 0; at < files.size() && !m_order.cancelled; at += std::exchange(size, batch)) {
            QFuture<Reading> next = read(files.sliced(at, std::min(size, files.size() - at)));
            write(reading);
            reading = next;
        }
        write(reading);
    }

    QFuture<Reading> read(QList<FoundFile> files)
    {
        return QtConcurrent::mapped(
            &m_pool, std::move(files), [&cancelled = m_order.cancelled](const FoundFile &file) {
                return cancelled ? Reading() : Reading{file.stamp, readTrack(file.path)};
            });
    }

    void write(QFuture<Reading> &reading)
    {
        QList<ReadFile> good;
        QStringList broken;
        for (const auto &[stamp, result] : reading.isValid() ? reading.results() : QList<Reading>()) {
            if (m_order.cancelled)
                return;
            if (const auto *problem = std::get_if<Problem>(&result)) {
                broken.append(problem->path);
                report.problems.append(*problem);
            } else {
                good.append({std::get<Track>(result), stamp});
            }
        }
        count(good, broken);
        if (!good.isEmpty()) {
            m_writer.store(good);
            m_progress.folder = good.last().track.path.section(u'/', 0, -2);
            m_order.stored();
        }
        m_order.progress(m_progress);
    }

    void count(const QList<ReadFile> &good, const QStringList &broken)
    {
        for (const auto &[track, stamp] : good)
            ++(m_known.contains(track.path) ? report.updated : report.added);
        for (const QString &path : broken)
            if (m_known.contains(path))
                m_spoilt.append(path);
        m_progress.done += int(good.size() + broken.size());
    }

    void removeMissing(const Walk &seen)
    {
        for (const FoundFile &file : seen.files)
            m_known.remove(file.path);
        const QStringList kept = seen.unseen + unmounted(seen);
        QStringList missing = m_spoilt; // what was music once and cannot be read any more
        for (auto it = m_known.cbegin(); it != m_known.cend(); ++it)
            if (std::ranges::none_of(kept, [&](const QString &folder) { return isWithin(it.key(), folder); }))
                missing.append(it.key());
        m_writer.remove(missing);
        report.removed = int(missing.size());
    }

    /// A mount point is still there without its disk: an empty folder, but on another file system.
    QStringList unmounted(const Walk &seen)
    {
        QHash<QString, qint64> devices = m_writer.devices();
        QStringList unmounted;
        for (auto it = seen.roots.cbegin(); it != seen.roots.cend(); ++it) {
            const qint64 before = devices.value(it.key(), it->device);
            if (it->isEmpty && it->device != before) {
                unmounted.append(it.key());
                report.problems.append(
                    {it.key(), u"This music folder's disk is not mounted; what it holds is kept."_s});
            } else {
                devices.insert(it.key(), it->device);
            }
        }
        m_writer.rememberDevices(devices);
        return unmounted;
    }

    const ScanOrder &m_order;
    CatalogueWriter m_writer;
    QHash<QString, FileStamp> m_known;
    QStringList m_spoilt;
    ScanProgress m_progress;
    QThreadPool m_pool; // last: its threads are done before anything else goes
};

} // namespace

ScanReport runScan(const ScanOrder &order)
{
    ScanReport report;
    try {
        Scan scan(order);
        try {
            scan.run();
        } catch (const Sync::DatabaseError &) {
            report = scan.report;
            throw;
        }
        report = scan.report;
    } catch (const Sync::DatabaseError &error) {
        qCWarning(libraryLog) << "the scan ended early:" << error.what();
        report.problems.append({order.catalogue, QString::fromUtf8(error.what())});
    }
    return report;
}

} // namespace Library
