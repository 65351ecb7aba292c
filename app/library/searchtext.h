// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Library {

/// For comparing what people type with what tags say: no case, no accents, one form of each sign.
[[nodiscard]] QString folded(const QString &text);

/// The words of a text, folded, with one space between them. Each sign of a script that puts no spaces
/// between words (Chinese, Japanese) is a word of its own, so that it is found wherever it stands.
[[nodiscard]] QString searchKey(const QString &text);

/// Whether each typed word begins a word of the text.
[[nodiscard]] bool mentions(const QString &text, const QString &typed);

/// What is put into the index for a text: its key, and once more in one piece what signs take apart ("AC/DC"
/// is also "acdc").
[[nodiscard]] QString indexText(const QString &text);

/// The FTS5 expression for what somebody types: every word must be there, each may be only a beginning. Empty
/// where there is nothing to look for. @p columns such as "artist album" narrows it.
[[nodiscard]] QString searchExpression(const QString &typed, const QString &columns = {});

} // namespace Library
