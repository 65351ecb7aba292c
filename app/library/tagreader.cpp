// SPDX-License-Identifier: Apache-2.0
#include "app/library/tagreader.h"

#include "app/library/audioid.h"
#include "app/library/ids.h"
#include "app/library/names.h"
#include "app/library/oggaudio.h"

#include <QFile>
#include <QFileInfo>

#include <taglib/aifffile.h>
#include <taglib/apetag.h>
#include <taglib/asffile.h>
#include <taglib/attachedpictureframe.h>
#include <taglib/fileref.h>
#include <taglib/flacfile.h>
#include <taglib/id3v2tag.h>
#include <taglib/mp4file.h>
#include <taglib/mpegfile.h>
#include <taglib/oggflacfile.h>
#include <taglib/opusfile.h>
#include <taglib/speexfile.h>
#include <taglib/tpropertymap.h>
#include <taglib/vorbisfile.h>
#include <taglib/wavfile.h>
#include <taglib/wavpackfile.h>

using namespace Qt::StringLiterals;

namespace Library {

namespace {

// A longer name is rubbish in the tag; nobody reads it and every list would carry it.
constexpr qsizetype nameCharacters = 1024;

using FilePointer = std::unique_ptr<TagLib::File>;

template <typename... Files> FilePointer firstValid(const QByteArray &name)
{
    FilePointer file;
    const auto attempt = [&](FilePointer candidate) {
        if (candidate->isValid())
            file = std::move(candidate);
        return file != nullptr;
    };
    (attempt(std::make_unique<Files>(name.constData())) || ...);
    return file;
}

/// Nothing for what only FileRef knows.
FilePointer open(const QByteArray &name, Container container)
{
    switch (container) {
    case Container::Mpeg:
        return firstValid<TagLib::MPEG::File>(name);
    case Container::Flac:
        return firstValid<TagLib::FLAC::File>(name);
    case Container::Ogg:
        return firstValid<TagLib::Ogg::Vorbis::File, TagLib::Ogg::Opus::File, TagLib::Ogg::FLAC::File,
                          TagLib::Ogg::Speex::File>(name);
    case Container::Mp4:
        return firstValid<TagLib::MP4::File>(name);
    case Container::Wav:
        return firstValid<TagLib::RIFF::WAV::File>(name);
    case Container::Aiff:
        return firstValid<TagLib::RIFF::AIFF::File>(name);
    case Container::WavPack:
        return firstValid<TagLib::WavPack::File>(name);
    case Container::Asf:
        return firstValid<TagLib::ASF::File>(name);
    case Container::Other:
    case Container::Unknown:
        break;
    }
    return nullptr;
}

/// A file and what keeps it open.
class TaggedFile
{
public:
    TaggedFile(const QString &path, Container container)
        : m_own(open(QFile::encodeName(path), container))
    {
        if (container == Container::Other)
            m_reference = TagLib::FileRef(QFile::encodeName(path).constData());
    }
    [[nodiscard]] TagLib::File *get() const { return m_own ? m_own.get() : m_reference.file(); }

private:
    FilePointer m_own;
    TagLib::FileRef m_reference;
};

QString text(const TagLib::String &string)
{
    QString text = QString::fromUtf8(string.toCString(true)).simplified();
    text.truncate(nameCharacters);
    return text;
}

QString text(const TagLib::PropertyMap &tags, const char *name)
{
    const auto found = tags.find(name);
    return found == tags.end() ? QString() : text(found->second.toString(", "));
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

bool isCompilation(const TagLib::PropertyMap &tags) { return number(text(tags, "COMPILATION")) == 1; }

void nameAlbum(Track &track, const TagLib::PropertyMap &tags)
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
    track.albumArtist = text(tags, "ALBUMARTIST");
    if (track.albumArtist.isEmpty())
        track.albumArtist = text(tags, "ALBUM ARTIST");
    if (track.albumArtist.isEmpty() && isCompilation(tags))
        track.albumArtist = variousArtists();
    track.albumId =
        albumId(track.albumArtist.isEmpty() ? leadArtist(track.artist) : track.albumArtist, track.album);
}

Track trackOf(const QString &path, Sync::TrackId id, const TagLib::File &file)
{
    const TagLib::PropertyMap tags = file.properties();
    Track track{.id = id,
                .path = path,
                .title = text(tags, "TITLE"),
                .artist = text(tags, "ARTIST"),
                .genre = text(tags, "GENRE"),
                .trackNumber = number(text(tags, "TRACKNUMBER")),
                .discNumber = number(text(tags, "DISCNUMBER")),
                .year = number(text(tags, "DATE")),
                .duration = std::chrono::milliseconds(file.audioProperties()->lengthInMilliseconds())};
    if (track.title.isEmpty())
        track.title = QFileInfo(path).completeBaseName();
    track.artistId = artistId(leadArtist(track.artist));
    nameAlbum(track, tags);
    return track;
}

std::variant<Track, Problem> readOrThrow(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Problem{path, u"It cannot be opened: %1."_s.arg(file.errorString())};
    if (file.size() == 0)
        return Problem{path, u"The file is empty."_s};
    const Audio audio = findAudio(file);
    if (audio.container == Container::Unknown)
        return Problem{path, u"This is not an audio file of a kind Segue knows."_s};
    const auto id = audioId(file, audio);
    if (!id)
        return Problem{path, u"The file is cut off before its sound begins."_s};
    const TaggedFile tagged(path, audio.container);
    const TagLib::File *known = tagged.get();
    if (!known || !known->isValid() || !known->audioProperties()
        || known->audioProperties()->sampleRate() <= 0)
        return Problem{path, u"The file is damaged: its headers make no sense."_s};
    Track track = trackOf(path, *id, *known);
    if (track.duration.count() == 0
        && audio.container == Container::Ogg) // a streamed FLAC does not tell its length
        track.duration = std::chrono::milliseconds(readOgg(file, audio.begin).length * 1000
                                                   / known->audioProperties()->sampleRate());
    return track;
}

QByteArray bytes(const TagLib::ByteVector &vector) { return {vector.data(), qsizetype(vector.size())}; }

/// Prefers the front cover (kind 3 in every tag format) to whatever else comes first.
class BestPicture
{
public:
    void offer(int kind, const TagLib::ByteVector &picture)
    {
        constexpr int frontCover = 3;
        if (picture.isEmpty() || (!m_best.isEmpty() && (kind != frontCover || m_isFront)))
            return;
        m_best = bytes(picture);
        m_isFront = kind == frontCover;
    }
    void offer(const TagLib::List<TagLib::FLAC::Picture *> &pictures)
    {
        for (const auto *picture : pictures)
            offer(picture->type(), picture->data());
    }
    void offer(const TagLib::ID3v2::Tag *tag)
    {
        if (!tag)
            return;
        for (const auto *frame : tag->frameList("APIC"))
            if (const auto *picture = dynamic_cast<const TagLib::ID3v2::AttachedPictureFrame *>(frame))
                offer(picture->type(), picture->picture());
    }
    void offer(TagLib::MP4::Tag *tag)
    {
        if (!tag || !tag->contains("covr"))
            return;
        for (const auto &cover : tag->item("covr").toCoverArtList())
            offer(0, cover.data());
    }
    void offer(const TagLib::ASF::Tag *tag)
    {
        if (!tag)
            return;
        for (const auto &attribute : tag->attribute("WM/Picture")) {
            const auto picture = attribute.toPicture();
            if (picture.isValid())
                offer(picture.type(), picture.picture());
        }
    }
    void offer(TagLib::APE::Tag *tag)
    {
        if (!tag)
            return;
        const auto &items = tag->itemListMap();
        const auto found = items.find("COVER ART (FRONT)");
        if (found == items.end())
            return;
        const QByteArray named = bytes(found->second.binaryData()); // a file name, a zero, the picture
        const QByteArray picture = named.mid(named.indexOf('\0') + 1);
        offer(3, TagLib::ByteVector(picture.constData(), uint(picture.size())));
    }
    [[nodiscard]] QByteArray take() { return std::move(m_best); }

private:
    QByteArray m_best;
    bool m_isFront = false;
};

QByteArray pictureIn(TagLib::File *file)
{
    BestPicture best;
    if (auto *flac = dynamic_cast<TagLib::FLAC::File *>(file))
        best.offer(flac->pictureList());
    else if (auto *mpeg = dynamic_cast<TagLib::MPEG::File *>(file))
        best.offer(mpeg->ID3v2Tag());
    else if (auto *mp4 = dynamic_cast<TagLib::MP4::File *>(file))
        best.offer(mp4->tag());
    else if (auto *wav = dynamic_cast<TagLib::RIFF::WAV::File *>(file))
        best.offer(wav->ID3v2Tag());
    else if (auto *aiff = dynamic_cast<TagLib::RIFF::AIFF::File *>(file))
        best.offer(aiff->tag());
    else if (auto *wavPack = dynamic_cast<TagLib::WavPack::File *>(file))
        best.offer(wavPack->APETag());
    else if (auto *asf = dynamic_cast<TagLib::ASF::File *>(file))
        best.offer(asf->tag());
    else if (auto *comment = file ? dynamic_cast<TagLib::Ogg::XiphComment *>(file->tag()) : nullptr)
        best.offer(comment->pictureList());
    return best.take();
}

} // namespace

std::variant<Track, Problem> readTrack(const QString &path)
{
    try {
        return readOrThrow(path);
    } catch (const std::exception &error) { // a size in a damaged tag can ask for more memory than there is
        return Problem{path, u"The file is damaged: %1."_s.arg(QString::fromLocal8Bit(error.what()))};
    }
}

QByteArray embeddedCover(const QString &path)
{
    try {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return {};
        const TaggedFile tagged(path, findAudio(file).container);
        return pictureIn(tagged.get());
    } catch (const std::exception &) {
        return {};
    }
}

} // namespace Library
