// SPDX-License-Identifier: Apache-2.0
// What a foreign player plays goes on in the session.
#include "sync/sources/factsjson.h"
#include "sync/sources/lassite.h"

#include <QPromise>

using namespace Qt::StringLiterals;
using Sync::Http::Answer;
using Sync::Http::errorResponse;
using Sync::Http::jsonResponse;
using Sync::Http::Method;
using Sync::Http::Request;
using Sync::Http::Response;

namespace Sync::Sources {

namespace {

using Asked = std::variant<PlayerFacts, Response>;

Response refused(const QString &sentence) { return errorResponse(409, "refused", sentence.toUtf8()); }

Asked takeable(const Household &house, const QString &id)
{
    const PlayerFacts *player = house.player(id);
    if (!player || isBystander(id))
        return errorResponse(404, "no_such_player", "there is no player of that id");
    if (SegueMirror::deviceOf(id))
        return refused(u"%1 plays this session already."_s.arg(player->name));
    if (!player->online || player->state == PlaybackState::Stopped || !player->track)
        return refused(u"%1 plays nothing."_s.arg(player->name));
    return *player;
}

/// First it is silent, then it sounds here from there; where that is refused it goes on as it was.
void take(SourceSet &sources, const QString &user, const PlayerFacts &before, const Native::Play &play,
          const std::function<void(const Response &)> &reply)
{
    const auto begin = [&sources, user, before, play, reply](const QString &unpaused) {
        if (!unpaused.isEmpty())
            return reply(refused(unpaused));
        const Household house = sources.house(user);
        const PlayerFacts *player = house.player(before.id);
        Native::Play fromThere = play;
        fromThere.position = positionOf(player ? *player : before, HubClock::now());
        sources.own(user)
            .start(fromThere, SegueMirror::mainPlayer)
            .then([&sources, user, before, reply](const QString &sentence) {
                if (sentence.isEmpty())
                    return reply(jsonResponse({{"status"_L1, "ok"_L1}}));
                if (before.state == PlaybackState::Playing)
                    (void)sources.perform(user, Play{before.id});
                reply(refused(sentence));
            });
    };
    sources.perform(user, Pause{before.id}).then(begin);
}

} // namespace

void LasSite::addTaking()
{
    serve(Method::Post, "/api/players/{player}/take", Role::Controller,
          [this](const Request &request, const Parts &parts) {
              return takeFrom(request, QString::fromUtf8(QByteArray::fromPercentEncoding(parts.first())));
          });
}

Answer LasSite::takeFrom(const Request &request, const QString &player)
{
    if (!m_jukebox)
        return errorResponse(501, "not_implemented", "this hub has no library");
    const auto promise = std::make_shared<QPromise<Response>>();
    promise->start();
    const auto finish = [promise](const Response &response) {
        promise->addResult(response);
        promise->finish();
    };
    const auto asked = std::make_shared<QPromise<Asked>>();
    asked->start();
    asked->future().then(&m_urlCheck, [this, request, finish](const Asked &answer) {
        if (const auto *no = std::get_if<Response>(&answer))
            return finish(*no);
        const auto facts = std::get<PlayerFacts>(answer);
        const auto ours = m_jukebox->same(*facts.track);
        if (const auto *sentence = std::get_if<QString>(&ours))
            return finish(refused(*sentence));
        Answer taken = onHub(request,
                             [facts, play = std::get<Native::Play>(ours)](
                                 SourceSet &sources, const QString &user, const Reply &reply) {
                                 take(sources, user, facts, play, reply);
                             });
        std::get<QFuture<Response>>(taken).then(&m_urlCheck, finish);
    });
    QMetaObject::invokeMethod(
        &m_sources,
        [&sources = m_sources, asked, player, user = request.caller->user] {
            asked->addResult(takeable(sources.house(user), player));
            asked->finish();
        },
        Qt::QueuedConnection);
    return promise->future();
}

} // namespace Sync::Sources
