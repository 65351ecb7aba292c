// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/otherplayersmodel.h"

#include "sync/limits.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Desktop {

namespace {

QString trackOf(const QJsonObject &player)
{
    const QJsonObject track = player.value("current_track"_L1).toObject();
    if (player.value("state"_L1) == "stopped"_L1 || track.isEmpty())
        return {};
    const QString name = track.value("name"_L1).toString();
    QStringList words{name.isEmpty() ? track.value("uri"_L1).toString() : name,
                      track.value("artist"_L1).toString()};
    words.removeAll(QString());
    return words.join(u" · "_s);
}

OtherPlayer playerOf(const QJsonObject &json, const QString &source)
{
    return {
        .id = json.value("id"_L1).toString(),
        .source = source,
        .name = json.value("name"_L1).toString(),
        .track = trackOf(json),
        .reachable = json.value("active"_L1).toBool(),
        .playing = json.value("state"_L1) == "playing"_L1,
        .volume = {.percent = int(std::lround(json.value("volume"_L1).toDouble() * Sync::Limits::loudest)),
                   .muted = json.value("muted"_L1).toBool()}};
}

QString wordsFor(const OtherPlayer &player)
{
    if (!player.reachable)
        return OtherPlayersModel::tr("Not reachable right now");
    if (player.track.isEmpty())
        return OtherPlayersModel::tr("Plays nothing");
    return player.playing ? player.track : OtherPlayersModel::tr("Paused · %1").arg(player.track);
}

int rowOf(const QList<OtherPlayer> &all, const QString &id)
{
    return int(std::ranges::find(all, id, &OtherPlayer::id) - all.begin());
}

QString addressOf(const QString &id, const QString &what)
{
    return u"/api/players/%1/%2"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(id)), what);
}

} // namespace

OtherPlayersModel::OtherPlayersModel(HubApi &api, Sync::Link &link, QObject *parent)
    : QAbstractListModel(parent)
    , m_api(api)
    , m_link(link)
    , m_events(u"mopidy,followed"_s)
    , m_wishes([this](const QString &id, const Sync::Native::Volume &volume) { sendVolume(id, volume); })
{
    connect(&m_wishes, &VolumeWishes::settled, this, [this] {
        if (count() > 0)
            Q_EMIT dataChanged(index(0), index(count() - 1), {VolumeRole, MutedRole});
    });
    connect(&m_events, &Sync::HubEvents::heard, this, &OtherPlayersModel::hear);
    connect(&link, &Sync::Link::devicesChanged, this, &OtherPlayersModel::showAll);
}

void OtherPlayersModel::setHub(const QUrl &hub, const QByteArray &token)
{
    m_known.clear();
    showAll();
    m_events.setHub(hub, token);
}

void OtherPlayersModel::setWatched(bool watched)
{
    if (watched == isWatched())
        return;
    m_events.setListening(watched);
    Q_EMIT watchedChanged();
}

int OtherPlayersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant OtherPlayersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const OtherPlayer &player = m_shown.at(index.row());
    switch (role) {
    case PlayerIdRole:
        return player.id;
    case Qt::DisplayRole:
    case NameRole:
        return player.name;
    case WordsRole:
        return wordsFor(player);
    case ReachableRole:
        return player.reachable;
    case PlayingRole:
        return player.playing;
    case TakeableRole:
        return player.reachable && !player.track.isEmpty();
    case VolumeRole:
        return m_wishes.shown(player.id, player.volume).percent.value_or(0);
    case MutedRole:
        return m_wishes.shown(player.id, player.volume).muted.value_or(false);
    default:
        return {};
    }
}

QHash<int, QByteArray> OtherPlayersModel::roleNames() const
{
    return {{PlayerIdRole, "playerId"},   {NameRole, "name"},       {WordsRole, "words"},
            {ReachableRole, "reachable"}, {PlayingRole, "playing"}, {TakeableRole, "takeable"},
            {VolumeRole, "volume"},       {MutedRole, "muted"}};
}

