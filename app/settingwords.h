// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include <algorithm>

namespace App {

/// A choice, as a setting names it.
template <typename Choice> struct Word {
    QLatin1StringView word;
    Choice means;
};

/// A sentence about why not, where that is none of @p words.
template <typename Choice, std::size_t count>
QString choose(Choice &chosen, const QStringList &values, const Word<Choice> (&words)[count])
{
    QStringList all;
    for (const auto &[word, means] : words) {
        if (values.last() == word) {
            chosen = means;
            return {};
        }
        all.append(word);
    }
    const QString last = all.takeLast();
    return count == 2
        ? QStringLiteral("%1 is neither %2 nor %3").arg(values.last(), all.first(), last)
        : QStringLiteral("%1 is none of %2 and %3").arg(values.last(), all.join(QStringLiteral(", ")), last);
}

template <typename Choice, std::size_t count>
QString wordOf(Choice choice, const Word<Choice> (&words)[count])
{
    return std::ranges::find(words, choice, &Word<Choice>::means)->word;
}

/// Keeps @p value where it is none.
[[nodiscard]] QString setSwitch(bool &value, const QStringList &values);

} // namespace App
