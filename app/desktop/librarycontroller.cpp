// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/librarycontroller.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Desktop {

namespace {

constexpr std::chrono::milliseconds reloadEvery =
    500ms; // a scan stores batches faster than lists need to grow
constexpr int problemsShown = 200;

} // namespace

LibraryController::LibraryController(const Library::CatalogueReader &catalogue, Library::Scanner &scanner,
                                     QObject *parent)
    : QObject(parent)
    , m_scanner(scanner)
    , m_catalogue(catalogue)
    , m_albums(catalogue, [](const auto &reader) { return reader.albumIds(); })
    , m_tracks(catalogue, [](const auto &reader) { return reader.trackIds(); })
    , m_albumTracks(catalogue,
                    [this](const auto &reader) { return reader.trackIds({.albumId = m_shownAlbum}); })
{
    m_reloadSoon.setSingleShot(true);
    m_reloadSoon.setInterval(reloadEvery);
    connect(&m_reloadSoon, &QTimer::timeout, this, &LibraryController::reload);

    connect(&scanner, &Library::Scanner::runningChanged, this, [this] {
        if (scanning())
            m_progress = {};
        Q_EMIT scanChanged();
        Q_EMIT contentChanged();
    });
    connect(&scanner, &Library::Scanner::progress, this, [this](const Library::ScanProgress &progress) {
        m_progress = progress;
        Q_EMIT scanChanged();
    });
    connect(&scanner, &Library::Scanner::batchStored, this, [this] {
        if (!m_reloadSoon.isActive())
            m_reloadSoon.start();
    });
    connect(&scanner, &Library::Scanner::finished, this, &LibraryController::finish);
    reload();
}

LibraryController::~LibraryController() = default;

QString LibraryController::emptyText() const
{
    if (albumCount() > 0 || trackCount() > 0)
        return {};
    if (m_scanner.roots().isEmpty())
        return tr("No music yet.");
    return scanning() ? tr("Looking for music…") : tr("No music was found.");
}

QString LibraryController::emptyDetail() const
{
    if (emptyText().isEmpty())
        return {};
    if (m_scanner.roots().isEmpty())
        return tr("Start Segue with --music FOLDER.");
    return m_scanner.roots().join(u'\n');
}

QString LibraryController::albumSummary() const
{
    if (!m_album)
        return {};
    QStringList parts;
    if (m_album->year > 0)
        parts << QString::number(m_album->year);
    parts << tr("%n track(s)", nullptr, m_album->trackCount);
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(m_album->duration).count();
    parts << (minutes < 60 ? tr("%1 min").arg(minutes)
                           : tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60));
    return parts.join(u" · "_s);
}

QString LibraryController::albumFirstTrack() const
{
    return m_albumTracks.count() > 0 ? QString::number(m_albumTracks.ids().first()) : QString();
}

QStringList LibraryController::albumTrackIds() const
{
    QStringList ids;
    for (const Sync::TrackId id : m_albumTracks.ids())
        ids.append(QString::number(id));
    return ids;
}

QString LibraryController::problemText() const
{
    QStringList lines;
    for (const Library::Problem &problem :
         m_problems.first(std::min<qsizetype>(m_problems.size(), problemsShown)))
        lines << problem.path + u'\n' + problem.reason;
    if (m_problems.size() > problemsShown)
        lines << tr("And %n more.", nullptr, int(m_problems.size()) - problemsShown);
    return lines.join(u"\n\n"_s);
}

void LibraryController::openAlbum(const QString &albumId)
{
    const quint64 id = albumId.toULongLong();
    m_album = id != 0 ? m_catalogue.album(id) : std::nullopt;
    if (m_album) {
        m_shownAlbum = id;
        m_albumTracks.reload();
    }
    Q_EMIT albumChanged();
}

void LibraryController::closeAlbum()
{
    if (!m_album)
        return;
    m_album.reset();
    Q_EMIT albumChanged();
}

std::optional<quint64> LibraryController::albumOf(Sync::TrackId track) const
{
    const auto found = m_catalogue.track(track);
    return found ? std::optional(found->albumId) : std::nullopt;
}

void LibraryController::reload()
{
    m_albums.reload();
    m_tracks.reload();
    if (m_album) {
        m_albumTracks.reload();
        m_album = m_catalogue.album(m_album->id);
        Q_EMIT albumChanged();
    }
    Q_EMIT contentChanged();
}

void LibraryController::finish(const Library::ScanReport &report)
{
    m_problems = report.problems;
    m_reloadSoon.stop();
    reload();
    Q_EMIT scanChanged();
    if (report.added + report.updated + report.removed > 0) {
        ++m_coverRevision;
        Q_EMIT coverRevisionChanged();
    }
}

} // namespace Desktop
