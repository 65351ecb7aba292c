// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/trackmodel.h"

#include <QItemSelectionModel>
#include <QtQml/qqmlregistration.h>

namespace Desktop {

/// Which rows of a list of tracks are selected. Only ranges are kept: all of a large library are one. Rows
/// that come in between are not selected, and a reset list has nothing selected. Not final: QML derives from
/// it.
class TrackSelection : public QObject
{
    Q_OBJECT
    QML_ELEMENT

    // QObject: qmllint of Qt 6.4 does not know QAbstractItemModel
    Q_PROPERTY(QObject *model READ model WRITE setModel NOTIFY modelChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)
    /// Counts changes, so that a binding that asks contains() asks again.
    Q_PROPERTY(int revision READ revision NOTIFY changed FINAL)

public:
    explicit TrackSelection(QObject *parent = nullptr);

    [[nodiscard]] QObject *model() const { return m_tracks; }
    /// Only a Library::TrackModel has tracks.
    void setModel(QObject *model);
    [[nodiscard]] int count() const;
    [[nodiscard]] int revision() const { return m_revision; }

    [[nodiscard]] Q_INVOKABLE bool contains(int row) const;
    /// Nothing is selected, but the next toggle or extension begins there.
    Q_INVOKABLE void pick(int row);
    /// Selects @p to or takes it out; with it @p from where that was picked.
    Q_INVOKABLE void toggle(int from, int to);
    /// From where the last extension began, if it ended at @p from; otherwise from there. Nothing else stays.
    Q_INVOKABLE void extend(int from, int to);
    Q_INVOKABLE void selectAll();
    Q_INVOKABLE void clear();

    /// What is done to a row is done to all that are selected where it is one of them, or else to it alone.
    [[nodiscard]] Q_INVOKABLE QList<int> rowsWith(int row) const;
    [[nodiscard]] Q_INVOKABLE QStringList tracksWith(int row) const;
    /// Of the whole list.
    [[nodiscard]] Q_INVOKABLE QStringList allTracks() const;

Q_SIGNALS:
    void modelChanged();
    void changed();

private:
    void forgetBegin();
    void announce();
    [[nodiscard]] QStringList tracksAt(const QList<int> &rows) const;

    Library::TrackModel *m_tracks = nullptr;
    QItemSelectionModel m_selection;
    QPersistentModelIndex m_begin; ///< of the last extension, or what was picked
    QPersistentModelIndex m_end;
    int m_revision = 0;
};

} // namespace Desktop
