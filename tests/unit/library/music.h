// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/track.h"

#include <QByteArray>
#include <QImage>
#include <QString>
#include <QStringList>

#include <utility>

/// Music for tests, made on the spot.
namespace Music {

struct Tone {
    int frequency = 440;
    double seconds = 1;
    QString codec{}; ///< where a format has several
};

/// False where there is no ffmpeg; a test that needs it says so and is skipped.
[[nodiscard]] bool canBeMade();

/// A tone without tags; the path's ending chooses the format. "flac.oga" is FLAC in Ogg.
[[nodiscard]] bool make(const QString &path, const Tone &tone = {});

/// Only what is set here is written.
struct Tags {
    QString title{};
    QString artist{};
    QString album{};
    QString albumArtist{};
    QString date{};
    QString trackNumber{};
    QString discNumber{};
    QString compilation{};
};
[[nodiscard]] bool tag(const QString &path, const Tags &tags);

/// Any tags, by TagLib's names for them, with several values each.
using Values = QList<std::pair<QString, QStringList>>;
[[nodiscard]] bool tag(const QString &path, const Values &values);

[[nodiscard]] bool setCover(const QString &path, const QByteArray &picture);
[[nodiscard]] QByteArray picture(const QColor &colour, int width, int height, const char *format = "PNG");

[[nodiscard]] bool write(const QString &path, const QByteArray &bytes);
[[nodiscard]] QByteArray bytesOf(const QString &path);

} // namespace Music
