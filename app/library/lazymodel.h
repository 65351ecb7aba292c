// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/rowchanges.h"

#include <QAbstractListModel>
#include <QCache>

#include <optional>

namespace Library {

/// A list that holds only ids; a row is looked up when a view asks for it. Views keep their place when the
/// list changes: only what differs is announced.
template <typename Row> class LazyModel : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_ids.size());
    }
    [[nodiscard]] const QList<quint64> &ids() const { return m_ids; }

protected:
    [[nodiscard]] virtual std::optional<Row> lookUp(quint64 id) const = 0;

    /// Valid until the next call. A row of default values for an id that is unknown.
    [[nodiscard]] const Row &row(int index) const
    {
        const quint64 id = m_ids.at(index);
        if (!m_rows.contains(id))
            m_rows.insert(id, new Row(lookUp(id).value_or(Row())));
        return *m_rows.object(id);
    }

    /// Rows are looked up anew, even those that stay.
    void show(const QList<quint64> &ids)
    {
        if (const auto steps = rowChanges(m_ids, ids)) {
            for (const RowChange &step : *steps)
                apply(step, ids);
            refresh();
        } else {
            beginResetModel();
            m_ids = ids;
            m_rows.clear();
            endResetModel();
        }
    }

private:
    void apply(const RowChange &step, const QList<quint64> &ids)
    {
        const auto [kind, first, last] = step;
        if (kind == RowChange::Kind::Remove) {
            beginRemoveRows({}, first, last);
            m_ids.remove(first, last - first + 1);
            endRemoveRows();
        } else {
            beginInsertRows({}, first, last);
            m_ids.insert(first, last - first + 1, 0);
            std::copy_n(ids.cbegin() + first, last - first + 1, m_ids.begin() + first);
            endInsertRows();
        }
    }

    /// What nobody has seen cannot have changed for them.
    void refresh()
    {
        QHash<quint64, Row> seen;
        for (const quint64 id : m_rows.keys())
            seen.insert(id, *m_rows.object(id));
        m_rows.clear();
        for (int index = 0; index < int(m_ids.size()); ++index) {
            const auto before = seen.constFind(m_ids.at(index));
            if (before != seen.cend() && row(index) != *before)
                Q_EMIT dataChanged(this->index(index), this->index(index));
        }
    }

    static constexpr int rowsKept = 1000;

    QList<quint64> m_ids;
    mutable QCache<quint64, Row> m_rows{rowsKept};
};

} // namespace Library
