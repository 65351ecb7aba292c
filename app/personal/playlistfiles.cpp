// SPDX-License-Identifier: Apache-2.0
#include "app/personal/playlistfiles.h"

#include "app/library/reasons.h"
#include "app/personal/limits.h"
#include "app/personal/trackfinder.h"

#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Personal {

namespace {

/// What a file says of a track the library does not have: "artist - title", as nearly all write it.
PlaylistItem unknownItem(const ListEntry &entry)
{
    const qsizetype dash = entry.title.indexOf(" - "_L1);
    PlaylistItem item{.title = dash < 0 ? entry.title : entry.title.sliced(dash + 3).trimmed(),
                      .artist = dash < 0 ? QString() : entry.title.first(dash).trimmed(),
                      .duration = entry.duration,
                      .path = entry.path};
    if (item.title.isEmpty())
        item.title = QFileInfo(entry.path).completeBaseName();
    return item;
}

void add(ImportedList &list, const ListEntry &entry, const TrackFinder &finder)
{
    if (entry.path.isEmpty()) {
        list.stations.append(makeStation(entry.title, entry.url));
        return;
    }
    const PlaylistItem unknown = unknownItem(entry);
    const auto track = finder.find(unknown);
    list.items.append(track.value_or(unknown));
    if (!track)
        list.missing.append({entry.path, Library::Reasons::tr("This file is not in the library.")});
}

std::optional<QString> write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return std::nullopt;
    return Library::Reasons::tr("The playlist %1 cannot be written: %2.").arg(path, file.errorString());
}

std::optional<QString> write(const QString &path, const ListFile &list, Paths paths)
{
    const bool isPls = path.endsWith(".pls"_L1, Qt::CaseInsensitive);
    return write(path, isPls ? toPls(list) : toM3u(list, QFileInfo(path).absolutePath(), paths));
}

} // namespace

std::variant<ImportedList, QString> importList(const QString &path, const TrackFinder &finder)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Library::Reasons::tr("The playlist %1 cannot be opened: %2.").arg(path, file.errorString());
    const auto parsed = parseListFile(file.read(Limits::listFileBytes + 1), QFileInfo(path).absolutePath());
    if (const auto *reason = std::get_if<QString>(&parsed))
        return *reason;
    const auto &list = std::get<ListFile>(parsed);
    ImportedList imported{.name = list.name, .refused = list.refused};
    if (tidyName(imported.name).isEmpty())
        imported.name = QFileInfo(path).completeBaseName();
    for (const ListEntry &entry : list.entries)
        add(imported, entry, finder);
    return imported;
}

std::optional<QString> exportList(const QString &path, const QString &name, const QList<PlaylistItem> &items,
                                  Paths paths, const TrackFinder &finder)
{
    ListFile list{.name = name};
    for (const PlaylistItem &item : items) {
        const QString found = finder.pathOf(item.trackId);
        const QString place = found.isEmpty() ? item.path : found;
        if (!place.isEmpty())
            list.entries.append(
                {.path = place,
                 .title = item.artist.isEmpty() ? item.title : item.artist + " - "_L1 + item.title,
                 .duration = item.duration});
    }
    return write(path, list, paths);
}

std::optional<QString> exportStations(const QString &path, const QList<Station> &stations)
{
    ListFile list;
    for (const Station &station : stations)
        list.entries.append({.url = station.url, .title = station.name});
    return write(path, list, Paths::Absolute);
}

} // namespace Personal
