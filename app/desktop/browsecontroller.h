// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/entrymodel.h"
#include "app/library/albummodel.h"
#include "app/library/trackmodel.h"

#include <QtQml/qqmlregistration.h>

namespace Desktop {

class PersonalController;

/// The library by something else than albums: a section has either entries (artists, genres, playlists), of
/// which one may be open, or tracks at once (favourites, history, recently added).
class BrowseController final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Window")

    /// "artists", "genres", "playlists", "favourites", "history", "most-played", "added"; empty for none of
    /// these.
    Q_PROPERTY(QString section READ section WRITE setSection NOTIFY changed FINAL)
    // QObject: qmllint of Qt 6.4 does not know QAbstractItemModel
    Q_PROPERTY(QObject *entries READ entries CONSTANT FINAL)
    Q_PROPERTY(QObject *tracks READ tracks CONSTANT FINAL)
    /// Of the open artist or genre.
    Q_PROPERTY(QObject *albums READ albums CONSTANT FINAL)
    Q_PROPERTY(bool showsTracks READ showsTracks NOTIFY changed FINAL)
    Q_PROPERTY(bool entryOpen READ entryOpen NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed FINAL)
    Q_PROPERTY(bool hasTracks READ hasTracks NOTIFY changed FINAL)
    /// Tracks can be moved and taken out.
    Q_PROPERTY(bool editable READ editable NOTIFY changed FINAL)
    /// Where the tracks are from, for the queue.
    Q_PROPERTY(QString fromIs READ fromIs NOTIFY changed FINAL)
    Q_PROPERTY(QString fromIsId READ fromIsId NOTIFY changed FINAL)
    /// The hub cannot know what is listed here from that alone.
    Q_PROPERTY(bool listed READ listed NOTIFY changed FINAL)

public:
    BrowseController(const Library::CatalogueReader &catalogue, PersonalController &personal,
                     QObject *parent = nullptr);
    ~BrowseController() override;

    [[nodiscard]] QString section() const;
    void setSection(const QString &section);
    [[nodiscard]] QObject *entries() { return &m_entries; }
    [[nodiscard]] QObject *tracks() { return &m_tracks; }
    [[nodiscard]] QObject *albums() { return &m_albums; }
    [[nodiscard]] bool showsTracks() const { return entryOpen() || !m_section || !m_section->entries; }
    [[nodiscard]] bool entryOpen() const { return m_open.id != 0; }
    [[nodiscard]] bool hasTracks() const { return m_tracks.count() > 0; }
    [[nodiscard]] bool editable() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] QString fromIs() const;
    [[nodiscard]] QString fromIsId() const { return QString::number(m_open.id); }

    [[nodiscard]] bool listed() const;

    Q_INVOKABLE void open(const QString &entryId);
    Q_INVOKABLE void close();
    /// Of the open playlist.
    Q_INVOKABLE void moveTrack(int from, int to);
    Q_INVOKABLE void removeTracks(const QList<int> &rows);
    /// Of the shown tracks, in their order.
    [[nodiscard]] Q_INVOKABLE QStringList trackIds() const;
    /// Asks the library again.
    void reload();

Q_SIGNALS:
    void changed();

private:
    using Ids = QList<Sync::TrackId>;

    /// What there is to know of a section, and how it is filled: with entries and the tracks of an open one,
    /// or with tracks alone.
    struct Section {
        QLatin1StringView name;
        const char *title;
        const char *empty;
        const char *emptyEntry; ///< for an open one
        QLatin1StringView fromIs; ///< as the wire names it
        QList<Entry> (BrowseController::*entries)() const;
        Ids (BrowseController::*tracks)() const;
        quint64 Library::Filter::*albums; ///< what narrows the albums to those of an open entry
    };
    static const Section sections[];
    static const Section *sectionNamed(const QString &name);

    [[nodiscard]] QList<Entry> artists() const;
    [[nodiscard]] QList<Entry> genres() const;
    [[nodiscard]] QList<Entry> playlists() const;
    [[nodiscard]] Ids tracksOfArtist() const { return m_catalogue.trackIds({.artistId = m_open.id}); }
    [[nodiscard]] Ids tracksOfGenre() const { return m_catalogue.trackIds({.genreId = m_open.id}); }
    [[nodiscard]] Ids tracksOfPlaylist() const;
    [[nodiscard]] std::optional<Library::Track> remembered(Sync::TrackId track) const;
    [[nodiscard]] Ids favourites() const;
    [[nodiscard]] Ids history() const;
    [[nodiscard]] Ids mostPlayed() const;
    [[nodiscard]] Ids added() const;
    [[nodiscard]] Ids shownTracks() const;
    [[nodiscard]] QList<quint64> shownAlbums() const;
    void reloadOpen();

    const Library::CatalogueReader &m_catalogue;
    PersonalController &m_personal;
    const Section *m_section = nullptr; ///< none while another part of the window is seen
    Entry m_open;
    EntryModel m_entries;
    Library::TrackModel m_tracks;
    Library::AlbumModel m_albums;
};

} // namespace Desktop
