// SPDX-License-Identifier: Apache-2.0
#include "sync/discovery/joining.h"

#include "sync/discovery/limits.h"
#include "sync/discovery/logging.h"

using namespace Qt::StringLiterals;

namespace Sync {

using Discovery::FoundHub;

Joining::Joining(Link &link, const Discovery::Browser &browser, const DeviceIdentity &who,
                 const QString &tokens, QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_browser(browser)
    , m_tokens(tokens)
    , m_pairing(who.id, who.name)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(Limits::foundWithin);
    m_check.setSingleShot(true);
    m_check.setInterval(Limits::goneAfter);
    connect(&m_patience, &QTimer::timeout, this, &Joining::look);
    connect(&m_browser, &Discovery::Browser::hubsChanged, this, &Joining::look);
    connect(&m_browser, &Discovery::Browser::completed, this, &Joining::look);
    connect(&m_pairing, &PairingClient::admitted, this, &Joining::letIn);
    connect(&m_pairing, &PairingClient::unreachable, this, &Joining::putOff);
    connect(&m_pairing, &PairingClient::denied, this, [this] { setStep(Step::Denied); });
    connect(&m_pairing, &PairingClient::waiting, this, [this](const QString &id, const QString &name) {
        if (!id.isEmpty())
            m_hubId = id;
        if (!name.isEmpty())
            m_hubName = name;
        if (m_step == Step::In) // it was sent away meanwhile
            m_link.close();
        setStep(Step::Waiting);
    });
    connect(&m_link, &Link::connectedChanged, this, &Joining::watchLink);
    connect(&m_check, &QTimer::timeout, this,
            [this] { enter(m_step == Step::In ? m_url : m_addresses.value(m_tried, m_url)); });
}

void Joining::join(const HubChoice &choice)
{
    stop();
    m_choice = choice;
    m_patience.start();
    if (choice.address.isEmpty()) {
        setStep(Step::Looking);
        return look();
    }
    m_addresses = {choice.address};
    m_tried = 0;
    enter(choice.address);
}

void Joining::stop()
{
    forget();
    m_patience.stop();
    m_choice = {};
    m_announced = false;
    setStep(Step::None);
}

/// The hub that was chosen; not what somebody wanted.
void Joining::forget()
{
    m_pairing.stop();
    m_check.stop();
    m_hubId.clear();
    m_hubName.clear();
    m_url.clear();
}

QString Joining::hubName() const
{
    if (!m_hubName.isEmpty())
        return m_hubName;
    return m_url.isEmpty() ? m_choice.name : m_url.authority();
}

void Joining::setStep(Step step)
{
    if (std::exchange(m_step, step) == step)
        return;
    sayStep();
    Q_EMIT stepChanged();
}

void Joining::sayStep() const
{
    switch (m_step) {
    case Step::None:
    case Step::Looking:
    case Step::Distrusted: // whoever has seen the certificate has said it
    case Step::In: // the link says it
        return;
    case Step::NotFound:
        qCWarning(discoveryLog).noquote()
            << (m_choice.name.isEmpty() ? u"No hub is found on this network"_s
                                        : u"No hub \"%1\" is found on this network"_s.arg(m_choice.name))
            << "yet; looking on. --join ws://HOST:PORT needs no looking.";
        return;
    case Step::Several:
        qCWarning(discoveryLog).noquote()
            << "Several hubs are here:" << m_names.join(u", ") << "- choose one with --join NAME.";
        return;
    case Step::Entering:
        qCInfo(discoveryLog).noquote() << "Joining the hub" << hubName() << "at" << m_url.toString();
        return;
    case Step::Waiting:
        qCWarning(discoveryLog).noquote()
            << "Waiting to be allowed on" << hubName() << "- somebody there is asked now.";
        return;
    case Step::Denied:
        qCWarning(discoveryLog).noquote()
            << hubName() << "has not let this device in. Start it again to ask again.";
        return;
    }
}

/// Also once a hub is chosen: it may come back at another address.
void Joining::look()
{
    if (m_step == Step::None || m_step == Step::Denied || !m_choice.address.isEmpty())
        return;
    const auto found = Discovery::choose(m_browser.hubs(), m_hubId.isEmpty() ? m_choice.name : m_hubId);
    // The best of its addresses, or another hub, may not have been heard yet.
    const bool patient = m_patience.isActive() && !m_browser.isComplete();
    if (const auto *hub = std::get_if<FoundHub>(&found)) {
        if (!patient)
            follow(*hub);
        return;
    }
    const bool isOutside = m_step == Step::Entering || m_step == Step::Distrusted;
    if (isOutside && std::exchange(m_announced, false)) {
        forget(); // it went before it answered
        setStep(Step::Looking);
        return look();
    }
    if (m_step != Step::Looking && m_step != Step::NotFound && m_step != Step::Several)
        return;
    if (const auto *several = std::get_if<Discovery::SeveralHubs>(&found)) {
        if (patient)
            return;
        const bool others = std::exchange(m_names, several->names) != m_names;
        if (m_step == Step::Several && others)
            Q_EMIT stepChanged();
        return setStep(Step::Several);
    }
    if (m_patience.isActive())
        return;
    const auto known = m_tokens.named(m_choice.name);
    if (m_choice.name.isEmpty() || !known)
        return setStep(Step::NotFound);
    m_addresses = {known->address}; // nobody announces it: it may be where it was last
    m_tried = 0;
    m_hubId = known->id;
    m_hubName = known->name;
    enter(known->address);
}

void Joining::follow(const FoundHub &hub)
{
    m_announced = true;
    m_hubId = hub.id;
    m_hubName = hub.name;
    const auto known = m_tokens.named(hub.id);
    m_addresses = Discovery::waysInto(hub, known ? known->address : QUrl());
    const bool isThere = m_step == Step::In && m_link.isConnected();
    if (isThere || m_addresses.contains(m_url))
        return;
    m_tried = 0;
    enter(m_addresses.first());
}

void Joining::enter(const QUrl &address)
{
    m_url = address;
    const auto known = m_hubId.isEmpty() ? m_tokens.at(address) : m_tokens.named(m_hubId);
    if (m_step != Step::In && m_step != Step::Waiting && m_step != Step::Distrusted)
        setStep(Step::Entering);
    m_pairing.enter(address, known ? known->token : QByteArray());
}

void Joining::letIn(const QString &id, const QString &name, const QByteArray &token)
{
    if (!id.isEmpty())
        m_hubId = id;
    if (!name.isEmpty())
        m_hubName = name;
    if (!token.isEmpty() && !m_hubId.isEmpty())
        m_tokens.keep({.id = m_hubId, .name = m_hubName, .address = m_url, .token = token});
    m_pairing.stop();
    setStep(Step::In);
    Q_EMIT admitted(m_url, token);
}

/// The next of its addresses, while there is one.
void Joining::putOff()
{
    m_doubt = m_pairing.distrust();
    if (!m_doubt.isEmpty() && m_step == Step::Entering)
        setStep(Step::Distrusted);
    if (m_addresses.size() < 2)
        return; // the pairing goes on trying
    if (m_tried + 1 < m_addresses.size())
        return enter(m_addresses.at(++m_tried));
    m_pairing.stop(); // all of them again, in a while
    m_tried = 0;
    m_check.start();
}

/// A link tries again by itself, but not with another token or at another address.
void Joining::watchLink()
{
    if (m_step != Step::In)
        return;
    if (m_link.isConnected()) {
        m_check.stop();
        m_pairing.stop();
    } else {
        m_check.start();
    }
}

} // namespace Sync
