// SPDX-License-Identifier: Apache-2.0
#include "app/library/tagreader.h"

#include "app/library/audiofile.h"
#include "app/library/audioid.h"
#include "app/library/oggaudio.h"
#include "app/library/reasons.h"
#include "app/library/taggedfile.h"
#include "app/library/tags.h"

#include <taglib/tfile.h>

using namespace Qt::StringLiterals;

namespace Library {

namespace {

std::variant<Track, Problem> readOrThrow(const QString &path)
{
    AudioFile file(path);
    if (!file.isOpen())
        return Problem{path, Reasons::tr("It cannot be opened: %1.").arg(file.errorString())};
    if (file.size() == 0)
        return Problem{path, Reasons::tr("The file is empty.")};
    const Audio audio = findAudio(file);
    if (audio.container == Container::Unknown)
        return Problem{path, Reasons::tr("This is not an audio file of a kind Segue knows.")};
    const auto id = audioId(file, audio);
    if (!id)
        return Problem{path, Reasons::tr("The file is cut off before its sound begins.")};
    const TaggedFile tagged(file, path, audio.container);
    const TagLib::File *known = tagged.get();
    if (!known || !known->isValid() || !known->audioProperties()
        || known->audioProperties()->sampleRate() <= 0)
        return Problem{path, Reasons::tr("The file is damaged: its headers make no sense.")};
    Track track = trackOf(path, *id, *known);
    if (track.duration.count() == 0
        && audio.container == Container::Ogg) // a streamed FLAC does not tell its length
        track.duration = std::chrono::milliseconds(readOgg(file, audio.begin).length * 1000
                                                   / known->audioProperties()->sampleRate());
    return track;
}

} // namespace

std::variant<Track, Problem> readTrack(const QString &path)
{
    try {
        return readOrThrow(path);
    } catch (const std::exception &error) { // a size in a damaged tag can ask for more memory than there is
        return Problem{path,
                       Reasons::tr("The file is damaged: %1.").arg(QString::fromLocal8Bit(error.what()))};
    }
}

} // namespace Library
