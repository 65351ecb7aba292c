// SPDX-License-Identifier: Apache-2.0
#include "app/library/tagcover.h"

#include <taglib/aifffile.h>
#include <taglib/apetag.h>
#include <taglib/attachedpictureframe.h>
#include <taglib/flacfile.h>
#include <taglib/id3v2tag.h>
#include <taglib/mp4file.h>
#include <taglib/mpegfile.h>
#include <taglib/wavfile.h>
#include <taglib/wavpackfile.h>
#include <taglib/xiphcomment.h>

#include <memory>

namespace Library {

namespace {

constexpr auto apeFrontCover = "COVER ART (FRONT)";
constexpr auto apeFrontCoverAsWritten = "Cover Art (Front)";

QByteArray bytes(const TagLib::ByteVector &vector) { return {vector.data(), qsizetype(vector.size())}; }
TagLib::ByteVector vector(const QByteArray &bytes) { return {bytes.constData(), uint(bytes.size())}; }

bool isPng(const QByteArray &picture) { return picture.startsWith("\x89PNG"); }
const char *mimeType(const QByteArray &picture) { return isPng(picture) ? "image/png" : "image/jpeg"; }

using Frame = TagLib::ID3v2::AttachedPictureFrame;

/// FLAC files and the comments of Ogg hold the same list.
template <typename Holder>
concept HoldsPictures = requires(Holder &holder) { holder.pictureList(); };

template <HoldsPictures Holder> TagLib::FLAC::Picture *shownIn(Holder &holder)
{
    TagLib::FLAC::Picture *first = nullptr;
    for (auto *picture : holder.pictureList()) {
        if (picture->data().isEmpty())
            continue;
        if (picture->type() == TagLib::FLAC::Picture::FrontCover)
            return picture;
        first = first ? first : picture;
    }
    return first;
}

Frame *shownIn(const TagLib::ID3v2::Tag &tag)
{
    Frame *first = nullptr;
    for (auto *frame : tag.frameList("APIC")) {
        auto *picture = dynamic_cast<Frame *>(frame);
        if (!picture || picture->picture().isEmpty())
            continue;
        if (picture->type() == Frame::FrontCover)
            return picture;
        first = first ? first : picture;
    }
    return first;
}

template <HoldsPictures Holder> QByteArray coverOf(Holder &holder)
{
    const auto *picture = shownIn(holder);
    return picture ? bytes(picture->data()) : QByteArray();
}
QByteArray coverOf(const TagLib::ID3v2::Tag &tag)
{
    const auto *picture = shownIn(tag);
    return picture ? bytes(picture->picture()) : QByteArray();
}
QByteArray coverOf(const TagLib::MP4::Tag &tag)
{
    const auto covers = tag.item("covr").toCoverArtList();
    return covers.isEmpty() ? QByteArray() : bytes(covers.front().data());
}
QByteArray coverOf(const TagLib::APE::Tag &tag)
{
    const auto &items = tag.itemListMap();
    const auto found = items.find(apeFrontCover);
    if (found == items.end())
        return {};
    const QByteArray named = bytes(found->second.binaryData()); // a file name, a zero, the picture
    return named.mid(named.indexOf('\0') + 1);
}

template <HoldsPictures Holder> void replaceIn(Holder &holder, const QByteArray &cover)
{
    if (auto *shown = shownIn(holder))
        holder.removePicture(shown);
    if (cover.isEmpty())
        return;
    auto picture = std::make_unique<TagLib::FLAC::Picture>();
    picture->setType(TagLib::FLAC::Picture::FrontCover);
    picture->setMimeType(mimeType(cover));
    picture->setData(vector(cover));
    holder.addPicture(picture.release()); // the file frees it
}
void replaceIn(TagLib::ID3v2::Tag &tag, const QByteArray &cover)
{
    if (auto *shown = shownIn(tag))
        tag.removeFrame(shown);
    if (cover.isEmpty())
        return;
    auto frame = std::make_unique<Frame>();
    frame->setType(Frame::FrontCover);
    frame->setMimeType(mimeType(cover));
    frame->setPicture(vector(cover));
    tag.addFrame(frame.release()); // the tag frees it
}
void replaceIn(TagLib::MP4::Tag &tag, const QByteArray &cover)
{
    TagLib::MP4::CoverArtList covers = tag.item("covr").toCoverArtList();
    if (!covers.isEmpty())
        covers.erase(covers.begin());
    if (!cover.isEmpty())
        covers.prepend(TagLib::MP4::CoverArt(
            isPng(cover) ? TagLib::MP4::CoverArt::PNG : TagLib::MP4::CoverArt::JPEG, vector(cover)));
    if (covers.isEmpty())
        tag.removeItem("covr");
    else
        tag.setItem("covr", covers);
}
void replaceIn(TagLib::APE::Tag &tag, const QByteArray &cover)
{
    if (cover.isEmpty())
        return tag.removeItem(apeFrontCover);
    const QByteArray name = isPng(cover) ? QByteArray("cover.png") : QByteArray("cover.jpg");
    tag.setData(apeFrontCoverAsWritten, vector(name + '\0' + cover));
}

/// Calls @p visit with what holds the file's pictures; false where nothing does.
template <typename Visit> bool withHolder(TagLib::File &file, const Visit &visit)
{
    const auto visited = [&visit](auto *holder) {
        if (holder)
            visit(*holder);
        return holder != nullptr;
    };
    if (auto *flac = dynamic_cast<TagLib::FLAC::File *>(&file))
        return visited(flac);
    if (auto *mpeg = dynamic_cast<TagLib::MPEG::File *>(&file))
        return visited(mpeg->ID3v2Tag(true));
    if (auto *mp4 = dynamic_cast<TagLib::MP4::File *>(&file))
        return visited(mp4->tag());
    if (auto *wav = dynamic_cast<TagLib::RIFF::WAV::File *>(&file))
        return visited(wav->ID3v2Tag());
    if (auto *aiff = dynamic_cast<TagLib::RIFF::AIFF::File *>(&file))
        return visited(aiff->tag());
    if (auto *wavPack = dynamic_cast<TagLib::WavPack::File *>(&file))
        return visited(wavPack->APETag(true));
    return visited(dynamic_cast<TagLib::Ogg::XiphComment *>(file.tag()));
}

} // namespace

QByteArray coverIn(TagLib::File &file)
{
    QByteArray cover;
    withHolder(file, [&cover](auto &holder) { cover = coverOf(holder); });
    return cover;
}

bool setCover(TagLib::File &file, const QByteArray &picture)
{
    return withHolder(file, [&picture](auto &holder) { replaceIn(holder, picture); });
}

} // namespace Library
