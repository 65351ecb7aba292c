// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/windowstate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Desktop {

namespace {
const auto pageKey = u"page"_s;
const auto queueKey = u"queue"_s;
const auto playingKey = u"playing"_s;
const auto sizeKey = u"size"_s;
const auto volumeKey = u"volume"_s;
const auto mutedKey = u"muted"_s;
} // namespace

WindowState::WindowState(const QString &path, QObject *parent)
    : QObject(parent)
    , m_settings(path, QSettings::IniFormat)
{
}

QString WindowState::page() const { return m_settings.value(pageKey).toString(); }

void WindowState::setPage(const QString &page)
{
    if (page == this->page())
        return;
    m_settings.setValue(pageKey, page);
    Q_EMIT pageChanged();
}

bool WindowState::queueShown() const { return m_settings.value(queueKey, false).toBool(); }

void WindowState::setQueueShown(bool shown)
{
    if (shown == queueShown())
        return;
    m_settings.setValue(queueKey, shown);
    Q_EMIT queueShownChanged();
}

bool WindowState::playingShown() const { return m_settings.value(playingKey, false).toBool(); }

void WindowState::setPlayingShown(bool shown)
{
    if (shown == playingShown())
        return;
    m_settings.setValue(playingKey, shown);
    Q_EMIT playingShownChanged();
}

QSize WindowState::size() const { return m_settings.value(sizeKey).toSize(); }

void WindowState::setSize(QSize size) { m_settings.setValue(sizeKey, size); }

double WindowState::volume() const
{
    bool ok = false;
    const double volume = m_settings.value(volumeKey, 1.0).toDouble(&ok);
    return ok ? std::clamp(volume, 0.0, 1.0) : 1.0;
}

bool WindowState::muted() const { return m_settings.value(mutedKey, false).toBool(); }

void WindowState::setVolume(double volume, bool muted)
{
    m_settings.setValue(volumeKey, volume);
    m_settings.setValue(mutedKey, muted);
}

} // namespace Desktop
