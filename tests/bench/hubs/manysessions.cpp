// SPDX-License-Identifier: Apache-2.0
#include "bench/hubs/manysessions.h"

#include "bench/support/passing.h"
#include "support/patience.h"
#include "sync/session/session.h"
#include "sync/store/redis/redisstore.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

#include <memory>
#include <stdexcept>
#include <utility>

using namespace Qt::StringLiterals;
using namespace Sync;
using namespace std::chrono_literals;

namespace Bench {

namespace {

constexpr int queueLength = 100;
constexpr int atOnce = 64; // of each hub
constexpr int pacedEveryMs = 1;

double figure(const Testing::RedisServer &redis, const QString &section, const QByteArray &name)
{
    for (const QByteArray &line : redis.ask({u"INFO"_s, section}).split('\n'))
        if (line.startsWith(name + ':'))
            return line.sliced(name.size() + 1).trimmed().toDouble();
    throw std::runtime_error("Redis does not say " + name.toStdString());
}

double cpuSeconds(const Testing::RedisServer &redis)
{
    return figure(redis, u"cpu"_s, "used_cpu_user") + figure(redis, u"cpu"_s, "used_cpu_sys");
}

Record recordOfOne()
{
    QList<TrackId> tracks;
    for (int i = 0; i < queueLength; ++i)
        tracks.append(maxId - quint64(i));
    Session session(u"epoch"_s);
    (void)session.play(
        {.trackId = tracks.first(), .fromIs = u"album"_s, .fromIsId = maxId, .at = HubTime(1s)}, tracks);
    return session.record({.now = HubTime(1s), .wallOffset = {}}, true,
                          SharedTimes{.offset = {}, .changedAt = HubTime(1s)});
}

/// All sessions, at all hubs.
class Crowd
{
public:
    Crowd(const QString &address, int sessions, int hubs)
        : m_record(recordOfOne())
        , m_revisions(std::size_t(sessions), m_record.revision)
        , m_sentAt(std::size_t(sessions))
    {
        m_clock.start();
        const auto found = Redis::addressFrom(address);
        for (int hub = 0; hub < hubs; ++hub)
            m_stores.push_back(
                std::make_unique<Redis::RedisStore>(std::get<Redis::Address>(found), u"hub-%1"_s.arg(hub)));
        for (int hub = 0; hub < hubs; ++hub) {
            waitFor([&] { return m_stores.at(std::size_t(hub))->isReachable(); });
            QObject::connect(m_stores.at(std::size_t(hub)).get(), &SharedStore::watching, &m_context,
                             [this] { ++m_watched; });
            QObject::connect(m_stores.at(std::size_t(hub)).get(), &SharedStore::changed, &m_context,
                             [this](const QString &user) {
                                 const auto sent = m_sentAt.at(user.toULongLong());
                                 m_lateness.push_back(double(m_clock.nsecsElapsed() - sent) / 1e6);
                             });
        }
    }

    void store()
    {
        m_record.queue = recordOfOne().queue;
        for (std::size_t i = 0; i < m_revisions.size(); ++i) {
            of(i).watch(QString::number(i));
            of(i + 1).watch(QString::number(i));
            save(i, std::nullopt);
            if (i % atOnce == 0)
                waitFor([this] { return m_underway == 0; });
        }
        waitFor([this] { return m_underway == 0 && m_watched == 2 * m_revisions.size(); });
        m_record.queue.reset();
        m_lateness.clear();
    }

    /// How many it were.
    std::size_t change(int each, int seconds)
    {
        const std::size_t before = m_done;
        QTimer pace;
        pace.setTimerType(Qt::PreciseTimer);
        QObject::connect(&pace, &QTimer::timeout, &m_context, [this, each] {
            for (int i = 0; i < each * pacedEveryMs / 1000; ++i)
                changeNext();
        });
        m_isUnpaced = each == 0;
        if (m_isUnpaced)
            for (std::size_t i = 0; i < m_stores.size() * atOnce; ++i)
                changeNext();
        else
            pace.start(pacedEveryMs);
        pass(std::chrono::seconds(seconds));
        m_isUnpaced = false;
        pace.stop();
        const std::size_t done = m_done - before;
        waitFor([this] { return m_underway == 0; });
        return done;
    }

    [[nodiscard]] std::vector<double> takeLateness() { return std::exchange(m_lateness, {}); }

private:
    [[nodiscard]] Redis::RedisStore &of(std::size_t session)
    {
        return *m_stores.at(session % m_stores.size());
    }

    void changeNext()
    {
        const std::size_t i = m_next++ % m_revisions.size();
        const Version before{.epoch = m_record.epoch, .revision = m_revisions.at(i)++};
        save(i, before);
    }

    void save(std::size_t i, const std::optional<Version> &before)
    {
        m_record.revision = m_revisions.at(i);
        m_sentAt.at(i) = m_clock.nsecsElapsed();
        ++m_underway;
        of(i).save(QString::number(i), m_record, before).then(&m_context, [this](Saved saved) {
            if (saved != Saved::Yes)
                m_lost = true;
            ++m_done;
            --m_underway;
            if (m_isUnpaced)
                changeNext();
        });
    }

    template <typename Is> void waitFor(Is is) const
    {
        if (!QTest::qWaitFor(is, Testing::patienceMs) || m_lost)
            throw std::runtime_error("Redis does not keep up");
    }

    Record m_record;
    std::vector<std::unique_ptr<Redis::RedisStore>> m_stores;
    std::vector<qint64> m_revisions;
    std::vector<qint64> m_sentAt;
    std::vector<double> m_lateness;
    QElapsedTimer m_clock;
    std::size_t m_next = 0;
    std::size_t m_done = 0;
    std::size_t m_watched = 0;
    int m_underway = 0;
    bool m_isUnpaced = false;
    bool m_lost = false;
    QObject m_context; // last: nothing is told any more once it goes
};

} // namespace

ManySessions changeMany(const Testing::RedisServer &redis, int sessions, int hubs, int each, int seconds)
{
    redis.ask({u"FLUSHALL"_s});
    const double emptyBytes = figure(redis, u"memory"_s, "used_memory");
    Crowd crowd(redis.socketAddress(), sessions, hubs);
    crowd.store();
    ManySessions many{.bytesEach = (figure(redis, u"memory"_s, "used_memory") - emptyBytes) / sessions};
    const double cpuBefore = cpuSeconds(redis);
    const auto done = double(crowd.change(each, seconds));
    many.changesPerSecond = done / seconds;
    many.redisUsEach = (cpuSeconds(redis) - cpuBefore) * 1e6 / done;
    many.latenessMs = crowd.takeLateness();
    return many;
}

} // namespace Bench
