// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/hub/nativeclient.h"
#include "support/hub/testhub.h"
#include "support/redisserver.h"
#include "support/waiting.h"
#include "support/wire.h"

#include <algorithm>

namespace Testing {

/// Hubs that share one Redis, and a device at each: "desk" at the first, "den" at the second, and so on, all
/// outputs. What the second and Redis say to each other goes by a wire that can be cut.
class SharingHouse
{
public:
    static constexpr std::array<const char *, 3> names{"desk", "den", "attic"};

    /// @p settings: of Redis.
    [[nodiscard]] bool start(qsizetype hubs = 2, const QStringList &settings = {})
    {
        m_settings = settings;
        if (!redis.start(settings))
            return false;
        m_wire = std::make_unique<Wire>(redis.port());
        const QString byWire = QStringLiteral("redis://127.0.0.1:%1/0").arg(m_wire->port());
        for (qsizetype i = 0; i < hubs; ++i) {
            m_hubs.push_back(std::make_unique<TestHub>(
                TestHub::sharing(i == 1 ? byWire : redis.address(), QStringLiteral("hub-%1").arg(i))));
            m_devices.push_back(std::make_unique<NativeClient>());
            device(i).open(hub(i).port());
            device(i).join(QString::fromLatin1(names.at(i)), true);
        }
        return QTest::qWaitFor([this] { return allKnow(qsizetype(m_hubs.size())); }, patienceMs);
    }

    [[nodiscard]] bool startRedisAgain() { return redis.start(m_settings); }
    [[nodiscard]] Wire &wire() { return *m_wire; }
    [[nodiscard]] TestHub &hub(qsizetype index) { return *m_hubs.at(index); }
    [[nodiscard]] NativeClient &device(qsizetype index) { return *m_devices.at(index); }

    /// Every device hears of so many.
    [[nodiscard]] bool allKnow(qsizetype devices) const
    {
        return std::ranges::all_of(m_devices, [devices](const auto &client) {
            return client->template last<Sync::Native::Devices>()
                       .value_or(Sync::Native::Devices())
                       .devices.size()
                == devices;
        });
    }

    /// Waits until every hub has done what its device has asked it so far, together with others or alone.
    [[nodiscard]] bool settle()
    {
        return std::ranges::all_of(m_devices, [](const auto &client) {
            const int answers = client->template count<Sync::Native::ClockAnswer>();
            client->say(Sync::Native::ClockRequest{}); // answered in its turn
            return QTest::qWaitFor(
                [&] { return client->template count<Sync::Native::ClockAnswer>() > answers; }, patienceMs);
        });
    }

    /// All devices have been told the same last.
    [[nodiscard]] bool agree() const
    {
        const auto isSame = [this](const auto &client) {
            const auto one = client->template last<Sync::Native::State>();
            const auto first = m_devices.front()->template last<Sync::Native::State>();
            if (!one || !first || !one->player || !first->player)
                return false;
            return one->epoch == first->epoch && one->revision == first->revision
                && one->modes == first->modes && one->player->trackId == first->player->trackId
                && one->player->playId == first->player->playId
                && one->player->pausedBy == first->player->pausedBy
                && one->player->position == first->player->position
                && client->queueRevision() == m_devices.front()->queueRevision();
        };
        return std::ranges::all_of(m_devices, isSame);
    }

    RedisServer redis;

private:
    QStringList m_settings;
    std::unique_ptr<Wire> m_wire;
    std::vector<std::unique_ptr<TestHub>> m_hubs;
    std::vector<std::unique_ptr<NativeClient>> m_devices;
};

/// Which devices sound, as that client was told.
inline QStringList activeDevices(const NativeClient &client)
{
    QStringList ids;
    for (const auto &device : client.last<Sync::Native::Devices>().value_or(Sync::Native::Devices()).devices)
        if (device.active)
            ids.append(device.id);
    ids.sort();
    return ids;
}

} // namespace Testing
