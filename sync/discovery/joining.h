// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/discovery/browser.h"
#include "sync/link/hubchoice.h"
#include "sync/link/hubtokens.h"
#include "sync/link/link.h"
#include "sync/link/pairingclient.h"

#include <QTimer>

namespace Sync {

/// The way into another hub: finds it, gets this device let in, and watches that it stays so. The link is
/// opened by whoever hears admitted(). Main thread.
class Joining : public QObject
{
    Q_OBJECT

public:
    enum class Step {
        None, ///< nobody wants to
        Looking,
        NotFound, ///< and looking on
        Several, ///< names() are there, and nobody has said which is meant
        Entering, ///< it does not answer yet
        Distrusted, ///< it shows a certificate that is not taken; doubt() says more, and it is tried again
        Waiting, ///< somebody there is to let this device in
        Denied,
        In,
    };

    /// All must outlive it. @p tokens: path of the file of HubTokens.
    Joining(Link &link, const Discovery::Browser &browser, const DeviceIdentity &who, const QString &tokens,
            QObject *parent = nullptr);

    void join(const HubChoice &choice);
    /// What was begun is given up; a link that is open stays so.
    void stop();
    void rename(const QString &name) { m_pairing.setName(name); }

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] const HubChoice &choice() const { return m_choice; }
    /// Of the hub that is meant, as far as it is known; else its address.
    [[nodiscard]] QString hubName() const;
    [[nodiscard]] const QStringList &names() const { return m_names; }
    /// A sentence about the certificate that is not taken.
    [[nodiscard]] const QString &doubt() const { return m_doubt; }

Q_SIGNALS:
    void stepChanged();
    /// The hub there lets this device in, with this token; empty: without one.
    void admitted(const QUrl &hub, const QByteArray &token);

private:
    void setStep(Step step);
    void sayStep() const;
    void look();
    void forget();
    void follow(const Discovery::FoundHub &hub);
    void enter(const QUrl &address);
    void letIn(const QString &id, const QString &name, const QByteArray &token);
    void putOff();
    void watchLink();

    Link &m_link;
    const Discovery::Browser &m_browser;
    HubTokens m_tokens;
    PairingClient m_pairing;
    HubChoice m_choice;
    Step m_step = Step::None;
    QString m_hubId;
    QString m_hubName;
    bool m_announced = false; ///< the hub that is chosen was found, and has not gone since
    QStringList m_names;
    QString m_doubt;
    QList<QUrl> m_addresses; ///< of the hub that was found, best first
    qsizetype m_tried = 0; ///< which of them it is
    QUrl m_url;
    QTimer m_patience; ///< runs while it is too early to say that none is there
    QTimer m_check; ///< runs while a link that was lost may come back by itself
};

} // namespace Sync
