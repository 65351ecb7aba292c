// SPDX-License-Identifier: Apache-2.0
#include "app/library/embeddedcover.h"

#include "app/library/audiofile.h"
#include "app/library/taggedfile.h"

#include <taglib/aifffile.h>
#include <taglib/apetag.h>
#include <taglib/asffile.h>
#include <taglib/attachedpictureframe.h>
#include <taglib/flacfile.h>
#include <taglib/id3v2tag.h>
#include <taglib/mp4file.h>
#include <taglib/mpegfile.h>
#include <taglib/wavfile.h>
#include <taglib/wavpackfile.h>
#include <taglib/xiphcomment.h>

namespace Library {

namespace {

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

QByteArray embeddedCover(const QString &path)
{
    try {
        AudioFile file(path);
        if (!file.isOpen())
            return {};
        const TaggedFile tagged(file, path, findAudio(file).container);
        return pictureIn(tagged.get());
    } catch (const std::exception &) {
        return {};
    }
}

} // namespace Library
