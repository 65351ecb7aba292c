// SPDX-License-Identifier: Apache-2.0
#include "app/library/tags.h"

#include "app/library/ids.h"
#include "app/library/names.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <taglib/mp4file.h>
#include <taglib/tpropertymap.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace Library {

namespace {

// A longer name is rubbish in the tag; nobody reads it and every list would carry it.
constexpr qsizetype nameCharacters = 1024;
// Nor does anybody credit more people, or sort a track under more genres.
constexpr qsizetype mostValues = 64;

QString text(const TagLib::String &string)
{
    QString text;
    if (string.isAscii()) {
        text.resize(string.size());
        std::ranges::transform(string, text.begin(), [](wchar_t c) { return QChar(char16_t(c)); });
    } else {
        text = QString::fromUtf8(string.toCString(true));
    }
    text = std::move(text).simplified();
    text.truncate(nameCharacters);
    return text;
}

/// TagLib's own map makes capitals of what it is asked for, each time.
class Tags
{
public:
    explicit Tags(const TagLib::PropertyMap &tags)
        : m_tags(tags)
    {
        for (const auto &[key, values] : m_tags)
            m_byName.emplace_back(key.to8Bit(true), &values);
    }
    Tags(const Tags &) = delete; // it points into itself
    Tags &operator=(const Tags &) = delete;
    [[nodiscard]] const TagLib::StringList *find(std::string_view name) const
    {
        const auto found = std::ranges::find(m_byName, name, &Entry::first);
        return found == m_byName.end() ? nullptr : found->second;
    }

private:
    using Entry = std::pair<std::string, const TagLib::StringList *>;

    const TagLib::PropertyMap m_tags;
    std::vector<Entry> m_byName;
};

/// All values of the first of these tags that has any.
template <typename... Names> QStringList values(const Tags &tags, Names... names)
{
    QStringList values;
    for (const char *name : {names...}) {
        const TagLib::StringList *found = values.isEmpty() ? tags.find(name) : nullptr;
        if (!found)
            continue;
        for (const TagLib::String &value : *found)
            if (const QString words = text(value); !words.isEmpty() && values.size() < mostValues)
                values += words;
    }
    return values;
}

template <typename... Names> QString text(const Tags &tags, Names... names)
{
    return values(tags, names...).join(", "_L1).left(nameCharacters);
}

/// The first number in "7", "07/12" or "2004-05-01"; zero where there is none.
int number(const QString &text)
{
    qsizetype begin = 0;
    while (begin < text.size() && !text[begin].isDigit())
        ++begin;
    qsizetype end = begin;
    while (end < text.size() && text[end].isDigit())
        ++end;
    return QStringView(text).sliced(begin, end - begin).toInt();
}

/// "12" of "7/12", or a tag of its own.
template <typename... Names> int total(const Tags &tags, const char *name, Names... totals)
{
    const QString both = text(tags, name);
    const qsizetype slash = both.indexOf(u'/');
    return slash < 0 ? number(text(tags, totals...)) : number(both.sliced(slash));
}

/// Without those that differ only in spelling.
QStringList distinct(const QStringList &names)
{
    QStringList kept;
    QStringList seen;
    for (const QString &name : names) {
        const QString spelling = normalised(name);
        if (name.isEmpty() || seen.contains(spelling))
            continue;
        seen += spelling;
        kept += name;
    }
    return kept;
}

QStringList artistsIn(const Tags &tags)
{
    QStringList leads;
    for (const QString &value : values(tags, "ARTISTS", "ARTIST"))
        for (const QString &name : value.split("; "_L1, Qt::SkipEmptyParts)) // what taggers join several with
            leads += leadArtist(name.trimmed());
    return distinct(leads);
}

QStringList genresIn(const Tags &tags)
{
    QStringList genres;
    for (const QString &value : values(tags, "GENRE"))
        for (const QString &name : value.split(u';', Qt::SkipEmptyParts))
            genres += name.trimmed();
    return distinct(genres);
}

/// TagLib's common names leave out what MP4 files have of ReplayGain.
Tags gainsOf(const TagLib::MP4::File &file)
{
    TagLib::PropertyMap gains;
    if (file.tag())
        for (const auto &[key, item] : file.tag()->itemMap())
            if (const int name = key.upper().find("REPLAYGAIN_"); name >= 0)
                gains.insert(key.upper().substr(uint(name)), item.toStringList());
    return Tags(gains);
}

/// Within what music can be; anything else is rubbish in the tag.
std::optional<float> within(double lowest, double value, double highest)
{
    return std::isfinite(value) && value >= lowest && value <= highest ? std::optional(float(value))
                                                                       : std::nullopt;
}

std::optional<float> gain(const Tags &tags, const char *name, const char *opusName)
{
    constexpr double most = 64;
    bool ok = false;
    const double value = text(tags, name).replace(u',', u'.').section(u' ', 0, 0).toDouble(&ok);
    if (ok)
        return within(-most, value, most);
    // Opus counts 256ths of a decibel, to a reference 5 dB below that of ReplayGain.
    const int steps = text(tags, opusName).toInt(&ok);
    return ok ? within(-most, steps / 256.0 + 5, most) : std::nullopt;
}

std::optional<float> peak(const Tags &tags, const char *name)
{
    constexpr double most = 64;
    bool ok = false;
    const double value = text(tags, name).replace(u',', u'.').toDouble(&ok);
    return ok ? within(0, value, most) : std::nullopt;
}

Loudness loudnessIn(const Tags &tags)
{
    return {.trackGain = gain(tags, "REPLAYGAIN_TRACK_GAIN", "R128_TRACK_GAIN"),
            .trackPeak = peak(tags, "REPLAYGAIN_TRACK_PEAK"),
            .albumGain = gain(tags, "REPLAYGAIN_ALBUM_GAIN", "R128_ALBUM_GAIN"),
            .albumPeak = peak(tags, "REPLAYGAIN_ALBUM_PEAK")};
}

void nameAlbum(Track &track, const Tags &tags)
{
    const AlbumFolder folder = albumFolder(track.path);
    if (track.discNumber == 0)
        track.discNumber = folder.disc;
    track.album = text(tags, "ALBUM");
    if (track.album.isEmpty()) {
        track.album = folder.name;
        track.albumId = folderAlbumId(folder.name);
        return;
    }
    track.albumArtist = text(tags, "ALBUMARTIST", "ALBUM ARTIST");
    if (isVarious(track.albumArtist) || (track.albumArtist.isEmpty() && track.isCompilation))
        track.albumArtist = variousArtists();
    const QString lead = track.artists.isEmpty() ? QString() : track.artists.first();
    track.albumId = albumId(track.albumArtist.isEmpty() ? lead : track.albumArtist, track.album);
}

} // namespace

