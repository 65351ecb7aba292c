// SPDX-License-Identifier: Apache-2.0
#include "support/program/music.h"

#include <QDir>

namespace Testing {

QString realMusic()
{
    const QDir games("/usr/share/games/wesnoth");
    for (const QString &version : games.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString music = games.filePath(version + "/data/core/music");
        if (QDir(music).exists())
            return music;
    }
    return {};
}

} // namespace Testing
