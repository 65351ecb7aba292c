// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace Bench {

/// Names as real libraries have them: each number always gives the same one, some in other scripts.
[[nodiscard]] QString artistName(int number);
[[nodiscard]] QString albumTitle(int number);
[[nodiscard]] QString trackTitle(int number);
[[nodiscard]] QString genreName(int number);

/// Fills @p folder with @p count short files in five formats, each with a sound and tags of its own, ten to
/// an album; every tenth album has a cover in each file. Takes what is there already. False where ffmpeg
/// fails.
[[nodiscard]] bool makeMusic(const QString &folder, int count);

} // namespace Bench