int yearIn(const QString &date)
{
    static const QRegularExpression year(uR"((?<!\d)\d{4}(?!\d))"_s);
    const auto match = year.match(date);
    return match.hasMatch() ? match.captured().toInt() : number(date);
}

Track trackOf(const QString &path, Sync::TrackId id, const TagLib::File &file)
{
    const Tags tags(file.properties());
    const auto *mp4 = dynamic_cast<const TagLib::MP4::File *>(&file);
    const QStringList genres = genresIn(tags);
    const QString date = text(tags, "DATE", "YEAR");
    Track track{.id = id,
                .path = path,
                .title = text(tags, "TITLE"),
                .artist = text(tags, "ARTIST", "ARTISTS"),
                .genre = genres.join(", "_L1).left(nameCharacters),
                .trackNumber = number(text(tags, "TRACKNUMBER")),
                .discNumber = number(text(tags, "DISCNUMBER")),
                .year = yearIn(date),
                .duration = std::chrono::milliseconds(file.audioProperties()->lengthInMilliseconds()),
                .artists = artistsIn(tags),
                .genres = genres,
                .composer = text(tags, "COMPOSER"),
                .date = date,
                .trackTotal = total(tags, "TRACKNUMBER", "TRACKTOTAL", "TOTALTRACKS"),
                .discTotal = total(tags, "DISCNUMBER", "DISCTOTAL", "TOTALDISCS"),
                .isCompilation = number(text(tags, "COMPILATION")) == 1,
                .loudness = mp4 ? loudnessIn(gainsOf(*mp4)) : loudnessIn(tags)};
    if (track.title.isEmpty())
        track.title = QFileInfo(path).completeBaseName();
    track.artistId = artistId(track.artists.isEmpty() ? QString() : track.artists.first());
    nameAlbum(track, tags);
    return track;
}

} // namespace Library
