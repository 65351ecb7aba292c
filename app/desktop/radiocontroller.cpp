// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/radiocontroller.h"

#include "sync/user.h"

#include <utility>

namespace Desktop {

namespace {

/// Undo and redo are the same: the stations that were go back, those that are come out.
class StationsCommand final : public QUndoCommand
{
public:
    StationsCommand(const QString &what, Personal::Stations &stations, QList<Personal::Station> before)
        : QUndoCommand(what)
        , m_stations(stations)
        , m_list(std::move(before))
    {
    }

    void undo() override { m_list = m_stations.replace(m_list); }
    void redo() override
    {
        if (std::exchange(m_done, true)) // it is pushed when it has happened already
            undo();
    }

private:
    Personal::Stations &m_stations;
    QList<Personal::Station> m_list;
    bool m_done = false;
};

} // namespace

RadioController::RadioController(const QString &directory, QObject *parent)
    : QObject(parent)
    , m_directory(directory)
{
    setUser(Sync::defaultUser);
}

void RadioController::setUser(const QString &user)
{
    m_undo.clear(); // it refers to what goes
    m_stations.emplace(m_directory, user);
    reload();
}

QString RadioController::save(const QString &stationId, const QString &name, const QString &address)
{
    const auto url = Personal::stationUrl(address);
    if (!url)
        return tr("A station's address begins with http:// or https:// and has no password in it.");
    const Personal::Station station = Personal::makeStation(name, *url);
    const quint64 before = stationId.toULongLong();
    if (before == station.id)
        change(tr("Rename a station"), [&] { return m_stations->rename(station.id, name); });
    else if (before != 0)
        change(tr("Change a station"), [&] { return m_stations->exchange(before, station); });
    else
        change(tr("Add a station"), [&] { return m_stations->add({station}); });
    return {};
}

QUrl RadioController::addressOf(Sync::TrackId track) const
{
    const auto station = m_stations->station(track);
    return station ? station->url : QUrl();
}

void RadioController::remove(const QString &stationId)
{
    change(tr("Delete a station"), [&] { return m_stations->remove(stationId.toULongLong()); });
}

void RadioController::move(const QString &stationId, int to)
{
    change(tr("Move a station"), [&] { return m_stations->move(stationId.toULongLong(), to); });
}

void RadioController::undo()
{
    try {
        m_undo.undo();
    } catch (const Sync::DatabaseError &error) {
        Q_EMIT failed(QString::fromUtf8(error.what()));
    }
    reload();
}

void RadioController::reload()
{
    QList<Entry> entries;
    for (const Personal::Station &station : m_stations->all())
        entries.append({.id = station.id, .name = station.name, .detail = station.url.toString()});
    m_model.show(entries);
    Q_EMIT changed();
}

template <typename Change> void RadioController::change(const QString &what, Change change)
{
    try {
        m_undo.push(new StationsCommand(what, *m_stations, change()));
    } catch (const Sync::DatabaseError &error) {
        Q_EMIT failed(QString::fromUtf8(error.what()));
    }
    reload();
}

} // namespace Desktop
