// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/entrymodel.h"
#include "app/library/albummodel.h"
#include "app/library/trackmodel.h"

#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace Desktop {

class PersonalController;
class RadioController;

/// A search over everything, as it is typed: artists, albums, tracks, playlists and stations, best first.
class SearchController final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Window")

    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged FINAL)
    // QObject: qmllint of Qt 6.4 does not know QAbstractItemModel
    Q_PROPERTY(QObject *artists READ artists CONSTANT FINAL)
    Q_PROPERTY(QObject *albums READ albums CONSTANT FINAL)
    Q_PROPERTY(QObject *tracks READ tracks CONSTANT FINAL)
    Q_PROPERTY(QObject *playlists READ playlists CONSTANT FINAL)
    Q_PROPERTY(QObject *stations READ stations CONSTANT FINAL)
    /// Of each kind, so that a page shows only what has something in it.
    Q_PROPERTY(int artistCount READ artistCount NOTIFY foundChanged FINAL)
    Q_PROPERTY(int albumCount READ albumCount NOTIFY foundChanged FINAL)
    Q_PROPERTY(int trackCount READ trackCount NOTIFY foundChanged FINAL)
    Q_PROPERTY(int playlistCount READ playlistCount NOTIFY foundChanged FINAL)
    Q_PROPERTY(int stationCount READ stationCount NOTIFY foundChanged FINAL)
    /// Why there is nothing to see; empty where there is something.
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY foundChanged FINAL)

public:
    SearchController(const Library::CatalogueReader &catalogue, const PersonalController &personal,
                     const RadioController &radio, QObject *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    /// Looks once the typing pauses.
    void setText(const QString &text);

    [[nodiscard]] QObject *artists() { return &m_artists; }
    [[nodiscard]] QObject *albums() { return &m_albums; }
    [[nodiscard]] QObject *tracks() { return &m_tracks; }
    [[nodiscard]] QObject *playlists() { return &m_playlists; }
    [[nodiscard]] QObject *stations() { return &m_stations; }
    [[nodiscard]] int artistCount() const { return m_artists.rowCount(); }
    [[nodiscard]] int albumCount() const { return m_albums.count(); }
    [[nodiscard]] int trackCount() const { return m_tracks.count(); }
    [[nodiscard]] int playlistCount() const { return m_playlists.rowCount(); }
    [[nodiscard]] int stationCount() const { return m_stations.rowCount(); }
    [[nodiscard]] QString emptyText() const;

    /// Searches again: the library or what a person keeps has changed.
    void reload();

Q_SIGNALS:
    void textChanged();
    void foundChanged();

private:
    const Library::CatalogueReader &m_catalogue;
    const PersonalController &m_personal;
    const RadioController &m_radio;
    QString m_text;
    QString m_searched; ///< what the models show the findings of
    Library::FoundIds m_found;
    EntryModel m_artists;
    Library::AlbumModel m_albums;
    Library::TrackModel m_tracks;
    EntryModel m_playlists;
    EntryModel m_stations;
    QTimer m_soon;
};

} // namespace Desktop
