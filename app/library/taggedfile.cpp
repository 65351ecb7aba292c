// SPDX-License-Identifier: Apache-2.0
#include "app/library/taggedfile.h"

#include <QFile>

#include <taglib/aifffile.h>
#include <taglib/asffile.h>
#include <taglib/flacfile.h>
#include <taglib/mp4file.h>
#include <taglib/mpegfile.h>
#include <taglib/oggflacfile.h>
#include <taglib/opusfile.h>
#include <taglib/speexfile.h>
#include <taglib/vorbisfile.h>
#include <taglib/wavfile.h>
#include <taglib/wavpackfile.h>

namespace Library {

namespace {

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

} // namespace

TaggedFile::TaggedFile(const QString &path, Container container)
    : m_own(open(QFile::encodeName(path), container))
{
    if (container == Container::Other)
        m_reference = TagLib::FileRef(QFile::encodeName(path).constData());
}

} // namespace Library
