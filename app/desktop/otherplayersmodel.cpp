// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/otherplayersmodel.h"

#include <QJsonArray>

#include <algorithm>

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
    return {.id = json.value("id"_L1).toString(),
            .source = source,
            .name = json.value("name"_L1).toString(),
            .track = trackOf(json),
            .reachable = json.value("active"_L1).toBool(),
            .playing = json.value("state"_L1) == "playing"_L1};
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

} // namespace

OtherPlayersModel::OtherPlayersModel(HubApi &api, Sync::Link &link, QObject *parent)
    : QAbstractListModel(parent)
    , m_api(api)
    , m_link(link)
    , m_events(u"mopidy,followed"_s)
{
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
    default:
        return {};
    }
}

QHash<int, QByteArray> OtherPlayersModel::roleNames() const
{
    return {{PlayerIdRole, "playerId"},   {NameRole, "name"},       {WordsRole, "words"},
            {ReachableRole, "reachable"}, {PlayingRole, "playing"}, {TakeableRole, "takeable"}};
}

void OtherPlayersModel::hear(const QJsonObject &event)
{
    const QString source = event.value("source"_L1).toString();
    const QString id = event.value("player"_L1).toString();
    const QJsonObject data = event.value("data"_L1).toObject();
    if (event.value("event"_L1) == "snapshot"_L1) {
        m_known.removeIf(
            [&source](QMap<QString, OtherPlayer>::iterator entry) { return entry->source == source; });
        for (const QJsonValue value : data.value("players"_L1).toArray()) {
            const OtherPlayer player = playerOf(value.toObject(), source);
            m_known.insert(player.id, player);
        }
    } else if (data.contains("player"_L1)) {
        m_known.insert(id, playerOf(data.value("player"_L1).toObject(), source));
    } else if (!id.isEmpty()) {
        m_known.remove(id); // it is gone for good
    }
    showAll();
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
    const QString id = QString::fromLatin1(QUrl::toPercentEncoding(m_shown.at(row).id));
    m_api.send("POST", u"/api/players/%1/%2"_s.arg(id, what), {}, [this](const HubApi::Answer &answer) {
        if (const auto *refusal = std::get_if<HubApi::Refusal>(&answer))
            Q_EMIT failed(refusal->sentence);
    });
}

} // namespace Desktop
