// SPDX-License-Identifier: Apache-2.0
#include "app/importsyncplayer.h"

#include "sync/store/redis/client.h"
#include "sync/store/sqlitestore.h"
#include "sync/store/syncplayerstate.h"
#include "sync/store/users.h"

#include <QDir>
#include <QEventLoop>
#include <QTimer>
#include <QUuid>

using namespace Qt::StringLiterals;
using Sync::Redis::Reply;

namespace App {

namespace {

constexpr std::chrono::seconds reachedWithin{5};

std::optional<Reply> readStates(const Sync::Redis::Address &address)
{
    Sync::Redis::Client client(address, {});
    std::optional<Reply> states;
    QEventLoop loop;
    QObject::connect(&client, &Sync::Redis::Client::ready, &loop, [&] {
        client.command({"HGETALL", "player_states"}, [&](const std::optional<Reply> &reply) {
            states = reply;
            loop.quit();
        });
    });
    QTimer::singleShot(reachedWithin, &loop, &QEventLoop::quit);
    loop.exec();
    return states;
}

/// The profile for a user of sync_player, made if need be: the first is this house's own.
std::variant<Sync::User, QString> profileFor(const Sync::Users &users, const QString &number)
{
    const QString name = u"sync_player %1"_s.arg(number);
    if (number == Sync::defaultUser)
        return *users.find(number);
    if (const auto known = users.called(name))
        return *known;
    auto made = users.create(name);
    if (const auto *fault = std::get_if<Sync::NameFault>(&made))
        return sentence(*fault);
    return std::get<Sync::User>(std::move(made));
}

/// Empty, or why that user's state is not taken.
QString take(const QString &number, const QByteArray &state, const Sync::Users &users, Sync::Store &store)
{
    const auto session = Sync::sessionFromSyncPlayer(
        state, QUuid::createUuid().toString(QUuid::WithoutBraces), Sync::HubClock::now());
    if (const auto *error = std::get_if<Sync::ParseError>(&session))
        return error->reason;
    const auto profile = profileFor(users, number);
    if (const auto *fault = std::get_if<QString>(&profile))
        return *fault;
    const auto record = std::get<Sync::Session>(session).record(Sync::readClocks({}), true);
    switch (store.save(std::get<Sync::User>(profile).id, record, std::nullopt).result()) {
    case Sync::Saved::Yes:
        return {};
    case Sync::Saved::Conflict:
        return u"this profile has a session already"_s;
    case Sync::Saved::Failed:
    case Sync::Saved::Unclear:
        return u"it could not be written"_s;
    }
    Q_UNREACHABLE();
}

/// @p states: user, state, user, state ... Throws Sync::DatabaseError.
Exit takeAll(const QList<Reply> &states, const QString &dataDir)
{
    Sync::SqliteStore store(dataDir);
    const Sync::Users users(dataDir);
    QStringList lines;
    int taken = 0;
    for (qsizetype i = 0; i + 1 < states.size(); i += 2) {
        const QString number = QString::fromUtf8(states.at(i).text);
        const QString fault = take(number, states.at(i + 1).text, users, store);
        taken += fault.isEmpty() ? 1 : 0;
        lines.append(fault.isEmpty() ? u"user %1: taken"_s.arg(number)
                                     : u"user %1: not taken: %2"_s.arg(number, fault));
    }
    lines.append(u"%1 of %2 users' states were taken."_s.arg(taken).arg(states.size() / 2));
    return {.code = 0, .text = lines.join(u'\n')};
}

} // namespace

Exit importSyncPlayer(const Options &options)
{
    if (!QDir().mkpath(options.dataDir))
        return {.code = ExitCode::cannotCreate,
                .text = u"The data directory %1 cannot be made."_s.arg(options.dataDir)};
    const auto states = readStates(*options.importFrom);
    if (!states || states->kind != Reply::Kind::List)
        return {.code = ExitCode::unavailable,
                .text = u"sync_player's Redis at %1 cannot be read."_s.arg(options.importFrom->shown())};
    try {
        return takeAll(states->items, options.dataDir);
    } catch (const Sync::DatabaseError &error) {
        return {.code = ExitCode::data, .text = QString::fromUtf8(error.what())};
    }
}

} // namespace App
