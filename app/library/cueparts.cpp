// SPDX-License-Identifier: Apache-2.0
#include "app/library/cueparts.h"

#include "app/library/ids.h"
#include "app/library/names.h"
#include "app/library/reasons.h"
#include "app/library/tags.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Library {

namespace {

using std::chrono::milliseconds;

QString stem(const QString &name) { return QFileInfo(name).completeBaseName().toCaseFolded(); }

void nameArtist(Track &track, const QString &performer)
{
    if (performer.isEmpty())
        return;
    track.artist = performer;
    track.artists = {leadArtist(performer)};
    track.artistId = artistId(track.artists.first());
}

void nameAlbum(Track &track, const CueSheet &sheet)
{
    if (!sheet.performer.isEmpty())
        track.albumArtist = isVarious(sheet.performer) ? variousArtists() : sheet.performer;
    if (sheet.title.isEmpty())
        return;
    track.album = sheet.title;
    const QString lead = track.artists.isEmpty() ? QString() : track.artists.first();
    track.albumId = albumId(track.albumArtist.isEmpty() ? lead : track.albumArtist, track.album);
}

/// What is known of the sound of the whole holds for the album.
Loudness ofAlbum(const Loudness &whole)
{
    return {.albumGain = whole.albumGain ? whole.albumGain : whole.trackGain,
            .albumPeak = whole.albumPeak ? whole.albumPeak : whole.trackPeak};
}

Track partOf(const Track &whole, const CueSheet &sheet, const CueTrack &cue)
{
    Track part = whole;
    part.id = partId(whole.id, cue.start);
    part.title = cue.title.isEmpty() ? Reasons::tr("Track %1").arg(cue.number) : cue.title;
    part.trackNumber = cue.number;
    part.loudness = ofAlbum(whole.loudness);
    nameArtist(part, cue.performer);
    nameAlbum(part, sheet);
    if (!sheet.genre.isEmpty()) {
        part.genre = sheet.genre;
        part.genres = {sheet.genre};
    }
    if (!sheet.date.isEmpty()) {
        part.date = sheet.date;
        part.year = yearIn(sheet.date);
    }
    part.extent.start = cue.start;
    if (cue.end && *cue.end < whole.duration)
        part.extent.length = *cue.end - cue.start;
    part.duration = part.extent.length > milliseconds(0) ? part.extent.length : whole.duration - cue.start;
    return part;
}

/// Most sheets tell of one file a track: those say nothing that the files do not say themselves.
bool dividesAny(const CueSheet &sheet)
{
    return std::ranges::adjacent_find(sheet.tracks, {}, &CueTrack::file) != sheet.tracks.end();
}

std::variant<CueSheet, QString> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Reasons::tr("It cannot be opened: %1.").arg(file.errorString());
    const auto parsed = parseCueSheet(file.read(CueLimits::bytes + 1));
    if (const auto *sheet = std::get_if<CueSheet>(&parsed))
        return *sheet;
    const auto &error = std::get<CueError>(parsed);
    return error.line == 0 ? error.reason : Reasons::tr("Line %1: %2").arg(error.line).arg(error.reason);
}

/// What a sheet says of one file, or why it is of no use.
std::variant<QList<CueTrack>, QString> cuesFor(const Track &whole, const CueSheet &sheet,
                                               const QString &sheetName, const QStringList &audio)
{
    const QString name = QFileInfo(whole.path).fileName();
    QList<CueTrack> cues;
    if (!dividesAny(sheet))
        return cues;
    for (const CueTrack &cue : sheet.tracks) {
        const QString meant = fileMeant(cue.file, sheetName, audio);
        if (meant.isEmpty())
            return Reasons::tr("It names the file “%1”, which is not beside it.").arg(cue.file);
        if (meant != name)
            continue;
        if (cue.start >= whole.duration)
            return Reasons::tr("Its track %1 begins after the end of “%2”.").arg(cue.number).arg(name);
        cues.append(cue);
    }
    return cues;
}

} // namespace

QString fileMeant(const QString &named, const QString &sheet, const QStringList &audio)
{
    const QString name = named.mid(std::max(named.lastIndexOf(u'/'), named.lastIndexOf(u'\\')) + 1);
    const auto first = [&](auto fits) {
        const auto found = std::ranges::find_if(audio, fits);
        return found == audio.end() ? QString() : *found;
    };
    QString meant = first([&](const QString &file) { return file == name; });
    if (meant.isEmpty())
        meant = first([&](const QString &file) { return file.compare(name, Qt::CaseInsensitive) == 0; });
    if (meant.isEmpty())
        meant = first([&](const QString &file) { return stem(file) == stem(name); });
    if (meant.isEmpty())
        meant = first([&](const QString &file) { return stem(file) == stem(sheet); });
    return meant;
}

QList<Track> partsOf(const Track &whole, const CueSheet &sheet, const QList<CueTrack> &cues)
{
    QList<Track> parts;
    for (const CueTrack &cue : cues)
        parts.append(partOf(whole, sheet, cue));
    return parts;
}

Division divided(const Track &whole, const CueFolder &folder)
{
    Division division;
    for (const QString &name : folder.sheets) {
        const QString path = folder.path + u'/' + name;
        const auto sheet = read(path);
        if (const auto *reason = std::get_if<QString>(&sheet)) {
            division.problems.append({path, *reason});
            continue;
        }
        const auto cues = cuesFor(whole, std::get<CueSheet>(sheet), name, folder.audio);
        if (const auto *reason = std::get_if<QString>(&cues))
            division.problems.append({path, *reason});
        else if (std::get<QList<CueTrack>>(cues).size() > 1 && division.tracks.isEmpty())
            division.tracks = partsOf(whole, std::get<CueSheet>(sheet), std::get<QList<CueTrack>>(cues));
    }
    if (division.tracks.isEmpty())
        division.tracks = {whole};
    return division;
}

} // namespace Library
