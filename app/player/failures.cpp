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

} // namespace

QString whyNot(const QUrl &media, const QString &reason)
{
    const auto name = media.fileName().isEmpty() ? media.toDisplayString() : media.fileName();
    if (!media.isLocalFile())
        return Failures::tr("“%1” cannot be played from %2: %3").arg(name, media.host(), reason);
    const QFileInfo file(media.toLocalFile());
    if (!file.exists())
        return Failures::tr("“%1” is missing.").arg(name);
    if (!file.isFile() || !file.isReadable())
        return Failures::tr("“%1” may not be read.").arg(name);
    if (file.size() == 0)
        return Failures::tr("“%1” is empty.").arg(name);
    return Failures::tr("“%1” cannot be played: it is damaged or not audio.").arg(name);
}

QString cutOff(const QUrl &media, std::chrono::milliseconds at, std::chrono::milliseconds duration)
{
    return Failures::tr("“%1” is cut off: it ends at %2 of %3.")
        .arg(media.fileName(), clockTime(at), clockTime(duration));
}

QString damaged(const QUrl &media, int pieces)
{
    return Failures::tr("“%1” is damaged: %n piece(s) of it cannot be played.", nullptr, pieces)
        .arg(media.fileName());
}

} // namespace Player
