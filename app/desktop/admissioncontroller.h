// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/admittedmodel.h"
#include "app/desktop/hubapi.h"
#include "sync/link/link.h"

#include <QSet>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace Desktop {

/// Who wants to be let in to the hub, and who was; all of it is there only for an admin.
class AdmissionController final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Window")

    /// This device may let others in.
    Q_PROPERTY(bool admin READ admin NOTIFY adminChanged FINAL)
    /// How many wait to be let in; and the one that has waited for longest, empty where nobody does.
    Q_PROPERTY(int waiting READ waiting NOTIFY askingChanged FINAL)
    Q_PROPERTY(QString askerId READ askerId NOTIFY askingChanged FINAL)
    Q_PROPERTY(QString askerName READ askerName NOTIFY askingChanged FINAL)
    Q_PROPERTY(QString askerAddress READ askerAddress NOTIFY askingChanged FINAL)
    /// What it shows, so that one knows it from others; empty for all but televisions.
    Q_PROPERTY(QString askerCode READ askerCode NOTIFY askingChanged FINAL)
    /// Of AdmittedModel's roles. QObject: qmllint of Qt 6.4 does not know QAbstractItemModel
    Q_PROPERTY(QObject *admitted READ admitted CONSTANT FINAL)
    Q_PROPERTY(int admittedCount READ admittedCount NOTIFY admittedChanged FINAL)
    /// Somebody looks at the list: it is kept fresh.
    Q_PROPERTY(bool watched READ watched WRITE setWatched NOTIFY watchedChanged FINAL)

public:
    /// Both must outlive it.
    AdmissionController(const Sync::Link &link, HubApi &api, QObject *parent = nullptr);

    [[nodiscard]] bool admin() const;
    [[nodiscard]] int waiting() const { return int(m_link.asking().size()); }
    [[nodiscard]] QString askerId() const { return asker().id; }
    [[nodiscard]] QString askerName() const { return asker().name; }
    [[nodiscard]] QString askerAddress() const { return asker().address; }
    [[nodiscard]] QString askerCode() const { return asker().code; }
    [[nodiscard]] QObject *admitted() { return &m_admitted; }
    [[nodiscard]] int admittedCount() const { return m_admitted.rowCount(); }
    [[nodiscard]] bool watched() const { return m_refresh.isActive(); }
    void setWatched(bool watched);

    /// @p role: "listener", "controller" or "admin".
    Q_INVOKABLE void allow(const QString &askerId, const QString &role);
    Q_INVOKABLE void deny(const QString &askerId);
    Q_INVOKABLE void setRole(const QString &tokenId, const QString &role);
    Q_INVOKABLE void revoke(const QString &tokenId);
    void reload();

Q_SIGNALS:
    void adminChanged();
    void askingChanged();
    void admittedChanged();
    void watchedChanged();
    /// A device was let in since the list was last read.
    void cameIn(const QString &name);
    /// Somebody wants a device to go: the question is to be asked.
    void revokeWanted(const QString &tokenId, const QString &name);
    void failed(const QString &sentence);

private:
    [[nodiscard]] Sync::Native::Asker asker() const;
    void decide(const QString &askerId, QLatin1StringView verdict, const QJsonObject &body);
    void change(const QByteArray &verb, const QString &tokenId, const QJsonObject &body);
    void take(const QJsonObject &list);

    const Sync::Link &m_link;
    HubApi &m_api;
    AdmittedModel m_admitted;
    std::optional<QSet<quint64>> m_known; ///< nothing before the list was read
    QTimer m_refresh;
};

} // namespace Desktop
