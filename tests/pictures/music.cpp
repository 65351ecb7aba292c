// SPDX-License-Identifier: Apache-2.0
#include "pictures/music.h"

#include "unit/library/music.h"

#include <QDir>
#include <QLinearGradient>
#include <QPainter>

#include <array>

using namespace Qt::StringLiterals;

namespace Pictures {

namespace {

struct Record {
    QString artist;
    QString title;
    int year = 0;
    QString genre;
    QStringList tracks;
    std::array<QRgb, 3> colours; ///< of its cover, from one corner to the other
};

QList<Record> records()
{
    return {{u"Ida Brandt"_s,
             u"Winter Garden"_s,
             2016,
             u"Folk"_s,
             {u"Frost"_s, u"Lemon Tree"_s, u"Glasshouse"_s, u"Thaw"_s},
             {0xe8f6ef, 0x4c9f70, 0x1e5128}},
            {u"Marta Quill"_s,
             u"Paper Boats"_s,
             2019,
             u"Folk"_s,
             {u"Folded Twice"_s, u"Downstream"_s, u"The Old Weir"_s},
             {0xf4e3c1, 0xc97b63, 0x4e3d42}},
            {u"North Yard"_s,
             u"Sidings"_s,
             2021,
             u"Electronic"_s,
             {u"First Train"_s, u"Points"_s, u"Rust and Rain"_s, u"Last Stop"_s},
             {0xd8e2dc, 0x6d8299, 0x1b263b}},
            {u"Salt & Rope"_s,
             u"Tides"_s,
             2018,
             u"Jazz"_s,
             {u"Harbour"_s, u"Open Sea"_s, u"The Pilot"_s},
             {0x9be0d3, 0x1f7a8c, 0x0b2545}},
            {u"The Long Way"_s,
             u"Milestones"_s,
             2023,
             u"Rock"_s,
             {u"Kilometre Zero"_s, u"Detour"_s, u"Home Straight"_s},
             {0xffd166, 0xef476f, 0x26547c}},
            {u"The Risers"_s,
             u"Upwards"_s,
             2014,
             u"Rock"_s,
             {u"Morning"_s, u"Noon"_s, u"Evening"_s},
             {0xf6a04d, 0xd94f70, 0x35226b}}};
}

bool paintCover(const QString &path, const std::array<QRgb, 3> &colours)
{
    constexpr int side = 600;
    QImage cover(side, side, QImage::Format_RGB32);
    QLinearGradient gradient(0, 0, side, side);
    gradient.setColorAt(0, QColor(colours[0]));
    gradient.setColorAt(0.5, QColor(colours[1]));
    gradient.setColorAt(1, QColor(colours[2]));
    QPainter(&cover).fillRect(cover.rect(), gradient);
    return cover.save(path);
}

bool make(const QString &folder, const Record &record, int number)
{
    if (!QDir().mkpath(folder) || !paintCover(folder + "/cover.jpg"_L1, record.colours))
        return false;
    for (int i = 0; i < record.tracks.size(); ++i) {
        const QString path = u"%1/%2.flac"_s.arg(folder).arg(i + 1);
        // What sounds the same is the same track.
        if (!Music::make(path,
                         {.frequency = 200 + 50 * number + 9 * i, .seconds = 150.0 + 17 * number + 23 * i})
            || !Music::tag(path,
                           Music::Values{{u"TITLE"_s, {record.tracks.at(i)}},
                                         {u"ARTIST"_s, {record.artist}},
                                         {u"ALBUM"_s, {record.title}},
                                         {u"DATE"_s, {QString::number(record.year)}},
                                         {u"GENRE"_s, {record.genre}},
                                         {u"TRACKNUMBER"_s, {QString::number(i + 1)}}}))
            return false;
    }
    return true;
}

} // namespace

bool makeMusic(const QString &folder)
{
    int number = 0;
    for (const Record &record : records())
        if (!make(folder + u'/' + record.title, record, ++number))
            return false;
    return Music::canBeMade();
}

} // namespace Pictures
