// SPDX-License-Identifier: Apache-2.0
#include "app/library/rowchanges.h"

#include <QSet>

namespace Library {

namespace {

constexpr int mostSteps = 200;

QSet<quint64> setOf(const QList<quint64> &ids) { return {ids.cbegin(), ids.cend()}; }

/// Runs of rows whose id is not in @p others.
QList<RowChange> runsOutside(const QList<quint64> &ids, const QSet<quint64> &others, RowChange::Kind kind)
{
    QList<RowChange> runs;
    for (int row = 0; row < int(ids.size()); ++row) {
        if (others.contains(ids[row]))
            continue;
        if (!runs.isEmpty() && runs.last().last == row - 1)
            runs.last().last = row;
        else
            runs.append({kind, row, row});
    }
    return runs;
}

QList<quint64> kept(const QList<quint64> &ids, const QSet<quint64> &others)
{
    QList<quint64> kept;
    for (const quint64 id : ids)
        if (others.contains(id))
            kept.append(id);
    return kept;
}

} // namespace

std::optional<QList<RowChange>> rowChanges(const QList<quint64> &from, const QList<quint64> &to)
{
    const auto before = setOf(from);
    const auto after = setOf(to);
    if (kept(from, after) != kept(to, before))
        return std::nullopt;
    QList<RowChange> steps = runsOutside(from, after, RowChange::Kind::Remove);
    std::reverse(steps.begin(), steps.end()); // from the end, so that the rows before stay where they are
    steps += runsOutside(to, before, RowChange::Kind::Insert);
    return steps.size() > mostSteps ? std::nullopt : std::optional(steps);
}

} // namespace Library
