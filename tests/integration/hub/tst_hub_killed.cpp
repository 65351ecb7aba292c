// SPDX-License-Identifier: Apache-2.0
#include "support/hub/hubprocess.h"
#include "support/hub/plainclient.h"
#include "sync/protocol/plaintime.h"
#include "sync/store/database.h"
#include "sync/store/personaldatabase.h"

#include "support/waiting.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace Sync;
using namespace Testing;

namespace {

constexpr qint64 tracksPerRound = 100'000;

QJsonObject stored(const QTemporaryDir &directory)
{
    const auto database = PersonalDatabase::open(directory.path());
    QSqlQuery query("SELECT session FROM sessions WHERE user = '1'", database->handle());
    if (!query.next())
        return {};
    return json(query.value(0).toByteArray());
}

/// What a client heard back from the hub, and when: that much was accepted.
class Accepted
{
public:
    void note(qint64 count, qint64 time)
    {
        while (m_times.size() < count)
            m_times.append(time);
    }
    [[nodiscard]] qint64 all() const { return m_times.size(); }
    /// How long before @p end the oldest was accepted that is not among the first @p kept.
    [[nodiscard]] qint64 lostSpan(qint64 kept, qint64 end) const
    {
        return kept < m_times.size() ? end - m_times.at(kept) : 0;
    }

private:
    QList<qint64> m_times;
};

} // namespace

class tst_HubKilled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void atAnyMoment();
    void playingSessionComesBackPaused();
};

void tst_HubKilled::atAnyMoment()
{
    const QTemporaryDir directory;
    QList<qint64> losses;
    for (int round = 0; round < 10; ++round) {
        HubProcess hub({directory.path()});
        QVERIFY(hub.port() != 0);
        PlainClient sender;
        PlainClient witness;
        sender.open(hub.port());
        witness.open(hub.port());
        QTRY_COMPARE(sender.heard().size(), 1);
        QTRY_COMPARE(witness.heard().size(), 1);

        QElapsedTimer clock;
        clock.start();
        Accepted accepted;
        const qint64 killAt = QRandomGenerator::global()->bounded(50, 600);
        // Each update is another track, which tells how far the stored one got.
        for (TrackId track = 1; clock.elapsed() < killAt; ++track) {
            sender.say(newTrack(track + quint64(round) * tracksPerRound, secondsAgo(0)));
            QTRY_VERIFY(witness.updates().size() >= qsizetype(track));
            accepted.note(witness.updates().size(), clock.elapsed());
        }
        const qint64 killed = clock.elapsed();
        hub.kill();

        QVERIFY(isSound(directory.filePath("personal.sqlite")));
        const QJsonObject state = stored(directory);
        const qint64 kept = state.value("track_id").toInteger() - round * tracksPerRound;
        QVERIFY2(kept <= accepted.all(), qPrintable(QString("%1 > %2").arg(kept).arg(accepted.all())));
        losses.append(accepted.lostSpan(qMax(kept, qint64(0)), killed));
    }
    std::ranges::sort(losses);
    qInfo() << "lost before the kill, in ms:" << losses;
    // A machine with more to do than processors may let a timer wait; the rule itself is 100 ms.
    QVERIFY(losses.at(7) <= 100);
    QVERIFY(losses.last() <= 1000);
}

void tst_HubKilled::playingSessionComesBackPaused()
{
    const QTemporaryDir directory;
    const WallTime start = secondsAgo(50);
    {
        HubProcess hub({directory.path()});
        PlainClient player;
        player.open(hub.port());
        QTRY_COMPARE(player.heard().size(), 1);
        player.say(newTrack(2, start));
        // Stored with the change, and again when its position has been confirmed by a pong.
        QTRY_VERIFY(stored(directory).value("position_ms").toInt() >= 50'000);
    }
    const qint64 confirmed = stored(directory).value("position_ms").toInteger();
    HubProcess hub({directory.path()});
    PlainClient late;
    late.open(hub.port());
    QTRY_COMPARE(late.heard().size(), 1);
    QCOMPARE(json(late.last()).value("on_pause"), QJsonValue(true));
    QCOMPARE(json(late.last()).value("track_id"), QJsonValue(2));
    QCOMPARE(qRound64(json(late.last()).value("last_sec_position").toDouble() * 1000), confirmed);
    QVERIFY(confirmed <= 200'000);
}

QTEST_GUILESS_MAIN(tst_HubKilled)
#include "tst_hub_killed.moc"
