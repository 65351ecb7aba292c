// SPDX-License-Identifier: Apache-2.0
#include "app/player/mopidyoutput.h"

#include <QSignalSpy>
#include <QTest>

using namespace Player;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace Sources = Sync::Sources;

/// What it makes of what its Mopidy does; with a real one it is in tst_mopidydevice.
class tst_MopidyOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_performed.clear();
        m_output = std::make_unique<MopidyOutput>(
            u"m"_s, [this](const Sources::Command &command, const MopidyOutput::Done &done) {
                m_performed.append({command, done});
            });
    }

    /// As one does that is sent to a place before it has loaded that.
    void beginsAgainWhereItStopsOnItsWay()
    {
        const QSignalSpy takenAway(m_output.get(), &MopidyOutput::takenAway);
        m_output->start(m_media, 20s, false);
        for (int fall = 0; fall < 3; ++fall) {
            fallOnTheWay();
            QCOMPARE(m_output->condition(), Condition::Loading);
            QVERIFY(m_output->position() >= 20s && m_output->position() < 60s);
        }
        QCOMPARE(takenAway.count(), 0);
        fallOnTheWay(); // it does so always
        QCOMPARE(takenAway.count(), 1);
        QCOMPARE(m_output->condition(), Condition::Paused);
    }

    void givesWayToWhoeverStopsIt()
    {
        const QSignalSpy takenAway(m_output.get(), &MopidyOutput::takenAway);
        m_output->start(m_media, 0s, false);
        begin();
        QVERIFY(m_performed.isEmpty()); // it is at the top already
        end();
        QCOMPARE(takenAway.count(), 1);
        QVERIFY(m_performed.isEmpty());
    }

private:
    [[nodiscard]] Sources::PlayerFacts facts(Sources::PlaybackState state) const
    {
        return {.id = u"m"_s,
                .name = u"M"_s,
                .state = state,
                .track =
                    Sources::TrackFacts{
                        .uri = addressOf(m_media), .name = {}, .artist = {}, .album = {}, .length = 200s},
                .positionAt = Sync::HubClock::now()};
    }
    /// What it is to play is begun.
    void begin()
    {
        const auto [command, done] = m_performed.takeFirst();
        QVERIFY(std::holds_alternative<Sources::PlayUrl>(command));
        m_output->take(facts(Sources::PlaybackState::Playing), {}, true);
        done({});
    }
    void end()
    {
        const QJsonObject track{{"track"_L1, QJsonObject{{"uri"_L1, addressOf(m_media)}}}};
        m_output->take(facts(Sources::PlaybackState::Stopped),
                       {{.source = u"mopidy"_s,
                         .event = u"track_playback_ended"_s,
                         .player = u"m"_s,
                         .data = {{"tl_track"_L1, track}}}},
                       true);
    }
    void fallOnTheWay()
    {
        begin();
        const auto seek = m_performed.takeFirst();
        QVERIFY(std::holds_alternative<Sources::Seek>(seek.first));
        end();
        seek.second(u"it stopped"_s);
    }

    const Media m_media{QUrl(u"http://127.0.0.1/media/1"_s), 0s, 200s};
    QList<std::pair<Sources::Command, MopidyOutput::Done>> m_performed;
    std::unique_ptr<MopidyOutput> m_output;
};

QTEST_GUILESS_MAIN(tst_MopidyOutput)
#include "tst_mopidyoutput.moc"
