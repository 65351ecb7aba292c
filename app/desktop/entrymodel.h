// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/lazymodel.h"

namespace Desktop {

/// An artist, a genre or a playlist in a list of them.
struct Entry {
    quint64 id = 0;
    QString name{};
    QString detail{};

    bool operator==(const Entry &) const = default;
};

class EntryModel final : public Library::LazyModel<Entry>
{
    Q_OBJECT

public:
    enum Role { EntryIdRole = Qt::UserRole + 1, NameRole, DetailRole };
    Q_ENUM(Role)

    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    void show(const QList<Entry> &entries);
    [[nodiscard]] const QList<Entry> &entries() const { return m_entries; }

protected:
    [[nodiscard]] std::optional<Entry> lookUp(quint64 id) const override;

private:
    QList<Entry> m_entries;
};

} // namespace Desktop
