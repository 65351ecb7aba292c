// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/lazymodel.h"

#include <QDateTime>

namespace Desktop {

/// A device that was let in, as its hub knows it.
struct Admitted {
    quint64 id = 0; ///< of its token
    QString name{};
    QString role{}; ///< as the hub's API has it
    QString seen{}; ///< when last, in words

    bool operator==(const Admitted &) const = default;
};

/// @p seenMs since the epoch, zero: never; in words for somebody who reads it @p now.
[[nodiscard]] QString seenWords(qint64 seenMs, const QDateTime &now);

class AdmittedModel final : public Library::LazyModel<Admitted>
{
    Q_OBJECT

public:
    enum Role { TokenIdRole = Qt::UserRole + 1, NameRole, RoleRole, SeenRole };
    Q_ENUM(Role)

    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    void show(const QList<Admitted> &devices);
    [[nodiscard]] const QList<Admitted> &devices() const { return m_devices; }

protected:
    [[nodiscard]] std::optional<Admitted> lookUp(quint64 id) const override;

private:
    QList<Admitted> m_devices;
};

} // namespace Desktop
