// SPDX-License-Identifier: Apache-2.0
#include "integration/sound/tones.h"

#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;

QUrl Tones::make(const QString &suffix, int seconds) const
{
    const auto path = m_directory.filePath(u"tone%1.%2"_s.arg(seconds).arg(suffix));
    if (QFile::exists(path))
        return QUrl::fromLocalFile(path);
    const auto tone = u"sine=frequency=440:duration=%1:sample_rate=44100"_s.arg(seconds);
    const int code = QProcess::execute(
        u"ffmpeg"_s,
        {u"-v"_s, u"error"_s, u"-nostdin"_s, u"-f"_s, u"lavfi"_s, u"-i"_s, tone, u"-ac"_s, u"2"_s, path});
    return code == 0 ? QUrl::fromLocalFile(path) : QUrl();
}

QUrl Tones::makeCut(const QString &suffix, int seconds, double part) const
{
    QFile whole(make(suffix, seconds).toLocalFile());
    if (!whole.open(QIODevice::ReadOnly))
        return {};
    return write(u"cut."_s + suffix, whole.read(qint64(double(whole.size()) * part)));
}

QUrl Tones::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_directory.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return QUrl::fromLocalFile(file.fileName());
}

QUrl Tones::missing() const { return QUrl::fromLocalFile(m_directory.filePath(u"missing.flac"_s)); }
