// SPDX-License-Identifier: Apache-2.0
#include "bench/seeks/material.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QProcess>

#include <cstring>

using namespace Qt::StringLiterals;

namespace Seeks {

namespace {

constexpr auto musicFolder = "/usr/share/games/wesnoth";
constexpr qint64 musicAtLeastBytes = 2'000'000; // shorter pieces leave no room for seeks

std::optional<QByteArray> runFfmpeg(const QStringList &words)
{
    QProcess ffmpeg;
    ffmpeg.start(u"ffmpeg"_s, QStringList{u"-v"_s, u"error"_s, u"-y"_s, u"-nostdin"_s} + words);
    if (!ffmpeg.waitForFinished(120'000) || ffmpeg.exitCode() != 0)
        return std::nullopt;
    return ffmpeg.readAllStandardOutput();
}

} // namespace

std::optional<Material> readMaterial(const QString &name, const QString &path)
{
    const auto pcm = runFfmpeg(
        {u"-i"_s, path, u"-vn"_s, u"-ac"_s, u"1"_s, u"-ar"_s, u"8000"_s, u"-f"_s, u"f32le"_s, u"-"_s});
    if (!pcm)
        return std::nullopt;
    Material material{.name = name, .path = path, .sound = {}};
    material.sound.resize(size_t(pcm->size()) / sizeof(float));
    std::memcpy(material.sound.data(), pcm->constData(), material.sound.size() * sizeof(float));
    return material;
}

std::optional<Material> makeNoise(const QString &directory, const QString &suffix)
{
    const auto path = directory + u"/noise."_s + suffix;
    if (!runFfmpeg({u"-f"_s, u"lavfi"_s, u"-i"_s,
                    u"anoisesrc=color=pink:seed=7:amplitude=0.5:duration=120:sample_rate=44100"_s, u"-ac"_s,
                    u"2"_s, path}))
        return std::nullopt;
    return readMaterial(suffix, path);
}

QStringList installedMusic()
{
    QStringList found;
    QDirIterator files(QString::fromLatin1(musicFolder), {u"*.ogg"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const auto path = files.next();
        if (path.contains("/music/"_L1) && files.fileInfo().size() > musicAtLeastBytes)
            found << path;
    }
    found.sort();
    return found;
}

} // namespace Seeks
