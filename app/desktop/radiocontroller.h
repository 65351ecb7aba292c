// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/entrymodel.h"
#include "app/personal/stations.h"
#include "sync/session/tracks.h"

#include <QUndoStack>
#include <QtQml/qqmlregistration.h>

namespace Desktop {

/// The radio stations of the window's user, with undo. Ids are strings: QML's numbers do not hold them.
class RadioController final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Window")

    // QObject: qmllint of Qt 6.4 does not know QAbstractItemModel
    Q_PROPERTY(QObject *stations READ stations CONSTANT FINAL)
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed FINAL)
    Q_PROPERTY(QString undoText READ undoText NOTIFY changed FINAL)

public:
    /// @p directory: of the personal data, whose database must have been prepared.
    explicit RadioController(const QString &directory, QObject *parent = nullptr);

    [[nodiscard]] QObject *stations() { return &m_model; }
    [[nodiscard]] int count() const { return m_model.rowCount(); }
    [[nodiscard]] bool canUndo() const { return m_undo.canUndo(); }
    [[nodiscard]] QString undoText() const { return m_undo.undoText(); }
    /// Empty where this is no station.
    [[nodiscard]] QUrl addressOf(Sync::TrackId track) const;
    [[nodiscard]] QList<Personal::Station> all() const { return m_stations->all(); }

    /// Adds a station, or where @p stationId is one of them changes it. What is wrong with the address, in a
    /// sentence; empty where nothing is.
    Q_INVOKABLE QString save(const QString &stationId, const QString &name, const QString &address);
    Q_INVOKABLE void remove(const QString &stationId);
    /// So that it stands at @p to afterwards.
    Q_INVOKABLE void move(const QString &stationId, int to);
    Q_INVOKABLE void undo();
    /// Has the window ask for the name and the address of a station, of a new one where @p stationId is
    /// empty.
    Q_INVOKABLE void askForStation(const QString &stationId, const QString &name, const QString &address)
    {
        Q_EMIT stationWanted(stationId, name, address);
    }
    /// Shows that user's from now on. There is nothing left to undo.
    void setUser(const QString &user);
    /// Asks for them again: somebody else has changed them.
    void reload();

Q_SIGNALS:
    void changed();
    void failed(const QString &sentence);
    void stationWanted(const QString &stationId, const QString &name, const QString &address);

private:
    template <typename Change> void change(const QString &what, Change change);

    const QString m_directory;
    std::optional<Personal::Stations> m_stations;
    EntryModel m_model;
    QUndoStack m_undo;
};

} // namespace Desktop
