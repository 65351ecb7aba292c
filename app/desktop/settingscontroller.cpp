// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/settingscontroller.h"

#include "app/settingsfile.h"

namespace Desktop {

namespace {

constexpr std::chrono::milliseconds restsAfter{500};

} // namespace

SettingsController::SettingsController(App::Options options, QString address, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_address(std::move(address))
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

QString SettingsController::reach() const
{
    if (m_options.bind.isLoopback())
        return tr("This machine only. To let the network in, start Segue with --bind 0.0.0.0, or write "
                  "bind=0.0.0.0 into %1.")
            .arg(m_options.settingsFile());
    return tr("The network too (bind is %1).").arg(m_options.bind.toString());
}

void SettingsController::setFault(const QString &fault)
{
    if (fault == m_fault)
        return;
    m_fault = fault;
    Q_EMIT faultChanged();
}

} // namespace Desktop
