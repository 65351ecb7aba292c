// SPDX-License-Identifier: Apache-2.0
#include "app/player/stationtitle.h"

#include <QNetworkReply>

using namespace std::chrono_literals;

namespace Player {

namespace {

constexpr auto patience = 10s;
constexpr qsizetype longestInterval = 1024 * 1024; // usual are 8000 to 64000

} // namespace

StationTitle::StationTitle(std::chrono::milliseconds lookEvery, QObject *parent)
    : QObject(parent)
{
    m_again.setInterval(lookEvery);
    connect(&m_again, &QTimer::timeout, this, &StationTitle::look);
}

StationTitle::~StationTitle() { stop(); }

void StationTitle::follow(const QUrl &station)
{
    if (station == m_station)
        return;
    m_station = station;
    stop();
    setTitle({});
    if (station.isEmpty())
        return m_again.stop();
    m_again.start();
    look();
}

void StationTitle::look()
{
    stop();
    QNetworkRequest request(m_station);
    request.setRawHeader("Icy-MetaData", "1");
    request.setTransferTimeout(std::chrono::duration_cast<std::chrono::milliseconds>(patience).count());
    m_reply = m_network.get(request);
    connect(m_reply, &QNetworkReply::readyRead, this, &StationTitle::read);
    connect(m_reply, &QNetworkReply::finished, this, &StationTitle::stop);
}

void StationTitle::read()
{
    if (!m_block) {
        const qsizetype interval = m_reply->rawHeader("icy-metaint").toLongLong();
        if (interval <= 0 || interval > longestInterval)
            return stop(); // it says nothing
        m_block.emplace(interval);
    }
    const auto block = m_block->take(m_reply->readAll());
    if (!block)
        return;
    stop();
    if (const auto title = icyTitleIn(*block))
        setTitle(*title);
}

void StationTitle::stop()
{
    m_block.reset();
    QNetworkReply *const reply = std::exchange(m_reply, nullptr);
    if (!reply)
        return;
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

void StationTitle::setTitle(const QString &title)
{
    if (title == m_title)
        return;
    m_title = title;
    Q_EMIT changed();
}

} // namespace Player
