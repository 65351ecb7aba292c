// SPDX-License-Identifier: Apache-2.0
#include "app/web/jukebox.h"

#include "app/personal/limits.h"
#include "sync/http/routes.h"
#include "sync/limits.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using Personal::Station;
using Sync::Native::Play;
using Sync::Sources::Stream;
using Sync::Sources::TrackFacts;

namespace Web {

namespace {

Sync::Context asFound() { return {.fromIs = u"search"_s, .fromIsId = 0}; }
Sync::Context asRadio() { return {.fromIs = u"radio"_s, .fromIsId = 0}; }

Play alone(Sync::TrackId track, const Sync::Context &context)
{
    return {.trackId = track, .context = context, .position = {}, .tracks = QList{track}};
}

std::optional<Play> together(const QList<Sync::TrackId> &tracks, const Sync::Context &context)
{
    if (tracks.isEmpty())
        return std::nullopt;
    return Play{.trackId = tracks.first(),
                .context = context,
                .position = {},
                .tracks = tracks.first(qMin(tracks.size(), Sync::Limits::idsInMessage))};
}

constexpr std::chrono::milliseconds lengthsDiffer{3000}; // between a decoder and a tag

/// Of an address that a hub gave out for a track, `/media/{id}`.
std::optional<Sync::TrackId> mediaId(const QUrl &url)
{
    const QStringList parts = url.path().split(u'/');
    if (parts.size() != 3 || parts.at(1) != "media"_L1)
        return std::nullopt;
    return Sync::Http::idIn(parts.last().toLatin1());
}

/// Of `segue:track/{id}`, as another hub calls it: the same recording has the same id there.
std::optional<Sync::TrackId> trackId(const QUrl &url)
{
    const QStringList parts = url.path().split(u'/');
    if (url.scheme() != "segue"_L1 || parts.size() != 2 || parts.first() != "track"_L1)
        return std::nullopt;
    return Sync::Http::idIn(parts.last().toLatin1());
}

/// A name is a key: of stations with the same name the later ones have a number.
QList<std::pair<QString, Station>> named(const QList<Station> &stations)
{
    QList<std::pair<QString, Station>> all;
    for (const Station &station : stations) {
        QString name = station.name;
        const auto taken = [&all](const QString &wanted) {
            return std::ranges::any_of(all, [&](const auto &entry) { return entry.first == wanted; });
        };
        for (int number = 2; taken(name); ++number)
            name = u"%1 (%2)"_s.arg(station.name).arg(number);
        all.append({name, station});
    }
    return all;
}

std::optional<Station> stationNamed(const QList<Station> &stations, const QString &name)
{
    for (const auto &[known, station] : named(stations))
        if (known == name)
            return station;
    return std::nullopt;
}

} // namespace

Jukebox::Jukebox(const QString &catalogue, const QString &directory, PersonalMusic::Changed changed)
    : m_music(catalogue, directory, std::move(changed))
    , m_pushed(directory, Personal::nobodysStations)
{
}

QList<Stream> Jukebox::streams(const QString &user)
{
    QList<Stream> streams;
    for (const auto &[name, station] : named(m_music.shelfOf(user).stations.all()))
        streams.append({.name = name, .url = station.url});
    return streams;
}

QString Jukebox::addStream(const QString &user, const Stream &stream)
{
    const auto url = Personal::stationUrl(stream.url.toString(QUrl::FullyEncoded));
    if (!url)
        return u"a stream needs an address that begins with http:// or https:// and has no password"_s;
    Personal::Stations &stations = m_music.shelfOf(user).stations;
    const Station station = Personal::makeStation(stream.name, *url);
    if (!stations.station(station.id) && stations.all().size() >= Personal::Limits::stations)
        return u"there is no room for another stream; remove one first"_s;
    (void)stations.add({station});
    m_music.tellChanged(user);
    return {};
}

QString Jukebox::removeStream(const QString &user, const QString &name)
{
    Personal::Stations &stations = m_music.shelfOf(user).stations;
    const auto station = stationNamed(stations.all(), name);
    if (!station)
        return u"there is no stream of that name"_s;
    (void)stations.remove(station->id);
    m_music.tellChanged(user);
    return {};
}

std::variant<Play, QString> Jukebox::stream(const QString &user, const QString &name)
{
    const auto station = stationNamed(m_music.shelfOf(user).stations.all(), name);
    if (!station)
        return u"there is no stream of that name"_s;
    return alone(station->id, asRadio());
}

std::variant<Play, QString> Jukebox::at(const QString &user, const QUrl &url)
{
    Found found;
    if (url.scheme() == "segue"_L1)
        found = ownAddress(user, url.path());
    else if (url.scheme() == "file"_L1)
        found = file(url);
    else
        found = webStream(user, url);
    if (found)
        return *std::move(found);
    return u"%1 is nothing that this library has, and no stream"_s.arg(url.toString());
}

std::variant<Play, QString> Jukebox::same(const TrackFacts &track)
{
    const QUrl url(track.uri);
    Found found;
    if (url.scheme() == "file"_L1)
        found = file(url);
    else if (const auto id = url.scheme() == "segue"_L1 ? trackId(url) : mediaId(url);
             id && m_music.catalogue().track(*id))
        found = alone(*id, asFound());
    if (!found)
        found = asSaid(track);
    if (found)
        return *std::move(found);
    return u"%1 is not in this library"_s.arg(track.name.isEmpty() ? track.uri : track.name);
}

Jukebox::Found Jukebox::ownAddress(const QString &user, const QString &path)
{
    const QStringList parts = path.split(u'/');
    const auto id = parts.size() == 2 ? Sync::Http::idIn(parts.last().toLatin1()) : std::nullopt;
    if (!id || *id == 0)
        return std::nullopt;
    const Library::CatalogueReader &catalogue = m_music.catalogue();
    const Sync::Context context{.fromIs = parts.first(), .fromIsId = *id};
    if (context.fromIs == "track"_L1)
        return catalogue.track(*id) ? Found(alone(*id, asFound())) : std::nullopt;
    if (context.fromIs == "radio"_L1)
        return m_music.shelfOf(user).stations.station(*id) ? Found(alone(*id, asRadio())) : std::nullopt;
    if (context.fromIs == "album"_L1)
        return together(catalogue.trackIds({.albumId = *id}), context);
    if (context.fromIs == "artist"_L1)
        return together(catalogue.trackIds({.artistId = *id}), context);
    if (context.fromIs == "genre"_L1)
        return together(catalogue.trackIds({.genreId = *id}), context);
    if (context.fromIs != "playlist"_L1)
        return std::nullopt;
    QList<Sync::TrackId> tracks;
    for (const auto &item : m_music.shelfOf(user).playlists.items(*id))
        if (item.trackId != 0)
            tracks.append(item.trackId);
    return together(tracks, context);
}

/// Only what a scan found below a folder of music: the path is compared, never opened.
Jukebox::Found Jukebox::file(const QUrl &url) const
{
    return url.host().isEmpty() ? together(m_music.catalogue().tracksAt(url.toLocalFile()), asFound())
                                : std::nullopt;
}

/// The same words and the same length: nearly always the same recording.
Jukebox::Found Jukebox::asSaid(const TrackFacts &track) const
{
    if (track.name.isEmpty() || track.artist.isEmpty() || !track.length)
        return std::nullopt;
    for (const Library::Track &one : m_music.catalogue().search(track.name + u' ' + track.artist).tracks)
        if (one.title.compare(track.name, Qt::CaseInsensitive) == 0
            && one.artist.compare(track.artist, Qt::CaseInsensitive) == 0
            && std::chrono::abs(one.duration - *track.length) <= lengthsDiffer)
            return alone(one.id, asFound());
    return std::nullopt;
}

Jukebox::Found Jukebox::webStream(const QString &user, const QUrl &url)
{
    const auto address = Personal::stationUrl(url.toString(QUrl::FullyEncoded));
    if (!address)
        return std::nullopt;
    const Station station = Personal::makeStation({}, *address);
    if (m_music.shelfOf(user).stations.station(station.id))
        return alone(station.id, asRadio());
    (void)m_pushed.remove(station.id); // it becomes the newest
    (void)m_pushed.add({station});
    const QList<Station> all = m_pushed.all();
    for (const Station &oldest : all.first(qMax(qsizetype(0), all.size() - Personal::Limits::pushedStations)))
        (void)m_pushed.remove(oldest.id);
    return alone(station.id, asRadio());
}

} // namespace Web
