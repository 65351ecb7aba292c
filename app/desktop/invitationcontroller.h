// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/admissioncontroller.h"
#include "sync/session/hubclock.h"

namespace Desktop {

/// A code and a secret with which a device is let in, while a dialog shows them.
class InvitationController final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Window")

    /// Six digits; empty before the hub has answered.
    Q_PROPERTY(QString code READ code NOTIFY changed FINAL)
    /// Where a browser of the network finds the hub: the best address, and up to three more.
    Q_PROPERTY(QString address READ address NOTIFY changed FINAL)
    Q_PROPERTY(QString otherAddresses READ otherAddresses NOTIFY changed FINAL)
    /// What the QR code says, and its rows of modules: '1' is dark.
    Q_PROPERTY(QString url READ url NOTIFY changed FINAL)
    Q_PROPERTY(QStringList modules READ modules NOTIFY changed FINAL)
    /// Of the hub's certificate, which a browser shows beside its warning; empty without TLS.
    Q_PROPERTY(QString fingerprint READ fingerprint NOTIFY changed FINAL)
    /// How long the code, and the QR code's secret, are still good.
    Q_PROPERTY(int codeSeconds READ codeSeconds NOTIFY ticked FINAL)
    Q_PROPERTY(int secretSeconds READ secretSeconds NOTIFY ticked FINAL)
    /// Who has come in meanwhile; empty: nobody yet.
    Q_PROPERTY(QString arrived READ arrived NOTIFY changed FINAL)
    /// Why there is no code.
    Q_PROPERTY(QString fault READ fault NOTIFY changed FINAL)

public:
    /// Both must outlive it.
    InvitationController(HubApi &api, AdmissionController &admission, QObject *parent = nullptr);

    [[nodiscard]] QString code() const { return m_code; }
    [[nodiscard]] QString address() const { return m_addresses.value(0); }
    [[nodiscard]] QString otherAddresses() const
    {
        return m_addresses.mid(1, 3).join(QLatin1StringView("  "));
    }
    [[nodiscard]] QString url() const { return m_url; }
    [[nodiscard]] QStringList modules() const { return m_modules; }
    [[nodiscard]] QString fingerprint() const { return m_fingerprint; }
    [[nodiscard]] int codeSeconds() const { return secondsUntil(m_codeUntil); }
    [[nodiscard]] int secretSeconds() const { return secondsUntil(m_secretUntil); }
    [[nodiscard]] QString arrived() const { return m_arrived; }
    [[nodiscard]] QString fault() const { return m_fault; }

    /// Asks the hub for new ones; what was shown before is good no more.
    Q_INVOKABLE void invite();
    /// Nobody looks any more.
    Q_INVOKABLE void finish();

Q_SIGNALS:
    /// Somebody wants to see a code: the dialog is to open.
    void wanted();
    void changed();
    void ticked();

private:
    [[nodiscard]] static int secondsUntil(Sync::HubTime end);
    void clear();
    void take(const QJsonObject &invitation);
    void tick();

    HubApi &m_api;
    AdmissionController &m_admission;
    QString m_code;
    QStringList m_addresses;
    QString m_url;
    QStringList m_modules;
    QString m_fingerprint;
    Sync::HubTime m_codeUntil;
    Sync::HubTime m_secretUntil;
    QString m_arrived;
    QString m_fault;
    int m_asked = 0; ///< so that an answer to what was given up is known
    QTimer m_tick;
};

} // namespace Desktop
