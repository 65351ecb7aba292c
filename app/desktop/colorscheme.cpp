// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/colorscheme.h"

#include <QDBusConnection>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPalette>

using namespace Qt::StringLiterals;

namespace Desktop {

namespace {

const QString service = u"org.freedesktop.portal.Desktop"_s;
const QString path = u"/org/freedesktop/portal/desktop"_s;
const QString interface = u"org.freedesktop.portal.Settings"_s;
const QString appearance = u"org.freedesktop.appearance"_s;
const QString colorScheme = u"color-scheme"_s;

/// Without this question libdbus would start a bus of its own, and wait for it.
bool hasSessionBus()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
        || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s);
}

/// Read() wraps the value twice, SettingChanged once.
QVariant unwrapped(QVariant value)
{
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

bool paletteIsDark() { return QGuiApplication::palette().color(QPalette::Window).lightness() < 128; }

} // namespace

std::optional<ColorScheme::Choice> ColorScheme::choiceOf(const QString &word)
{
    if (word == "system"_L1)
        return Choice::System;
    if (word == "light"_L1)
        return Choice::Light;
    if (word == "dark"_L1)
        return Choice::Dark;
    return std::nullopt;
}

ColorScheme::ColorScheme(Choice choice, QObject *parent)
    : QObject(parent)
    , m_choice(choice)
{
    update();
    listen();
}

void ColorScheme::setChoice(Choice choice)
{
    m_choice = choice;
    update();
    listen();
}

void ColorScheme::listen()
{
    if (m_choice != Choice::System || std::exchange(m_listening, true))
        return;
    qGuiApp->installEventFilter(this);
    if (hasSessionBus())
        askPortal();
}

bool ColorScheme::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qGuiApp && event->type() == QEvent::ApplicationPaletteChange)
        update();
    return QObject::eventFilter(watched, event);
}

void ColorScheme::askPortal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(service, path, interface, u"SettingChanged"_s, this, SLOT(takeSetting(QDBusMessage)));
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
    question << appearance << colorScheme;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        if (const QDBusPendingReply<QDBusVariant> reply = *watcher; reply.isValid())
            takePreference(QVariant::fromValue(reply.value()));
    });
}

void ColorScheme::takeSetting(const QDBusMessage &message)
{
    const QVariantList words = message.arguments();
    if (words.value(0) == appearance && words.value(1) == colorScheme)
        takePreference(words.value(2));
}

void ColorScheme::takePreference(const QVariant &value)
{
    switch (unwrapped(value).toUInt()) {
    case 1:
        m_portal = true;
        break;
    case 2:
        m_portal = false;
        break;
    default: // the portal's values are open
        m_portal.reset();
    }
    update();
}

void ColorScheme::update()
{
    const bool dark =
        m_choice == Choice::Dark || (m_choice == Choice::System && m_portal.value_or(paletteIsDark()));
    if (dark == m_dark)
        return;
    m_dark = dark;
    Q_EMIT darkChanged();
}

} // namespace Desktop
