// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "integration/hub/sharinghouse.h"
#include "support/hub/hubprocess.h"

#include <functional>

namespace Testing {

/// Something that befalls the Redis of a house, and is over when the function returns.
struct RedisFault {
    const char *name;
    QStringList settings; ///< of Redis
    std::function<bool(SharingHouse &house)> happen; ///< false where it could not
};

/// A third hub and its device, which has just sought to @p place, are killed; the others have heard of that.
inline bool killAnotherHub(SharingHouse &house, std::chrono::milliseconds place)
{
    HubProcess third({house.redis.address(), QStringLiteral("third")});
    NativeClient cellar;
    cellar.open(third.port());
    cellar.join(QStringLiteral("cellar"), true);
    const auto wait = [](auto until) { return QTest::qWaitFor(until, patienceMs); };
    if (!wait([&] { return cellar.player().has_value(); }))
        return false;
    cellar.say(Sync::Native::Seek{.position = place});
    const auto knows = [place](const NativeClient &client) { return client.player()->position == place; };
    if (!wait([&] { return knows(cellar); }))
        return false;
    third.kill(); // it was accepted
    return wait([&] { return knows(house.device(0)) && knows(house.device(1)); });
}

inline std::vector<RedisFault> redisFaults(std::chrono::milliseconds silence)
{
    const QStringList keepsAll{QStringLiteral("--appendonly"), QStringLiteral("yes"),
                               QStringLiteral("--appendfsync"), QStringLiteral("always")};
    const auto killed = [](SharingHouse &house) {
        house.redis.kill();
        return house.startRedisAgain();
    };
    const auto asked = [](std::vector<QStringList> orders) {
        return [orders](SharingHouse &house) {
            return std::ranges::all_of(
                orders, [&house](const QStringList &order) { return !house.redis.ask(order).isEmpty(); });
        };
    };
    return {
        {.name = "killed, and empty when it returns", .settings = {}, .happen = killed},
        {.name = "killed, with all it had when it returns", .settings = keepsAll, .happen = killed},
        {.name = "emptied", .settings = {}, .happen = asked({{QStringLiteral("FLUSHALL")}})},
        {.name = "connections killed",
         .settings = {},
         .happen = asked({QStringLiteral("CLIENT KILL TYPE normal").split(u' '),
                          QStringLiteral("CLIENT KILL TYPE pubsub").split(u' ')})},
        {.name = "script forgotten",
         .settings = {},
         .happen = asked({QStringLiteral("SCRIPT FLUSH").split(u' ')})},
        {.name = "silent",
         .settings = {},
         .happen =
             [silence](SharingHouse &house) {
                 house.redis.sendToSleep();
                 QTest::qWait(int(silence.count())); // nothing is to happen
                 house.redis.wake();
                 return true;
             }},
        {.name = "well, and another hub is killed",
         .settings = {},
         .happen = [](SharingHouse &house) { return killAnotherHub(house, std::chrono::seconds(150)); }},
        {.name = "out of one hub's reach",
         .settings = {},
         .happen =
             [silence](SharingHouse &house) {
                 house.wire().cut();
                 QTest::qWait(int(silence.count())); // likewise
                 house.wire().mend();
                 return true;
             }},
    };
}

} // namespace Testing
