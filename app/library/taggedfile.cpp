// SPDX-License-Identifier: Apache-2.0
#include "app/library/taggedfile.h"

#include <QFile>

#include <taglib/aifffile.h>
#include <taglib/asffile.h>
#include <taglib/flacfile.h>
#include <taglib/id3v2framefactory.h>
#include <taglib/mp4file.h>
#include <taglib/mpegfile.h>
#include <taglib/oggflacfile.h>
#include <taglib/opusfile.h>
#include <taglib/speexfile.h>
#include <taglib/vorbisfile.h>
#include <taglib/wavfile.h>
#include <taglib/wavpackfile.h>

#include <algorithm>
#include <type_traits>

namespace Library {

namespace {

using FilePointer = std::unique_ptr<TagLib::File>;

template <typename... Files> FilePointer firstValid(TagStream &stream)
{
    FilePointer file;
    const auto attempt = [&]<typename File>(std::type_identity<File>) {
        stream.seek(0, TagLib::IOStream::Beginning); // not every kind does
        auto candidate = std::make_unique<File>(&stream);
        if (candidate->isValid())
            file = std::move(candidate);
        return file != nullptr;
    };
    (attempt(std::type_identity<Files>()) || ...);
    return file;
}

template <typename File> FilePointer withFrames(TagStream &stream)
{
    auto file = std::make_unique<File>(&stream, TagLib::ID3v2::FrameFactory::instance());
    return file->isValid() ? FilePointer(std::move(file)) : nullptr;
}

/// Trying the wrong kind first reads half of the file in vain.
bool isOpus(TagStream &stream)
{
    constexpr long firstPacketAt = 28;
    stream.seek(firstPacketAt, TagLib::IOStream::Beginning);
    return stream.readBlock(8) == "OpusHead";
}

/// Nothing for what only FileRef knows.
FilePointer open(TagStream &stream, Container container)
{
    switch (container) {
    case Container::Mpeg:
        return withFrames<TagLib::MPEG::File>(stream);
    case Container::Flac:
        return withFrames<TagLib::FLAC::File>(stream);
    case Container::Ogg:
        if (isOpus(stream))
            return firstValid<TagLib::Ogg::Opus::File>(stream);
        return firstValid<TagLib::Ogg::Vorbis::File, TagLib::Ogg::Opus::File, TagLib::Ogg::FLAC::File,
                          TagLib::Ogg::Speex::File>(stream);
    case Container::Mp4:
        return firstValid<TagLib::MP4::File>(stream);
    case Container::Wav:
        return firstValid<TagLib::RIFF::WAV::File>(stream);
    case Container::Aiff:
        return firstValid<TagLib::RIFF::AIFF::File>(stream);
    case Container::WavPack:
        return firstValid<TagLib::WavPack::File>(stream);
    case Container::Asf:
        return firstValid<TagLib::ASF::File>(stream);
    case Container::Other:
    case Container::Unknown:
        break;
    }
    return nullptr;
}

} // namespace

TagLib::ByteVector TagStream::readBlock(Size length)
{
    const qint64 left = std::clamp<qint64>(m_device.size() - m_device.pos(), 0, m_mayRead);
    const qint64 size = length > quint64(left) ? left : qint64(length);
    m_mayRead -= size;
    TagLib::ByteVector bytes(uint(size), '\0');
    bytes.resize(uint(std::max<qint64>(m_device.read(bytes.data(), size), 0)));
    return bytes;
}

void TagStream::seek(Offset offset, Position from)
{
    const qint64 base = from == Beginning ? 0 : from == Current ? m_device.pos() : m_device.size();
    m_device.seek(std::max<qint64>(base + offset, 0));
}

TaggedFile::TaggedFile(QIODevice &device, const QString &path, Container container)
    : m_stream(device, QFile::encodeName(path))
    , m_own(open(m_stream, container))
{
    if (container == Container::Other)
        m_reference = TagLib::FileRef(&m_stream);
}

} // namespace Library