void OtherPlayersModel::hear(const QJsonObject &event)
{
    const QString source = event.value("source"_L1).toString();
    const QString id = event.value("player"_L1).toString();
    const QJsonObject data = event.value("data"_L1).toObject();
    if (event.value("event"_L1) == "snapshot"_L1) {
        m_known.removeIf(
            [&source](QMap<QString, OtherPlayer>::iterator entry) { return entry->source == source; });
        for (const QJsonValue value : data.value("players"_L1).toArray())
            learn(playerOf(value.toObject(), source));
    } else if (data.contains("player"_L1)) {
        learn(playerOf(data.value("player"_L1).toObject(), source));
    } else if (!id.isEmpty()) {
        m_known.remove(id); // it is gone for good
    }
    showAll();
}

void OtherPlayersModel::learn(const OtherPlayer &player)
{
    m_known.insert(player.id, player);
    m_wishes.hear(player.id, player.volume);
}

/// Our session plays on it: it is a device.
bool OtherPlayersModel::isOurs(const OtherPlayer &player) const
{
    return std::ranges::any_of(m_link.devices(), [&player](const Sync::Native::Device &device) {
        return device.active && device.id == u"mopidy-"_s + player.id;
    });
}

void OtherPlayersModel::showAll()
{
    const int before = count();
    QList<OtherPlayer> wanted;
    for (const OtherPlayer &player : std::as_const(m_known))
        if (!isOurs(player))
            wanted.append(player);
    for (int row = count() - 1; row >= 0; --row) {
        if (rowOf(wanted, m_shown.at(row).id) < wanted.size())
            continue;
        beginRemoveRows({}, row, row);
        m_shown.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < wanted.size(); ++row) { // both are in the order of the ids
        const OtherPlayer &player = wanted.at(row);
        if (rowOf(m_shown, player.id) == count()) {
            beginInsertRows({}, row, row);
            m_shown.insert(row, player);
            endInsertRows();
        } else if (std::exchange(m_shown[row], player) != player) {
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
    if (count() != before)
        Q_EMIT countChanged();
}

void OtherPlayersModel::toggle(int row)
{
    if (row >= 0 && row < count())
        order(row, m_shown.at(row).playing ? u"pause"_s : u"play"_s);
}

void OtherPlayersModel::order(int row, const QString &what)
{
    if (row < 0 || row >= count())
        return;
    m_api.send("POST", addressOf(m_shown.at(row).id, what), {}, [this](const HubApi::Answer &answer) {
        if (const auto *refusal = std::get_if<HubApi::Refusal>(&answer))
            Q_EMIT failed(refusal->sentence);
    });
}

void OtherPlayersModel::setVolume(int row, int percent)
{
    wishVolume(row, {.percent = std::clamp(percent, 0, Sync::Limits::loudest)});
}

void OtherPlayersModel::setMuted(int row, bool muted) { wishVolume(row, {.muted = muted}); }

void OtherPlayersModel::wishVolume(int row, const Sync::Native::Volume &volume)
{
    if (row < 0 || row >= count())
        return;
    m_wishes.wish(m_shown.at(row).id, m_shown.at(row).volume, volume);
    Q_EMIT dataChanged(index(row), index(row), {VolumeRole, MutedRole});
}

void OtherPlayersModel::sendVolume(const QString &id, const Sync::Native::Volume &volume)
{
    QJsonObject body;
    if (volume.percent)
        body.insert("volume"_L1, double(*volume.percent) / Sync::Limits::loudest);
    if (volume.muted)
        body.insert("mute"_L1, *volume.muted);
    m_api.send("POST", addressOf(id, u"volume"_s), body, [this](const HubApi::Answer &answer) {
        const auto *refusal = std::get_if<HubApi::Refusal>(&answer);
        if (!refusal)
            return;
        m_wishes.giveUp();
        Q_EMIT failed(refusal->sentence);
    });
}

} // namespace Desktop
