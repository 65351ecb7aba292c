// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/cuesheet.h"
#include "app/library/track.h"

#include <QStringList>

namespace Library {

/// The cue sheets of a folder and the audio files beside them, by name.
struct CueFolder {
    QString path{};
    QStringList sheets{};
    QStringList audio{};
};

/// What the sheets of its folder make of a file.
struct Division {
    QList<Track> tracks{}; ///< the parts of the file; the whole where no sheet divides it
    QList<Problem> problems{}; ///< of the sheets
};

/// Which of these files a sheet means: by name, whatever its case; by the name without its ending, since
/// files are converted and their sheets are not; or the one named like the sheet. Empty where there is none.
[[nodiscard]] QString fileMeant(const QString &named, const QString &sheet, const QStringList &audio);

/// The parts of a file, named by the sheet where it names them. @p cues: those of this file, in their order;
/// each must begin before the file ends.
[[nodiscard]] QList<Track> partsOf(const Track &whole, const CueSheet &sheet, const QList<CueTrack> &cues);

/// Reads the sheets. One that has fewer than two tracks in this file says nothing of it.
[[nodiscard]] Division divided(const Track &whole, const CueFolder &folder);

} // namespace Library
