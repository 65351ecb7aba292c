// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/admittedmodel.h"

#include <QCoreApplication>
#include <QLocale>

using namespace std::chrono_literals;

namespace Desktop {

QString seenWords(qint64 seenMs, const QDateTime &now)
{
    if (seenMs <= 0)
        return AdmittedModel::tr("Has not been here yet");
    const QDateTime seen = QDateTime::fromMSecsSinceEpoch(seenMs);
    // A minute is how exactly the hub knows; a clock that was set back is no reason to speak of the future.
    const qint64 minutes = std::chrono::floor<std::chrono::minutes>(now - seen).count();
    if (minutes < 2)
        return AdmittedModel::tr("Here just now");
    if (minutes < 60)
        return AdmittedModel::tr("Here %n minute(s) ago", nullptr, int(minutes));
    const QLocale locale;
    const QString time = locale.toString(seen.time(), QLocale::ShortFormat);
    if (seen.date() == now.date())
        return AdmittedModel::tr("Here today at %1").arg(time);
    if (seen.date().addDays(1) == now.date())
        return AdmittedModel::tr("Here yesterday at %1").arg(time);
    return AdmittedModel::tr("Last here on %1").arg(locale.toString(seen.date(), QLocale::ShortFormat));
}

QVariant AdmittedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Admitted &device = row(index.row());
    switch (role) {
    case TokenIdRole:
        return QString::number(device.id);
    case Qt::DisplayRole:
    case NameRole:
        return device.name;
    case RoleRole:
        return device.role;
    case SeenRole:
        return device.seen;
    default:
        return {};
    }
}

QHash<int, QByteArray> AdmittedModel::roleNames() const
{
    return {{TokenIdRole, "tokenId"}, {NameRole, "name"}, {RoleRole, "role"}, {SeenRole, "seen"}};
}

void AdmittedModel::show(const QList<Admitted> &devices)
{
    m_devices = devices;
    QList<quint64> ids;
    for (const Admitted &device : devices)
        ids.append(device.id);
    LazyModel::show(ids);
}

std::optional<Admitted> AdmittedModel::lookUp(quint64 id) const
{
    const auto found = std::ranges::find(m_devices, id, &Admitted::id);
    return found == m_devices.end() ? std::nullopt : std::optional(*found);
}

} // namespace Desktop
