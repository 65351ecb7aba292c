// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/entrymodel.h"
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

    /// "artists", "genres", "playlists", "favourites", "history", "added", or anything else for none of
    /// these.
    Q_PROPERTY(QString section READ section WRITE setSection NOTIFY changed FINAL)
    // QObject: qmllint of Qt 6.4 does not know QAbstractItemModel
    Q_PROPERTY(QObject *entries READ entries CONSTANT FINAL)
    Q_PROPERTY(QObject *tracks READ tracks CONSTANT FINAL)
    Q_PROPERTY(bool showsTracks READ showsTracks NOTIFY changed FINAL)
    Q_PROPERTY(bool entryOpen READ entryOpen NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed FINAL)
    /// Where the tracks are from, for the queue.
    Q_PROPERTY(QString fromIs READ fromIs NOTIFY changed FINAL)
    Q_PROPERTY(QString fromIsId READ fromIsId NOTIFY changed FINAL)

public:
    BrowseController(const QString &catalogue, PersonalController &personal, QObject *parent = nullptr);
    ~BrowseController() override;

    [[nodiscard]] QString section() const { return m_section; }
    void setSection(const QString &section);
    [[nodiscard]] QObject *entries() { return &m_entries; }
    [[nodiscard]] QObject *tracks() { return &m_tracks; }
    [[nodiscard]] bool showsTracks() const;
    [[nodiscard]] bool entryOpen() const { return m_open.id != 0; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] QString fromIs() const;
    [[nodiscard]] QString fromIsId() const { return QString::number(m_open.id); }

    Q_INVOKABLE void open(const QString &entryId);
    Q_INVOKABLE void close();
    /// Asks the library again.
    void reload();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QList<Entry> sectionEntries() const;
    [[nodiscard]] QList<Library::Track> sectionTracks(const Library::CatalogueReader &reader) const;

    PersonalController &m_personal;
    std::unique_ptr<Library::CatalogueReader> m_reader; ///< none where the catalogue cannot be read
    QString m_section;
    Entry m_open;
    EntryModel m_entries;
    Library::TrackModel m_tracks;
};

} // namespace Desktop
