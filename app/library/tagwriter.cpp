// SPDX-License-Identifier: Apache-2.0
#include "app/library/tagwriter.h"

#include "app/library/audioid.h"
#include "app/library/reasons.h"
#include "app/library/replacement.h"
#include "app/library/tagcover.h"
#include "app/library/tagfields.h"

#include <QFile>

#include <taglib/aifffile.h>
#include <taglib/apetag.h>
#include <taglib/flacfile.h>
#include <taglib/id3v2tag.h>
#include <taglib/mp4file.h>
#include <taglib/mpegfile.h>
#include <taglib/opusfile.h>
#include <taglib/vorbisfile.h>
#include <taglib/wavfile.h>
#include <taglib/wavpackfile.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace Library {

namespace {

using FilePointer = std::unique_ptr<TagLib::File>;

/// Nothing for a kind whose tags cannot be written: TagLib leaves Ogg FLAC unreadable, for one.
FilePointer open(const QString &path, Container container)
{
    const QByteArray name = QFile::encodeName(path);
    switch (container) {
    case Container::Mpeg:
        return std::make_unique<TagLib::MPEG::File>(name.constData());
    case Container::Flac:
        return std::make_unique<TagLib::FLAC::File>(name.constData());
    case Container::Ogg: {
        FilePointer vorbis = std::make_unique<TagLib::Ogg::Vorbis::File>(name.constData());
        FilePointer opus = std::make_unique<TagLib::Ogg::Opus::File>(name.constData());
        return vorbis->isValid() ? std::move(vorbis) : opus->isValid() ? std::move(opus) : nullptr;
    }
    case Container::Mp4:
        return std::make_unique<TagLib::MP4::File>(name.constData());
    case Container::Wav:
        return std::make_unique<TagLib::RIFF::WAV::File>(name.constData());
    case Container::Aiff:
        return std::make_unique<TagLib::RIFF::AIFF::File>(name.constData());
    case Container::WavPack:
        return std::make_unique<TagLib::WavPack::File>(name.constData());
    case Container::Asf:
    case Container::Other:
    case Container::Unknown:
        break;
    }
    return nullptr;
}

FilePointer openValid(const QString &path, Container container)
{
    if (container == Container::Unknown)
        throw FileError(Reasons::tr("This is not an audio file of a kind Segue knows."));
    FilePointer file = open(path, container);
    if (!file)
        throw FileError(Reasons::tr("Tags in this kind of file cannot be edited."));
    if (!file->isValid() || !file->audioProperties() || file->audioProperties()->sampleRate() <= 0)
        throw FileError(Reasons::tr("The file is damaged: its headers make no sense."));
    return file;
}

/// Old tags of other kinds are kept if they are there, and none is added.
bool save(TagLib::File &file)
{
    using TagLib::File;
    if (auto *mpeg = dynamic_cast<TagLib::MPEG::File *>(&file)) {
        using Mpeg = TagLib::MPEG::File;
        const int kinds =
            Mpeg::ID3v2 | (mpeg->hasID3v1Tag() ? Mpeg::ID3v1 : 0) | (mpeg->hasAPETag() ? Mpeg::APE : 0);
        return mpeg->save(kinds, File::StripNone, TagLib::ID3v2::v4, File::DoNotDuplicate);
    }
    if (auto *wav = dynamic_cast<TagLib::RIFF::WAV::File *>(&file)) {
        using Wav = TagLib::RIFF::WAV::File;
        return wav->save(wav->hasInfoTag() ? Wav::AllTags : Wav::ID3v2, File::StripNone, TagLib::ID3v2::v4);
    }
    return file.save();
}

Totals totalsIn(Container container)
{
    return container == Container::Flac || container == Container::Ogg ? Totals::Apart : Totals::InNumber;
}

TagEdit tagsIn(TagLib::File &file)
{
    TagEdit tags = fieldsIn(file.properties());
    tags.cover = coverIn(file);
    return tags;
}

void apply(const TagEdit &edit, TagLib::File &file, Totals totals)
{
    const TagLib::PropertyMap before = file.properties();
    const TagLib::PropertyMap after = changed(before, edit, totals);
    auto *mpeg = dynamic_cast<TagLib::MPEG::File *>(&file);
    if (mpeg && mpeg->hasAPETag()) // a second tag some players read first
        mpeg->APETag()->setProperties(changed(mpeg->APETag()->properties(), edit, totals));
    if (after != before)
        file.setProperties(after);
    if (edit.cover && !setCover(file, *edit.cover))
        throw FileError(Reasons::tr("This kind of file holds no cover."));
}

/// The sound of a file: where it lies and what it is.
struct Sound {
    Audio audio;
    std::optional<Sync::TrackId> id;
};

Sound soundOf(QFile &file)
{
    const Audio audio = findAudio(file);
    return {.audio = audio, .id = audioId(file, audio)};
}

/// Byte for byte, but for Ogg: there the tags are among the sound's pages, which are numbered anew.
bool isSameSound(QFile &before, const Sound &was, QFile &after, const Sound &is)
{
    if (!was.id || was.id != is.id || was.audio.container != is.audio.container)
        return false;
    if (was.audio.container == Container::Ogg)
        return true;
    constexpr qint64 blockBytes = 1024 * 1024;
    qint64 left = was.audio.end - was.audio.begin;
    if (left != is.audio.end - is.audio.begin || !before.seek(was.audio.begin) || !after.seek(is.audio.begin))
        return false;
    while (left > 0) {
        const QByteArray block = before.read(std::min(left, blockBytes));
        if (block.isEmpty() || after.read(block.size()) != block)
            return false;
        left -= block.size();
    }
    return true;
}

// TagLib does not say when the disk is full, nor what a format could not hold: looking does.
void check(QFile &original, const Sound &sound, const QString &copy, const TagEdit &edit)
{
    QFile changedFile(copy);
    if (!changedFile.open(QIODevice::ReadOnly)
        || !isSameSound(original, sound, changedFile, soundOf(changedFile)))
        throw FileError(Reasons::tr("The sound would not have survived; is the disk full?"));
    const FilePointer file = openValid(copy, sound.audio.container);
    if (only(tagsIn(*file), edit) != edit)
        throw FileError(Reasons::tr("This kind of file cannot hold all of these values."));
}

QFile &opened(QFile &file)
{
    if (!file.open(QIODevice::ReadOnly))
        throw FileError(Reasons::tr("It cannot be opened: %1.").arg(file.errorString()));
    return file;
}

TagEdit readOrThrow(const QString &path)
{
    QFile file(path);
    return tagsIn(*openValid(path, findAudio(opened(file)).container));
}

TagEdit writeOrThrow(const QString &path, const TagEdit &edit)
{
    if (const QString reason = refusal(edit); !reason.isEmpty())
        throw FileError(reason);
    QFile original(path);
    const Sound sound = soundOf(opened(original));
    TagEdit before = only(tagsIn(*openValid(path, sound.audio.container)), edit);
    if (before == edit)
        return before;
    Replacement replacement(path);
    {
        const FilePointer copy = openValid(replacement.path(), sound.audio.container);
        apply(edit, *copy, totalsIn(sound.audio.container));
        if (!save(*copy))
            throw FileError(Reasons::tr("The tags cannot be written; is the disk full?"));
    }
    check(original, sound, replacement.path(), edit);
    replacement.commit();
    return before;
}

template <typename Work> std::variant<TagEdit, Problem> answer(const QString &path, const Work &work)
{
    try {
        return work();
    } catch (const FileError &error) {
        return Problem{path, QString::fromUtf8(error.what())};
    } catch (const std::exception &error) { // a size in a damaged tag can ask for more memory than there is
        return Problem{path,
                       Reasons::tr("The file is damaged: %1.").arg(QString::fromLocal8Bit(error.what()))};
    }
}

} // namespace

std::variant<TagEdit, Problem> readTags(const QString &path)
{
    return answer(path, [&] { return readOrThrow(path); });
}

std::variant<TagEdit, Problem> writeTags(const QString &path, const TagEdit &edit)
{
    return answer(path, [&] { return writeOrThrow(path, tidy(edit)); });
}

} // namespace Library
