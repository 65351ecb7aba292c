// SPDX-License-Identifier: Apache-2.0
#include "integration/sources/ledger.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

using namespace Qt::StringLiterals;

namespace Testing {

void Ledger::take(const QJsonObject &event)
{
    const QString name = event.value("event"_L1).toString();
    const QString player = event.value("player"_L1).toString();
    const QJsonObject data = event.value("data"_L1).toObject();
    const qint64 seq = event.value("seq"_L1).toInteger();
    if (name == u"snapshot"_s)
        return start(data);
    expect(seq > std::exchange(m_seq, seq), u"the number of %1"_s.arg(name));
    if (!player.isEmpty())
        takePlayer(name, player, data);
    else
        takeSound(name, data);
}

void Ledger::forget()
{
    for (Player &player : m_players)
        player.events.clear();
}

void Ledger::start(const QJsonObject &snapshot)
{
    for (const QJsonValue value : snapshot.value("players"_L1).toArray()) {
        const QJsonObject player = value.toObject();
        const QString id = player.value("id"_L1).toString();
        if (!id.startsWith(u"sound."_s))
            m_players.insert(id, {.state = player.value("state"_L1).toString(), .events = {}});
    }
    for (const QJsonValue value : snapshot.value("sinks"_L1).toArray())
        m_sinks.insert(value.toObject().value("name"_L1).toString(), value.toObject());
}

void Ledger::takePlayer(const QString &name, const QString &id, const QJsonObject &data)
{
    Player &player = m_players[id];
    player.events.append(name);
    const QString about =
        id + u": "_s + name + u' ' + QString::fromUtf8(QJsonDocument(data).toJson(QJsonDocument::Compact));
    expect(data.value("player"_L1).toObject().value("id"_L1) == id, about);
    if (name == u"playback_state_changed"_s) {
        const QString before = std::exchange(player.state, data.value("new_state"_L1).toString());
        expect(data.value("old_state"_L1) == before && before != player.state, about);
    } else if (name == u"track_playback_started"_s) {
        expect(!std::exchange(player.hasBegun, true), about);
    } else if (name == u"track_playback_ended"_s) {
        expect(std::exchange(player.hasBegun, false), about);
    } else if (name == u"player_offline"_s) {
        expect(std::exchange(player.online, false), about);
    } else if (name == u"player_online"_s) {
        expect(!std::exchange(player.online, true), about);
    } else if (name == u"volume_changed"_s) {
        const int volume = data.value("volume"_L1).toInt(-1);
        expect(volume >= 0 && volume != std::exchange(player.volume, volume), about);
    }
}

void Ledger::takeSound(const QString &name, const QJsonObject &data)
{
    const QJsonObject sink = data.value("sink"_L1).toObject();
    const QString id = sink.value("name"_L1).toString();
    if (name == u"server.online"_s) {
        expect(!std::exchange(m_soundIsOnline, true), name);
    } else if (name == u"server.offline"_s) {
        expect(std::exchange(m_soundIsOnline, false), name);
    } else if (name == u"sink.new"_s) {
        expect(!m_sinks.contains(id), name + u' ' + id);
        m_sinks.insert(id, sink);
    } else if (name == u"sink.change"_s) {
        expect(m_sinks.contains(id), name + u' ' + id);
        m_sinks.insert(id, sink);
    } else if (name == u"sink.remove"_s) {
        expect(m_sinks.remove(id) == 1, name + u' ' + id);
    }
}

void Ledger::expect(bool follows, const QString &what)
{
    if (!follows)
        m_faults.append(what);
}

} // namespace Testing
