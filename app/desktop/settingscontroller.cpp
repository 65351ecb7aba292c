// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/settingscontroller.h"

#include "app/settingsfile.h"

using namespace Qt::StringLiterals;

namespace Desktop {

namespace {

QVariantMap choice(const QString &value, const QString &text)
{
    return {{u"value"_s, value}, {u"text"_s, text}};
}

} // namespace

SettingsController::SettingsController(App::Options options, QString address,
                                       const Player::SoundDevices *devices, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_address(std::move(address))
    , m_devices(devices)
{
    if (devices)
        connect(devices, &Player::SoundDevices::changed, this, &SettingsController::soundDevicesChanged);
}

void SettingsController::setTheme(const QString &theme)
{
    for (const App::Theme one : {App::Theme::System, App::Theme::Light, App::Theme::Dark}) {
        if (theme != App::wordFor(one) || theme == this->theme() || !write(App::SettingName::theme, theme))
            continue;
        m_options.theme = one;
        Q_EMIT themeChanged();
    }
}

void SettingsController::setName(const QString &name)
{
    const QString simple = name.simplified();
    if (simple == m_options.name)
        return setFault({});
    if (!App::faultOfName(simple).isEmpty())
        setFault(simple.isEmpty() ? tr("A device needs a name.") : tr("This name is too long."));
    else if (write(App::SettingName::name, simple))
        Q_EMIT renamed(m_options.name = simple);
    Q_EMIT nameChanged(); // in any case: what was typed may not be what the name is
}

QVariantList SettingsController::soundDevices() const
{
    if (!m_devices)
        return {};
    QVariantList choices{choice({}, tr("The system's default"))};
    bool isThere = m_options.audioDevice.isEmpty();
    for (const Player::SoundDevice &device : m_devices->all()) {
        const QString id = QString::fromUtf8(device.id);
        isThere = isThere || id == m_options.audioDevice;
        choices.append(choice(id, device.name));
    }
    if (!isThere)
        choices.append(choice(m_options.audioDevice, tr("%1 (not there now)").arg(m_options.audioDevice)));
    return choices;
}

void SettingsController::setSoundDevice(const QString &id)
{
    if (id == m_options.audioDevice || !write(App::SettingName::audioDevice, id))
        return;
    m_options.audioDevice = id;
    Q_EMIT soundDevicesChanged();
    Q_EMIT soundDeviceChosen(id.toUtf8());
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

bool SettingsController::write(QLatin1StringView name, const QString &value)
{
    if (isFixed(name))
        return false;
    const QStringList values = value.isEmpty() ? QStringList() : QStringList(value);
    setFault(App::writeSetting(m_options.settingsFile(), name, values));
    return m_fault.isEmpty();
}

} // namespace Desktop
