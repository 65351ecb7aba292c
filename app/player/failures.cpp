// SPDX-License-Identifier: Apache-2.0
#include "app/player/failures.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace Player {

namespace {

struct Failures {
    Q_DECLARE_TR_FUNCTIONS(Player::Failures)
};

QString clockTime(std::chrono::milliseconds time)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time).count();
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString nameOf(const QUrl &media)
{
    return media.fileName().isEmpty() ? media.toDisplayString() : media.fileName();
}

} // namespace

QString whyNot(const QUrl &media, const QString &reason)
{
    return refused(media, media.isLocalFile() ? Failures::tr("it is damaged or not audio.") : reason);
}

QString refused(const QUrl &media, const QString &reason)
{
    const QString name = nameOf(media);
    if (!media.isLocalFile())
        return Failures::tr("“%1” cannot be played from %2: %3").arg(name, media.host(), reason);
    const QFileInfo file(media.toLocalFile());
    if (!file.exists())
        return Failures::tr("“%1” is missing.").arg(name);
    if (!file.isFile() || !file.isReadable())
        return Failures::tr("“%1” may not be read.").arg(name);
    if (file.size() == 0)
        return Failures::tr("“%1” is empty.").arg(name);
    return Failures::tr("“%1” cannot be played: %2").arg(name, reason);
}

QString cutOff(const QUrl &media, std::chrono::milliseconds at, std::chrono::milliseconds duration)
{
    return Failures::tr("“%1” is cut off: it ends at %2 of %3.")
        .arg(nameOf(media), clockTime(at), clockTime(duration));
}

QString damaged(const QUrl &media, int places, std::chrono::milliseconds first)
{
    return Failures::tr("“%1” is damaged in %n place(s), first near %2: what was there cannot be heard.",
                        nullptr, places)
        .arg(nameOf(media), clockTime(first));
}

QString brokenOff(const QUrl &media, std::chrono::milliseconds at, const QString &reason)
{
    return Failures::tr("“%1” breaks off at %2: %3").arg(nameOf(media), clockTime(at), reason);
}

} // namespace Player
