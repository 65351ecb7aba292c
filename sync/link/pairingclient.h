// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/link/hubhttp.h"

#include <QTimer>

namespace Sync {

/// Gets a device into a hub: shows its token, and where that is worth nothing asks to be let in and waits for
/// somebody there to decide. Asks again where nobody did. Main thread.
class PairingClient : public QObject
{
    Q_OBJECT

public:
    /// Who wants to be let in.
    PairingClient(QString device, QString name, QObject *parent = nullptr);

    /// @p token: the one it holds, or empty.
    void enter(const QUrl &hub, const QByteArray &token);
    void stop();
    void setName(const QString &name) { m_name = name; }
    /// Why the hub's certificate was not taken; empty where it was, or none was seen.
    [[nodiscard]] const QString &distrust() const { return m_http.distrust(); }

Q_SIGNALS:
    /// It may come in, with this token; empty: the hub lets this machine in as it is.
    void admitted(const QString &hubId, const QString &hubName, const QByteArray &token);
    /// Somebody who may is to let it in. The names are empty where the hub does not tell them.
    void waiting(const QString &hubId, const QString &hubName);
    /// Somebody has said no; nothing more is asked.
    void denied();
    /// It is tried again.
    void unreachable();

private:
    void show();
    void ask();
    void collect();
    void goOn();
    void takeMe(const HubHttp::Answer &answer);
    void takeAsked(const HubHttp::Answer &answer);
    void takeVerdict(const HubHttp::Answer &answer);
    using Step = void (PairingClient::*)();
    void later(Step step, std::chrono::milliseconds wait);
    void tryAgain(Step step);

    const QString m_device;
    QString m_name;
    QUrl m_url;
    QByteArray m_token;
    QString m_hubId;
    QString m_hubName;
    QString m_request;
    QString m_secret;
    int m_attempt = 0;
    Step m_step = &PairingClient::show;
    QTimer m_next; ///< until m_step
    HubHttp m_http;
};

} // namespace Sync
