// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/icytitle.h"

#include <QNetworkAccessManager>
#include <QTimer>
#include <QUrl>

class QNetworkReply;

namespace Player {

/// What a radio station says it is playing. Looks into the stream every now and then: the media framework
/// does not tell, and listening to all of it a second time would double the traffic.
class StationTitle final : public QObject
{
    Q_OBJECT

public:
    explicit StationTitle(std::chrono::milliseconds lookEvery = std::chrono::seconds(15),
                          QObject *parent = nullptr);
    ~StationTitle() override;

    /// The station to look at; an empty address for none.
    void follow(const QUrl &station);
    [[nodiscard]] const QString &title() const { return m_title; }

Q_SIGNALS:
    void changed();

private:
    void look();
    void read();
    void stop();
    void setTitle(const QString &title);

    QUrl m_station;
    QString m_title;
    QNetworkAccessManager m_network;
    QNetworkReply *m_reply = nullptr; ///< the manager's
    std::optional<IcyBlock> m_block;
    QTimer m_again;
};

} // namespace Player
