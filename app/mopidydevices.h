// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/mopidyoutput.h"
#include "app/player/sessionplayer.h"
#include "sync/link/link.h"
#include "sync/sources/mopidysource.h"

#include <QPointer>

#include <map>

namespace App {

/// A Mopidy as a device of the session, as long as it is there: listed, chosen, loud like any other. It does
/// not sound along by itself.
class MopidyDevice : public QObject
{
    Q_OBJECT

public:
    /// With its length, where that is known.
    using MediaOf = std::function<Player::Media(Sync::TrackId, const QHostAddress &ownAddress)>;

    /// @p perform: see Player::MopidyOutput.
    MopidyDevice(const Sync::Sources::MopidyChange &first, const MediaOf &mediaOf,
                 const Player::MopidyOutput::Perform &perform);

    void open(const QUrl &hub) { m_link.open(hub); }
    void take(const Sync::Sources::MopidyChange &change);
    /// Tells the hub where it was, and deletes itself then.
    void leave();

private:
    void giveWay();
    void sendVolume();

    const QString m_id;
    Sync::Sources::PlayerFacts m_facts;
    QHostAddress m_ownAddress;
    const Player::MopidyOutput::Perform m_perform;
    bool m_setsVolume = false; ///< and has not been answered
    Sync::Link m_link;
    Player::MopidyOutput *m_output; ///< m_player's
    Player::SessionPlayer m_player;
};

/// All Mopidys of a source as devices. Main thread; the source lives on its own.
class MopidyDevices : public QObject
{
    Q_OBJECT

public:
    MopidyDevices(Sync::Sources::MopidySource &source, QUrl hub, MopidyDevice::MediaOf mediaOf);
    ~MopidyDevices() override;

private:
    void take(const Sync::Sources::MopidyChange &change);
    void perform(const QPointer<QObject> &asker, const Sync::Sources::Command &command,
                 const Player::MopidyOutput::Done &done);

    Sync::Sources::MopidySource &m_source;
    const QUrl m_hub;
    const MopidyDevice::MediaOf m_mediaOf;
    std::map<QString, MopidyDevice *> m_devices; ///< children of this
};

} // namespace App
