// SPDX-License-Identifier: Apache-2.0
#include "bench/library/material.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRandomGenerator>

#include <taglib/attachedpictureframe.h>
#include <taglib/fileref.h>
#include <taglib/flacfile.h>
#include <taglib/id3v2tag.h>
#include <taglib/mp4file.h>
#include <taglib/mpegfile.h>
#include <taglib/tpropertymap.h>
#include <taglib/xiphcomment.h>

#include <cstdio>
#include <memory>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Bench {

namespace {

constexpr int tracksPerAlbum = 10;
constexpr int albumsPerArtist = 3;
constexpr int coverSide = 300;

const QStringList formats{u"flac"_s, u"mp3"_s, u"ogg"_s, u"opus"_s, u"m4a"_s};

const QStringList vocabulary{
    u"Night"_s,  u"Love"_s,   u"River"_s,   u"Żółw"_s,   u"Little"_s,   u"Blue"_s,   u"Réveil"_s,
    u"Stone"_s,  u"Елка"_s,   u"Morning"_s, u"東京"_s,   u"House"_s,    u"Garden"_s, u"Ørsted"_s,
    u"Wind"_s,   u"Fire"_s,   u"Dancing"_s, u"Άνοιξη"_s, u"Street"_s,   u"Silver"_s, u"Moon"_s,
    u"Ängel"_s,  u"Summer"_s, u"Rain"_s,    u"Синий"_s,  u"Dream"_s,    u"紅蓮"_s,   u"Mountain"_s,
    u"Golden"_s, u"Café"_s,   u"Road"_s,    u"Queen"_s,  u"Electric"_s, u"Ghost"_s,  u"Winter"_s,
    u"Señor"_s,  u"Paper"_s,  u"Ocean"_s,   u"Velvet"_s, u"Machine"_s};

/// Pronounceable, and rarely the same one twice: names are not made of forty words.
QString inventedWord(quint32 number)
{
    static const QStringList begins{u"b"_s, u"k"_s, u"l"_s, u"m"_s, u"n"_s,
                                    u"r"_s, u"s"_s, u"t"_s, u"v"_s, u"z"_s};
    static const QStringList middles{u"a"_s, u"e"_s, u"i"_s, u"o"_s, u"u"_s, u"é"_s, u"ö"_s};
    QString word;
    for (quint32 rest = number; word.size() < 4 || rest > 0; rest /= 70)
        word += begins[rest % 10] + middles[rest / 10 % 7];
    word[0] = word[0].toUpper();
    return word;
}

QString words(quint32 seed, int count)
{
    QRandomGenerator random(seed);
    QStringList words;
    for (int i = 0; i < count; ++i)
        words += random.bounded(3) == 0 ? inventedWord(random.bounded(20'000U))
                                        : vocabulary[random.bounded(int(vocabulary.size()))];
    return words.join(u' ');
}

QString pathOf(const QString &folder, int number)
{
    const int album = number / tracksPerAlbum;
    return u"%1/%2/%3/%4.%5"_s.arg(folder)
        .arg(album / albumsPerArtist, 5, 10, QChar(u'0'))
        .arg(album, 5, 10, QChar(u'0'))
        .arg(number, 6, 10, QChar(u'0'))
        .arg(formats[number % formats.size()]);
}

/// One encoder for all files of a format: noise cut into seconds.
bool makeSounds(const QString &folder, const QString &format, int count)
{
    const QStringList arguments{
        u"-v"_s,
        u"error"_s,
        u"-y"_s,
        u"-f"_s,
        u"lavfi"_s,
        u"-i"_s,
        u"anoisesrc=duration=%1:seed=%2:amplitude=0.2"_s.arg(count).arg(formats.indexOf(format)),
        u"-f"_s,
        u"segment"_s,
        u"-segment_time"_s,
        u"1"_s,
        folder + "/sound-%06d."_L1 + format};
    return QProcess::execute(u"ffmpeg"_s, arguments) == 0;
}

QByteArray cover(int album)
{
    QImage image(coverSide, coverSide, QImage::Format_RGB32);
    QRandomGenerator random(quint32(album) + 1);
    for (int y = 0; y < coverSide; ++y)
        for (int x = 0; x < coverSide; ++x)
            image.setPixel(x, y, random.generate());
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", 40);
    return buffer.data();
}

void setCover(TagLib::File *file, const QByteArray &bytes)
{
    const TagLib::ByteVector data(bytes.constData(), uint(bytes.size()));
    const auto flacPicture = [&] {
        auto *picture = new TagLib::FLAC::Picture; // its tag owns it
        picture->setType(TagLib::FLAC::Picture::FrontCover);
        picture->setMimeType("image/jpeg");
        picture->setData(data);
        return picture;
    };
    if (auto *flac = dynamic_cast<TagLib::FLAC::File *>(file)) {
        flac->addPicture(flacPicture());
    } else if (auto *mpeg = dynamic_cast<TagLib::MPEG::File *>(file)) {
        auto *frame = new TagLib::ID3v2::AttachedPictureFrame; // as well
        frame->setType(TagLib::ID3v2::AttachedPictureFrame::FrontCover);
        frame->setMimeType("image/jpeg");
        frame->setPicture(data);
        mpeg->ID3v2Tag(true)->addFrame(frame);
    } else if (auto *mp4 = dynamic_cast<TagLib::MP4::File *>(file)) {
        TagLib::MP4::CoverArtList covers;
        covers.append({TagLib::MP4::CoverArt::JPEG, data});
        mp4->tag()->setItem("covr", covers);
    } else if (auto *comment = dynamic_cast<TagLib::Ogg::XiphComment *>(file->tag())) {
        comment->addPicture(flacPicture());
    }
}

bool tag(const QString &path, int number)
{
    TagLib::FileRef file(QFile::encodeName(path).constData());
    if (file.isNull())
        return false;
    const int album = number / tracksPerAlbum;
    TagLib::PropertyMap tags;
    const auto set = [&tags](const char *name, const QString &value) {
        tags.insert(name, TagLib::String(value.toStdString(), TagLib::String::UTF8));
    };
    set("TITLE", trackTitle(number));
    set("ARTIST", artistName(album / albumsPerArtist));
    set("ALBUM", albumTitle(album));
    set("ALBUMARTIST", artistName(album / albumsPerArtist));
    set("GENRE", genreName(album));
    set("TRACKNUMBER", u"%1/%2"_s.arg(number % tracksPerAlbum + 1).arg(tracksPerAlbum));
    set("DATE", QString::number(1960 + album % 60));
    file.file()->setProperties(tags);
    if (album % 10 == 0)
        setCover(file.file(), cover(album));
    return file.save();
}

} // namespace

QString artistName(int number) { return words(quint32(number) * 7 + 1, 2); }
QString albumTitle(int number) { return words(quint32(number) * 7 + 2, 1 + number % 3); }
QString trackTitle(int number) { return words(quint32(number) * 7 + 3, 1 + number % 4); }
QString genreName(int number) { return u"%1 %2"_s.arg(vocabulary[number % 9], u"Jazz"_s); }

bool makeMusic(const QString &folder, int count)
{
    if (QFile::exists(pathOf(folder, count - 1)))
        return true;
    for (const QString &format : formats) {
        std::printf("making %s files\n", qPrintable(format));
        std::fflush(stdout);
        if (!makeSounds(folder, format, count / int(formats.size()) + 1))
            return false;
    }
    for (int number = 0; number < count; ++number) {
        const QString sound = u"%1/sound-%2.%3"_s.arg(folder)
                                  .arg(number / formats.size(), 6, 10, QChar(u'0'))
                                  .arg(formats[number % formats.size()]);
        const QString path = pathOf(folder, number);
        if (number % tracksPerAlbum == 0)
            QDir().mkpath(path.section(u'/', 0, -2));
        if (!QFile::rename(sound, path) || !tag(path, number))
            return false;
    }
    for (const QString &rest : QDir(folder).entryList({u"sound-*"_s}))
        QFile::remove(folder + u'/' + rest);
    return true;
}

} // namespace Bench
