// SPDX-License-Identifier: Apache-2.0
#include "app/analysis/analysisjob.h"

#include "app/analysis/idlethread.h"
#include "app/analysis/tracklevel.h"
#include "app/library/catalogue.h"
#include "app/library/cataloguereader.h"
#include "app/library/logging.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Analysis {

namespace {

int tracksToMeasure(const Library::UnmeasuredAlbum &album)
{
    return int(album.isWanting ? album.tracks.size() : album.wanting.size());
}

class Job
{
public:
    explicit Job(const AnalysisOrder &order)
        : m_order(order)
        , m_measurements(order.catalogue)
        , m_reader(order.catalogue)
    {
    }

    void run()
    {
        do {
            m_order.changed = false;
            m_albums = m_measurements.unmeasured();
            m_progress.total = m_progress.done;
            for (const Library::UnmeasuredAlbum &album : std::as_const(m_albums))
                m_progress.total += tracksToMeasure(album);
            while (!m_albums.isEmpty() && !m_order.stop.stop_requested() && !m_order.changed)
                measure(takeNext());
        } while (m_order.changed && !m_order.stop.stop_requested());
        report.cancelled = m_order.stop.stop_requested();
    }

    AnalysisReport report;

private:
    Library::UnmeasuredAlbum takeNext()
    {
        const QList<Sync::TrackId> wanted = m_order.wanted();
        const auto holdsWanted = [&wanted](const Library::UnmeasuredAlbum &album) {
            return std::ranges::any_of(wanted, [&](Sync::TrackId id) { return album.tracks.contains(id); });
        };
        const auto found = std::ranges::find_if(m_albums, holdsWanted);
        return m_albums.takeAt(found == m_albums.end() ? 0 : found - m_albums.begin());
    }

    void measure(const Library::UnmeasuredAlbum &album)
    {
        m_order.progress(m_progress);
        const int doneAfter = m_progress.done + tracksToMeasure(album);
        // Without all of it its own loudness cannot be told; the disk may be away.
        const bool isWhole = album.isWanting && std::ranges::all_of(album.tracks, [this](Sync::TrackId id) {
                                 return !m_reader.pathOf(id).isEmpty();
                             });
        if (measureTracks(isWhole ? album.tracks : album.wanting) && isWhole) {
            m_measurements.storeAlbum(album.tracks, Meter::together(m_meters));
            ++report.albums;
            m_order.stored();
        }
        m_meters.clear();
        m_progress.done = doneAfter;
        m_order.progress(m_progress);
    }

    /// False where one of them could not be had.
    bool measureTracks(const QList<Sync::TrackId> &tracks)
    {
        bool hadAll = true;
        for (const Sync::TrackId id : tracks) {
            hadAll = measureTrack(id) && hadAll;
            if (m_order.stop.stop_requested())
                return false;
            ++m_progress.done;
            m_order.progress(m_progress);
        }
        return hadAll;
    }

    /// Nothing where it was stopped. Not on this thread, which writes the catalogue: one that gets no time
    /// would hold its lock.
    std::optional<TrackLevel> decoded(const Library::Media &media) const
    {
        struct Work {
            Player::Media media;
            std::atomic_bool cancelled = false;
            TrackLevel level{};
        };
        const auto work = std::make_shared<Work>(
            Player::Media(QUrl::fromLocalFile(media.path), media.extent.start, media.extent.length));
        const std::stop_callback cancel(m_order.stop, [work] { work->cancelled = true; });
        const auto decode = [work] { work->level = levelOf(work->media, work->cancelled); };
        if (!runWhenIdle(decode, m_order.stop) || work->cancelled)
            return std::nullopt;
        return std::move(work->level);
    }

    bool measureTrack(Sync::TrackId id)
    {
        const Library::Media media = m_reader.mediaOf(id);
        if (media.path.isEmpty())
            return false;
        std::optional<TrackLevel> level = decoded(media);
        if (!level)
            return false;
        const bool isFlawed = !level->problem.isEmpty();
        if (isFlawed && !QFileInfo::exists(media.path)) // it went away meanwhile
            return false;
        m_measurements.storeTrack(id, media, level->meter ? level->meter->measured() : Library::Measured(),
                                  isFlawed);
        if (isFlawed) {
            ++report.flawed;
            qCDebug(Library::libraryLog).noquote() << level->problem;
        }
        ++report.measured;
        m_order.stored();
        if (level->meter)
            m_meters.push_back(std::move(*level->meter));
        return true;
    }

    const AnalysisOrder &m_order;
    Library::Measurements m_measurements;
    const Library::CatalogueReader m_reader;
    QList<Library::UnmeasuredAlbum> m_albums; ///< that are left to do
    std::vector<Meter> m_meters; ///< of the album that is being measured
    AnalysisProgress m_progress;
};

} // namespace

AnalysisReport runAnalysis(const AnalysisOrder &order)
{
    AnalysisReport report;
    const auto fail = [&report](const Sync::DatabaseError &error) {
        qCWarning(Library::libraryLog) << "the analysis of loudness ended early:" << error.what();
        report.problem = QString::fromUtf8(error.what());
    };
    try {
        Job job(order);
        try {
            job.run();
        } catch (const Sync::DatabaseError &) {
            report = job.report;
            throw;
        }
        report = job.report;
    } catch (const Sync::DatabaseDamaged &error) {
        fail(error);
        Library::suspectCatalogue(order.catalogue);
    } catch (const Sync::DatabaseError &error) {
        fail(error);
    }
    return report;
}

} // namespace Analysis
