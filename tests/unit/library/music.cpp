// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/library/music.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <taglib/attachedpictureframe.h>
#include <taglib/fileref.h>
#include <taglib/flacfile.h>
#include <taglib/id3v2tag.h>
#include <taglib/mp4file.h>
#include <taglib/mpegfile.h>
#include <taglib/tpropertymap.h>
#include <taglib/xiphcomment.h>

using namespace Qt::StringLiterals;

namespace Music {

namespace {

TagLib::ByteVector bytesFrom(const QByteArray &bytes) { return {bytes.constData(), uint(bytes.size())}; }

std::unique_ptr<TagLib::FLAC::Picture> flacPicture(const QByteArray &bytes)
{
    auto picture = std::make_unique<TagLib::FLAC::Picture>();
    picture->setType(TagLib::FLAC::Picture::FrontCover);
    picture->setMimeType("image/png");
    picture->setData(bytesFrom(bytes));
    return picture;
}

/// TagLib 1.13 leaves Ogg FLAC unreadable: it drops the mark of the last header packet.
bool remux(const QString &path, const Tags &tags)
{
    QStringList words{u"-v"_s, u"error"_s, u"-y"_s, u"-i"_s, path, u"-c"_s, u"copy"_s, u"-f"_s, u"ogg"_s};
    const auto set = [&words](const QString &name, const QString &value) {
        if (!value.isNull())
            words << u"-metadata"_s << name + u'=' + value;
    };
    set(u"title"_s, tags.title);
    set(u"artist"_s, tags.artist);
    set(u"album"_s, tags.album);
    set(u"album_artist"_s, tags.albumArtist);
    set(u"date"_s, tags.date);
    set(u"track"_s, tags.trackNumber);
    set(u"disc"_s, tags.discNumber);
    const QString copy = path + u".remuxed"_s;
    return QProcess::execute(u"ffmpeg"_s, words << copy) == 0 && QFile::remove(path)
        && QFile::rename(copy, path);
}

} // namespace

bool canBeMade() { return !QStandardPaths::findExecutable(u"ffmpeg"_s).isEmpty(); }

bool make(const QString &path, const Tone &tone)
{
    QDir().mkpath(QFileInfo(path).path());
    QStringList words{u"-v"_s,
                      u"error"_s,
                      u"-y"_s,
                      u"-f"_s,
                      u"lavfi"_s,
                      u"-i"_s,
                      u"sine=frequency=%1:duration=%2"_s.arg(tone.frequency).arg(tone.seconds)};
    if (path.endsWith(".flac.oga"_L1))
        words << u"-c:a"_s << u"flac"_s << u"-f"_s << u"ogg"_s;
    if (!tone.codec.isEmpty())
        words << u"-c:a"_s << tone.codec;
    words << u"-map_metadata"_s << u"-1"_s << path;
    return QProcess::execute(u"ffmpeg"_s, words) == 0;
}

bool tag(const QString &path, const Tags &tags)
{
    if (path.endsWith(".oga"_L1))
        return remux(path, tags);
    TagLib::FileRef file(QFile::encodeName(path).constData());
    if (file.isNull())
        return false;
    TagLib::PropertyMap all = file.file()->properties();
    const auto set = [&all](const char *name, const QString &value) {
        if (!value.isNull())
            all.replace(name,
                        TagLib::StringList(TagLib::String(value.toUtf8().constData(), TagLib::String::UTF8)));
    };
    set("TITLE", tags.title);
    set("ARTIST", tags.artist);
    set("ALBUM", tags.album);
    set("ALBUMARTIST", tags.albumArtist);
    set("DATE", tags.date);
    set("TRACKNUMBER", tags.trackNumber);
    set("DISCNUMBER", tags.discNumber);
    set("COMPILATION", tags.compilation);
    file.file()->setProperties(all);
    return file.save();
}

bool tag(const QString &path, const Values &values)
{
    TagLib::FileRef file(QFile::encodeName(path).constData());
    if (file.isNull())
        return false;
    TagLib::PropertyMap all;
    auto *mp4 = dynamic_cast<TagLib::MP4::File *>(file.file());
    for (const auto &[name, texts] : values) {
        TagLib::StringList list;
        for (const QString &text : texts)
            list.append(TagLib::String(text.toUtf8().constData(), TagLib::String::UTF8));
        if (mp4 && name.startsWith("REPLAYGAIN"_L1)) // as taggers write it, which TagLib does not know
            mp4->tag()->setItem("----:com.apple.iTunes:" + name.toLower().toStdString(), list);
        else
            all.insert(name.toStdString(), list);
    }
    const auto items = mp4 ? mp4->tag()->itemMap() : TagLib::MP4::ItemMap();
    file.file()->setProperties(all);
    for (const auto &[key, item] : items)
        mp4->tag()->setItem(key, item);
    return file.save();
}

bool setCover(const QString &path, const QByteArray &picture)
{
    TagLib::FileRef file(QFile::encodeName(path).constData());
    if (auto *flac = dynamic_cast<TagLib::FLAC::File *>(file.file())) {
        flac->addPicture(flacPicture(picture).release());
    } else if (auto *mpeg = dynamic_cast<TagLib::MPEG::File *>(file.file())) {
        auto frame = std::make_unique<TagLib::ID3v2::AttachedPictureFrame>();
        frame->setType(TagLib::ID3v2::AttachedPictureFrame::FrontCover);
        frame->setMimeType("image/png");
        frame->setPicture(bytesFrom(picture));
        mpeg->ID3v2Tag(true)->addFrame(frame.release());
    } else if (auto *mp4 = dynamic_cast<TagLib::MP4::File *>(file.file())) {
        TagLib::MP4::CoverArtList covers;
        covers.append({TagLib::MP4::CoverArt::PNG, bytesFrom(picture)});
        mp4->tag()->setItem("covr", covers);
    } else if (auto *comment =
                   file.isNull() ? nullptr : dynamic_cast<TagLib::Ogg::XiphComment *>(file.tag())) {
        comment->addPicture(flacPicture(picture).release());
    } else {
        return false;
    }
    return file.save();
}

QByteArray picture(const QColor &colour, int width, int height, const char *format)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(colour);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, format) ? buffer.data() : QByteArray();
}

bool write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace Music
