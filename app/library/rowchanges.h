// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

#include <optional>

namespace Library {

/// Rows to take out, or to put in where they will then stand.
struct RowChange {
    enum class Kind { Remove, Insert };
    Kind kind;
    int first;
    int last;

    bool operator==(const RowChange &) const = default;
};

/// The steps, in order, from one list of distinct ids to another. Nothing where the kept ones changed their
/// order, or where so many steps are needed that beginning anew is cheaper for a view.
[[nodiscard]] std::optional<QList<RowChange>> rowChanges(const QList<quint64> &from,
                                                         const QList<quint64> &to);

} // namespace Library
