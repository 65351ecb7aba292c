// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/tagedit.h"

#include <QList>
#include <QMap>

#include <variant>

namespace Desktop {

/// A line of the tag editor: what one or several files have in a field, as somebody edits it. Several values
/// are parted by "; ".
struct TagLine {
    QString name{}; ///< "title", "artist", …: see tagForm()
    QString text{};
    bool differs = false; ///< the files do not agree; the text is empty then

    bool operator==(const TagLine &) const = default;
};

/// What these files have in "title", "artist", "albumArtist", "album", "date", "genre", "composer",
/// "trackNumber", "trackTotal", "discNumber", "discTotal" and "compilation" ("1" or nothing).
[[nodiscard]] QList<TagLine> tagForm(const QList<Library::TagEdit> &files);

/// What has been typed, by field, as a change of the files; or what is wrong with it, in a sentence.
[[nodiscard]] std::variant<Library::TagEdit, QString> editFrom(const QMap<QString, QString> &typed);

} // namespace Desktop
