// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/rowchanges.h"

#include <QAbstractListModel>

#include <algorithm>

namespace Library {

/// A list of values with ids. Views keep their place when it changes: only what differs is announced.
template <typename Row> class RowModel : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }

protected:
    void replace(const QList<Row> &rows)
    {
        if (const auto steps = rowChanges(ids(m_rows), ids(rows))) {
            for (const RowChange &step : *steps)
                apply(step, rows);
            refresh(rows);
        } else {
            beginResetModel();
            m_rows = rows;
            endResetModel();
        }
    }

private:
    static QList<quint64> ids(const QList<Row> &rows)
    {
        QList<quint64> ids;
        ids.reserve(rows.size());
        for (const Row &row : rows)
            ids.append(row.id);
        return ids;
    }

    void apply(const RowChange &step, const QList<Row> &rows)
    {
        const auto [kind, first, last] = step;
        if (kind == RowChange::Kind::Remove) {
            beginRemoveRows({}, first, last);
            m_rows.remove(first, last - first + 1);
            endRemoveRows();
        } else {
            beginInsertRows({}, first, last);
            m_rows.insert(first, last - first + 1, Row());
            std::copy_n(rows.cbegin() + first, last - first + 1, m_rows.begin() + first);
            endInsertRows();
        }
    }

    void refresh(const QList<Row> &rows)
    {
        for (int row = 0; row < int(rows.size()); ++row) {
            if (m_rows.at(row) == rows.at(row))
                continue;
            m_rows[row] = rows.at(row);
            Q_EMIT dataChanged(index(row), index(row));
        }
    }

    QList<Row> m_rows;
};

} // namespace Library
