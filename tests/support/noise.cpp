// SPDX-License-Identifier: Apache-2.0
#include "support/noise.h"

#include <QProcess>

#include <random>

using namespace Qt::StringLiterals;

std::vector<qint16> Noise::make(int frames, quint32 seed)
{
    std::mt19937 random(seed);
    std::vector<qint16> samples(std::size_t(frames) * channels);
    int before = 0; // low tones above all, which no codec throws away
    for (qint16 &sample : samples) {
        before = before * 15 / 16 + int(random() % 2001) - 1000;
        sample = qint16(before);
    }
    return samples;
}

bool Noise::write(const QString &path, const std::vector<qint16> &samples, const QStringList &options,
                  int count)
{
    QProcess ffmpeg;
    ffmpeg.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    ffmpeg.start(u"ffmpeg"_s,
                 QStringList{u"-v"_s, u"error"_s, u"-y"_s, u"-f"_s, u"s16le"_s, u"-ar"_s,
                             QString::number(sampleRate), u"-ac"_s, QString::number(count), u"-i"_s, u"-"_s}
                     + options + QStringList{path});
    if (!ffmpeg.waitForStarted())
        return false;
    ffmpeg.write(reinterpret_cast<const char *>(samples.data()), qint64(samples.size() * sizeof(qint16)));
    ffmpeg.closeWriteChannel();
    return ffmpeg.waitForFinished() && ffmpeg.exitCode() == 0;
}
