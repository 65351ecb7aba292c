// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/hubscontroller.h"

namespace Desktop {

using Sync::Joining;

HubsController::HubsController(SettingsController &settings, const Sync::Discovery::Browser *browser,
                               Joining *joining, Hooks hooks, bool own, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_browser(browser)
    , m_joining(joining)
    , m_hooks(std::move(hooks))
    , m_own(own)
{
    if (m_browser) {
        connect(m_browser, &Sync::Discovery::Browser::hubsChanged, this, &HubsController::show);
        show();
    }
    if (m_joining)
        connect(m_joining, &Joining::stepChanged, this, &HubsController::changed);
}

void HubsController::show()
{
    m_hubs.show(m_browser->hubs());
    Q_EMIT countChanged();
}

Joining::Step HubsController::step() const { return m_joining ? m_joining->step() : Joining::Step::None; }

bool HubsController::joining() const { return step() != Joining::Step::None && step() != Joining::Step::In; }

QString HubsController::words() const
{
    switch (step()) {
    case Joining::Step::None:
    case Joining::Step::In:
        return {};
    case Joining::Step::Looking:
        return tr("Looking for a hub…");
    case Joining::Step::NotFound:
        return m_joining->choice().name.isEmpty()
            ? tr("No other hub is found on your network yet. Segue looks on.")
            : tr("The hub %1 is not found on your network yet. Segue looks on.").arg(m_joining->hubName());
    case Joining::Step::Several:
        return tr("Several hubs are on your network. Choose one.");
    case Joining::Step::Entering:
        return tr("Joining %1…").arg(m_joining->hubName());
    case Joining::Step::Distrusted:
        return m_joining->doubt();
    case Joining::Step::Waiting:
        return tr("Waiting to be allowed on %1. Somebody there is asked now.").arg(m_joining->hubName());
    case Joining::Step::Denied:
        return tr("%1 has not let this device in.").arg(m_joining->hubName());
    }
    Q_UNREACHABLE();
}

void HubsController::join(const QString &hubId)
{
    if (!fixed() && m_hooks.join)
        m_hooks.join({.name = hubId});
}

void HubsController::giveUp()
{
    if (m_own && m_joining)
        m_joining->stop();
    else
        goHome();
}

void HubsController::goHome()
{
    if (fixed() || !m_hooks.goHome)
        return;
    const QString reason = m_hooks.goHome();
    if (!reason.isEmpty())
        return m_settings.setFault(reason);
    (void)m_settings.change(App::SettingName::join, {});
}

void HubsController::setOwn(bool own)
{
    m_own = own;
    if (!own && m_joining && !fixed()) {
        const QString &name = m_joining->choice().name;
        if (!name.isEmpty())
            (void)m_settings.change(App::SettingName::join, {name});
    }
    Q_EMIT changed();
}

} // namespace Desktop
