// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/hubtracks.h"
#include "app/library/cataloguereader.h"
#include "sync/link/link.h"

#include <QAbstractListModel>
#include <QCache>
#include <QtQml/qqmlregistration.h>

namespace Desktop {

/// The session's queue as the link has it, and what may be done to it. Titles are looked up in this library,
/// or at the hub, when a row is shown; ids are strings: QML's numbers do not hold them.
class QueueModel final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Window")

    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    /// -1 where what plays has been removed, or nothing does.
    Q_PROPERTY(int currentRow READ currentRow NOTIFY currentRowChanged FINAL)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY undoChanged FINAL)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY undoChanged FINAL)

public:
    enum Role { TrackIdRole = Qt::UserRole + 1, TitleRole, ArtistRole, DurationMsRole, CurrentRole };
    Q_ENUM(Role)

    /// All must outlive it.
    QueueModel(Sync::Link &link, const Library::CatalogueReader &catalogue, HubTracks &hubTracks,
               QObject *parent = nullptr);
    ~QueueModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] int currentRow() const { return m_currentRow; }
    [[nodiscard]] bool canUndo() const { return m_link.canUndo(); }
    [[nodiscard]] bool canRedo() const { return m_link.canRedo(); }

    Q_INVOKABLE void play(int row);
    Q_INVOKABLE void remove(int row);
    /// So that it stands at @p to afterwards.
    Q_INVOKABLE void move(int from, int to);
    Q_INVOKABLE void clear();
    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();
    Q_INVOKABLE void playNext(const QStringList &trackIds, const QString &fromIs, const QString &fromIsId);
    Q_INVOKABLE void add(const QStringList &trackIds, const QString &fromIs, const QString &fromIsId);

    [[nodiscard]] Q_INVOKABLE QStringList trackIds() const;
    /// Those of @p tracks that are not there yet, at the end.
    void addMissing(const QList<Sync::TrackId> &tracks, const QString &fromIs, const QString &fromIsId);
    /// The library has changed: titles may be others.
    void lookUpAgain();

Q_SIGNALS:
    void countChanged();
    void currentRowChanged();
    void undoChanged();

private:
    void change(const Sync::Splice &splice);
    void replace(const Sync::Splice &splice);
    void followCurrent();
    void enqueue(const QStringList &trackIds, const Sync::Context &context, Sync::Native::Place place);
    [[nodiscard]] Library::Track ofHub(Sync::TrackId track) const;
    [[nodiscard]] const Library::Track &lookUp(Sync::TrackId track) const;

    Sync::Link &m_link;
    const Library::CatalogueReader &m_catalogue;
    HubTracks &m_hubTracks;
    QList<Sync::QueueItem> m_items;
    int m_currentRow = -1;
    mutable QCache<Sync::TrackId, Library::Track> m_tracks{1000};
};

} // namespace Desktop
