// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/albummodel.h"
#include "app/library/scanner.h"
#include "app/library/trackmodel.h"

#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace Desktop {

/// The library as the window shows it: albums, tracks, the open album, and how a scan is getting on.
class LibraryController final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Window")

    // QObject: qmllint of Qt 6.4 does not know QAbstractItemModel
    Q_PROPERTY(QObject *albums READ albums CONSTANT FINAL)
    Q_PROPERTY(QObject *tracks READ tracks CONSTANT FINAL)
    Q_PROPERTY(QObject *albumTracks READ albumTracks CONSTANT FINAL)
    Q_PROPERTY(int albumCount READ albumCount NOTIFY contentChanged FINAL)
    Q_PROPERTY(int trackCount READ trackCount NOTIFY contentChanged FINAL)
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY contentChanged FINAL)
    Q_PROPERTY(QString emptyDetail READ emptyDetail NOTIFY contentChanged FINAL)

    Q_PROPERTY(bool albumOpen READ albumOpen NOTIFY albumChanged FINAL)
    Q_PROPERTY(QString albumId READ albumId NOTIFY albumChanged FINAL)
    Q_PROPERTY(QString albumTitle READ albumTitle NOTIFY albumChanged FINAL)
    Q_PROPERTY(QString albumArtist READ albumArtist NOTIFY albumChanged FINAL)
    Q_PROPERTY(QString albumSummary READ albumSummary NOTIFY albumChanged FINAL)
    Q_PROPERTY(QString albumFirstTrack READ albumFirstTrack NOTIFY albumChanged FINAL)

    Q_PROPERTY(bool scanning READ scanning NOTIFY scanChanged FINAL)
    Q_PROPERTY(int found READ found NOTIFY scanChanged FINAL)
    Q_PROPERTY(int done READ done NOTIFY scanChanged FINAL)
    Q_PROPERTY(int problemCount READ problemCount NOTIFY scanChanged FINAL)
    Q_PROPERTY(QString problemText READ problemText NOTIFY scanChanged FINAL)
    /// Part of a cover's address, so that covers are asked for again after a scan that changed something.
    Q_PROPERTY(int coverRevision READ coverRevision NOTIFY coverRevisionChanged FINAL)

public:
    LibraryController(const Library::CatalogueReader &catalogue, Library::Scanner &scanner,
                      QObject *parent = nullptr);
    ~LibraryController() override;

    [[nodiscard]] QObject *albums() { return &m_albums; }
    [[nodiscard]] QObject *tracks() { return &m_tracks; }
    [[nodiscard]] QObject *albumTracks() { return &m_albumTracks; }
    [[nodiscard]] int albumCount() const { return m_albums.count(); }
    [[nodiscard]] int trackCount() const { return m_tracks.count(); }
    [[nodiscard]] const QList<Sync::TrackId> &trackIds() const { return m_tracks.ids(); }
    [[nodiscard]] QString firstTrack() const
    {
        return trackCount() > 0 ? QString::number(trackIds().first()) : QString();
    }
    /// Why there is nothing to see; empty where there is something.
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] QString emptyDetail() const;

    [[nodiscard]] bool albumOpen() const { return m_album.has_value(); }
    [[nodiscard]] QString albumId() const { return QString::number(m_shownAlbum); }
    [[nodiscard]] QString albumTitle() const { return m_album ? m_album->title : QString(); }
    [[nodiscard]] QString albumArtist() const { return m_album ? m_album->artist : QString(); }
    [[nodiscard]] QString albumSummary() const;
    [[nodiscard]] QString albumFirstTrack() const;

    [[nodiscard]] bool scanning() const { return m_scanner.isRunning(); }
    [[nodiscard]] int found() const { return m_progress.found; }
    [[nodiscard]] int done() const { return m_progress.done; }
    [[nodiscard]] int problemCount() const { return int(m_problems.size()); }
    [[nodiscard]] QString problemText() const;
    [[nodiscard]] int coverRevision() const { return m_coverRevision; }

    Q_INVOKABLE void openAlbum(const QString &albumId);
    Q_INVOKABLE void closeAlbum();
    [[nodiscard]] Q_INVOKABLE QStringList albumTrackIds() const;

    /// The album of a track of this library; nothing for one that is not in it.
    [[nodiscard]] std::optional<quint64> albumOf(Sync::TrackId track) const;

Q_SIGNALS:
    void contentChanged();
    void albumChanged();
    void scanChanged();
    void coverRevisionChanged();

private:
    void reload();
    void finish(const Library::ScanReport &report);

    Library::Scanner &m_scanner;
    const Library::CatalogueReader &m_catalogue;
    Library::AlbumModel m_albums;
    Library::TrackModel m_tracks;
    Library::TrackModel m_albumTracks;
    std::optional<Library::Album> m_album;
    quint64 m_shownAlbum = 0; ///< stays when the album is closed: it is still seen while the page goes
    Library::ScanProgress m_progress;
    QList<Library::Problem> m_problems;
    int m_coverRevision = 0;
    QTimer m_reloadSoon;
};

} // namespace Desktop
