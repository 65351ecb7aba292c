// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/hubtracks.h"

#include "sync/limits.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Desktop {

namespace {

constexpr int mostKnown = 2000; // more than any list shows at once

Sync::TrackInfo trackFrom(const QJsonObject &json)
{
    return {.id = Sync::TrackId(json.value("id"_L1).toInteger()),
            .title = json.value("title"_L1).toString(),
            .artist = json.value("artist"_L1).toString(),
            .album = json.value("album"_L1).toString(),
            .duration = std::chrono::milliseconds(json.value("duration_ms"_L1).toInteger())};
}

} // namespace

HubTracks::HubTracks(HubApi &api, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_known(mostKnown)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &HubTracks::ask);
}

std::optional<Sync::TrackInfo> HubTracks::track(Sync::TrackId id)
{
    if (const auto *known = m_known.object(id))
        return *known;
    m_wanted.insert(id);
    if (!m_soon.isActive())
        m_soon.start();
    return std::nullopt;
}

void HubTracks::forget()
{
    m_known.clear();
    m_wanted.clear();
    Q_EMIT changed();
}

void HubTracks::ask()
{
    QList<Sync::TrackId> asked;
    QStringList words;
    for (auto id = m_wanted.cbegin(); id != m_wanted.cend() && asked.size() < Sync::Limits::idsAsked; ++id) {
        asked.append(*id);
        words.append(QString::number(*id));
    }
    for (const Sync::TrackId id : std::as_const(asked))
        m_wanted.remove(id);
    m_api.get("tracks?ids="_L1 + words.join(u','),
              [this, asked](const HubApi::Answer &answer) { learn(asked, answer); });
    if (!m_wanted.isEmpty())
        m_soon.start();
}

void HubTracks::learn(const QList<Sync::TrackId> &asked, const HubApi::Answer &answer)
{
    for (const Sync::TrackId id : asked)
        m_known.insert(id, new std::optional<Sync::TrackInfo>());
    const auto *const json = std::get_if<QJsonObject>(&answer);
    if (!json)
        return;
    const QJsonArray items = json->value("items"_L1).toArray();
    QSet<Sync::TrackId> missing(asked.cbegin(), asked.cend());
    for (const QJsonValue item : items) {
        const Sync::TrackInfo track = trackFrom(item.toObject());
        m_known.insert(track.id, new std::optional(track));
        missing.remove(track.id);
    }
    for (const Sync::TrackId id : std::as_const(missing))
        askElsewhere(id);
    if (!items.isEmpty())
        Q_EMIT changed();
}

/// For a single track the hub asks other hubs that it shares its sessions with.
void HubTracks::askElsewhere(Sync::TrackId id)
{
    m_api.get(u"tracks/%1"_s.arg(id), [this, id](const HubApi::Answer &answer) {
        const auto *const json = std::get_if<QJsonObject>(&answer);
        if (!json)
            return;
        m_known.insert(id, new std::optional(trackFrom(*json)));
        Q_EMIT changed();
    });
}

} // namespace Desktop
