// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/hubmodel.h"
#include "app/desktop/settingscontroller.h"
#include "sync/discovery/joining.h"

#include <QtQml/qqmlregistration.h>

namespace Desktop {

/// Which other hubs are on the network, and the way into one and back. The choice is written down.
class HubsController final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Window")

    /// Of HubModel's roles. QObject: qmllint of Qt 6.4 does not know QAbstractItemModel
    Q_PROPERTY(QObject *hubs READ hubs CONSTANT FINAL)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    /// This program is a hub itself now.
    Q_PROPERTY(bool own READ own NOTIFY changed FINAL)
    /// The way into a hub has begun and has not ended.
    Q_PROPERTY(bool joining READ joining NOTIFY changed FINAL)
    /// How far it is; empty where there is nothing to say.
    Q_PROPERTY(QString words READ words NOTIFY changed FINAL)
    /// The command line has it.
    Q_PROPERTY(bool fixed READ fixed CONSTANT FINAL)

public:
    /// What is done in the program; the words are why something cannot be.
    struct Hooks {
        std::function<void(const Sync::HubChoice &)> join;
        std::function<QString()> goHome;
    };

    /// @p browser and @p joining: nothing for a window that knows no network. All must outlive it.
    HubsController(SettingsController &settings, const Sync::Discovery::Browser *browser,
                   Sync::Joining *joining, Hooks hooks, bool own, QObject *parent = nullptr);

    [[nodiscard]] QObject *hubs() { return &m_hubs; }
    [[nodiscard]] int count() const { return m_hubs.rowCount(); }
    [[nodiscard]] bool own() const { return m_own; }
    [[nodiscard]] bool joining() const;
    [[nodiscard]] QString words() const;
    [[nodiscard]] bool fixed() const { return m_settings.isFixed(App::SettingName::join); }

    Q_INVOKABLE void join(const QString &hubId);
    /// The way into a hub is given up.
    Q_INVOKABLE void giveUp();
    Q_INVOKABLE void goHome();
    /// The program has come into another hub, or has its own again.
    void setOwn(bool own);

Q_SIGNALS:
    void countChanged();
    void changed();

private:
    [[nodiscard]] Sync::Joining::Step step() const;
    void show();

    SettingsController &m_settings;
    const Sync::Discovery::Browser *const m_browser;
    Sync::Joining *const m_joining;
    const Hooks m_hooks;
    bool m_own;
    HubModel m_hubs;
};

} // namespace Desktop
