// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/settingscontroller.h"

#include "app/settingsfile.h"

namespace Desktop {

namespace {

constexpr std::chrono::milliseconds restsAfter{500};

/// As far as it is known before the hub has answered.
QString joinedAt(const App::Options &options)
{
    if (!options.join)
        return {};
    return options.join->address.isEmpty() ? SettingsController::tr("a hub on your network")
                                           : options.join->address.toString(QUrl::RemoveFragment);
}

} // namespace

SettingsController::SettingsController(App::Options options, QString address, ListenAt listenAt,
                                       QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_address(std::move(address))
    , m_joined(joinedAt(m_options))
    , m_listenAt(std::move(listenAt))
{
    m_rests.setSingleShot(true);
    m_rests.setInterval(restsAfter);
    connect(&m_rests, &QTimer::timeout, this, &SettingsController::writeRested);
}

SettingsController::~SettingsController() { writeRested(); }

bool SettingsController::change(QLatin1StringView name, const QStringList &values)
{
    if (isFixed(name))
        return false;
    const App::Options before = m_options;
    if (!apply(name, values))
        return false;
    m_moving.remove(name);
    setFault(App::writeSetting(m_options.settingsFile(), name, values));
    if (!m_fault.isEmpty())
        m_options = before;
    return m_fault.isEmpty();
}

bool SettingsController::adjust(QLatin1StringView name, const QString &value)
{
    if (isFixed(name) || !apply(name, {value}))
        return false;
    m_moving.insert(name, value);
    m_rests.start();
    return true;
}

bool SettingsController::apply(QLatin1StringView name, const QStringList &values)
{
    const QStringList some = values.isEmpty() ? QStringList(QString()) : values;
    const QString fault = App::settingNamed(name)->apply(m_options, some);
    setFault(fault);
    return fault.isEmpty();
}

void SettingsController::writeRested()
{
    const auto moved = std::exchange(m_moving, {});
    for (auto it = moved.cbegin(); it != moved.cend(); ++it)
        setFault(App::writeSetting(m_options.settingsFile(), it.key(), {it.value()}));
}

void SettingsController::setTheme(const QString &theme)
{
    if (theme != this->theme() && change(App::SettingName::theme, {theme}))
        Q_EMIT themeChanged();
}

void SettingsController::setName(const QString &name)
{
    const QString simple = name.simplified();
    if (simple == m_options.name)
        return setFault({});
    if (!App::faultOfName(simple).isEmpty())
        setFault(simple.isEmpty() ? tr("A device needs a name.") : tr("This name is too long."));
    else if (change(App::SettingName::name, {simple}))
        Q_EMIT renamed(simple);
    Q_EMIT nameChanged(); // in any case: what was typed may not be what the name is
}

void SettingsController::setLan(bool lan)
{
    if (lan == m_options.lan || !lanOffered())
        return;
    const auto word = [](bool on) { return on ? QStringLiteral("true") : QStringLiteral("false"); };
    if (change(App::SettingName::lan, {word(lan)}) && m_listenAt) {
        const QString reason = m_listenAt(m_options.listenAt());
        if (!reason.isEmpty()) {
            (void)change(App::SettingName::lan, {word(!lan)});
            setFault(lan ? tr("Segue cannot listen on the network: %1. Devices there still cannot join.")
                               .arg(reason)
                         : tr("Segue cannot stop listening on the network: %1. Devices there can still join.")
                               .arg(reason));
        }
    }
    Q_EMIT lanChanged(); // in any case: the switch may not be what the setting is
}

void SettingsController::setAddress(const QString &address)
{
    if (address == m_address)
        return;
    m_address = address;
    Q_EMIT addressChanged();
}

void SettingsController::setJoined(const QString &joined)
{
    if (joined == m_joined)
        return;
    m_joined = joined;
    Q_EMIT joinedChanged();
}

QString SettingsController::reach() const
{
    if (!lanOffered())
        return tr("Devices on your network, once they were let in (bind is %1).")
            .arg(m_options.bind.toString());
    return m_options.lan
        ? tr("Devices on your network see this hub, and have part in it once they were let in.")
        : tr("Only this machine has part in this hub.");
}

void SettingsController::setFault(const QString &fault)
{
    if (fault == m_fault)
        return;
    m_fault = fault;
    Q_EMIT faultChanged();
}

} // namespace Desktop
