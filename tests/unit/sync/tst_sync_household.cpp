// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/household.h"
#include "tests/unit/sync/json.h"

#include <QJsonArray>
#include <QTest>

using namespace Sync;
using namespace Sync::Sources;
using namespace std::chrono_literals;

namespace {

const HubTime now{1000s};
const TrackFacts song{.uri = "segue:track/5", .name = "Song", .artist = "A", .album = "B", .length = 200s};

SourceFacts segue(PlaybackState state)
{
    PlayerFacts player{.id = "session", .name = "Den", .state = state};
    if (state != PlaybackState::Stopped) {
        player.track = song;
        player.position = 10s;
        player.positionAt = now - 5s;
    }
    return {.kind = "segue",
            .players = {player},
            .sinks = {{.index = 1, .name = "segue", .description = "Den", .isDefault = true}},
            .assignments = {{"segue", "session"}}};
}

SourceFacts mopidy(PlaybackState state)
{
    PlayerFacts player{.id = "player1", .name = "Kitchen", .state = state};
    if (state != PlaybackState::Stopped)
        player.track = TrackFacts{.uri = "local:1", .name = "Other", .artist = {}, .album = {}, .length = {}};
    return {.kind = "mopidy", .players = {player}};
}

SourceFacts pulse(const char *input)
{
    SourceFacts facts{.kind = "pulseaudio",
                      .sinks = {{.index = 0,
                                 .name = "alsa",
                                 .description = "Den",
                                 .state = SinkFacts::State::Running,
                                 .volume = 0.5,
                                 .isDefault = true}}};
    if (input)
        facts.inputs = {{.index = 3, .name = input, .sink = "alsa", .sinkDescription = "Den"}};
    return facts;
}

} // namespace

/// All sources as one, and as linux-audio-server's clients read them.
class tst_SyncHousehold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void descriptionsAreUnique()
    {
        const Household house = householdOf({segue(PlaybackState::Playing), pulse(nullptr)}, {});
        QCOMPARE(house.sinks.at(0).description, "Den");
        QCOMPARE(house.sinks.at(1).description, "Den (2)");
    }

    void oneIsTheDefault_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("sink");
        QTest::addRow("nobody has chosen") << QString() << "segue";
        QTest::addRow("one of ours was chosen") << "segue" << "segue";
        QTest::addRow("one of the sound server's was chosen") << "pulseaudio" << "alsa";
        QTest::addRow("of a source that is gone") << "other" << "segue";
    }
    void oneIsTheDefault()
    {
        QFETCH(QString, from);
        const Household house = householdOf({segue(PlaybackState::Playing), pulse(nullptr)},
                                            {.assignments = {}, .defaultFrom = from});
        QTEST(house.defaultSink, "sink");
        for (const SinkFacts &sink : house.sinks)
            QCOMPARE(sink.isDefault, sink.name == house.defaultSink);
    }

    void everySinkHasAPlayer_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QString>("assigned");
        QTest::addColumn<QString>("player");
        QTest::addRow("by its stream's name") << QByteArray("Mopidy Player 1") << QString() << "player1";
        QTest::addRow("of a player that is not here")
            << QByteArray("Mopidy Player 2") << QString() << "sound.alsa";
        QTest::addRow("of another program") << QByteArray("Firefox") << QString() << "sound.alsa";
        QTest::addRow("silence") << QByteArray() << QString() << "sound.alsa";
        QTest::addRow("assigned") << QByteArray("Firefox") << "player1" << "player1";
        QTest::addRow("assigned to what is gone") << QByteArray("Firefox") << "player7" << "sound.alsa";
    }
    void everySinkHasAPlayer()
    {
        QFETCH(QByteArray, input);
        QFETCH(QString, assigned);
        const Household house = householdOf({segue(PlaybackState::Playing), mopidy(PlaybackState::Stopped),
                                             pulse(input.isNull() ? nullptr : input.constData())},
                                            {.assignments = {{"alsa", assigned}}, .defaultFrom = {}});
        QTEST(house.assignments.value("alsa"), "player");
        QCOMPARE(house.assignments.value("segue"), "session");
        for (const SinkFacts &sink : house.sinks) {
            const QString player = house.assignments.value(sink.name);
            QVERIFY(house.player(player));
            QVERIFY2(!house.sink(player), "a player's id must be no sink's name");
        }
    }
    void aBystanderShowsWhatSounds()
    {
        const Household loud = householdOf({pulse("Firefox")}, {});
        QCOMPARE(loud.player("sound.alsa")->state, PlaybackState::Playing);
        QCOMPARE(loud.player("sound.alsa")->track->name, "Firefox");
        QCOMPARE(householdOf({pulse(nullptr)}, {}).player("sound.alsa")->state, PlaybackState::Stopped);
    }

    void mainPlayer_data()
    {
        QTest::addColumn<PlaybackState>("ours");
        QTest::addColumn<PlaybackState>("mopidys");
        QTest::addColumn<QString>("player");
        const auto row = [](const char *name, PlaybackState ours, PlaybackState mopidys, const char *player) {
            QTest::addRow("%s", name) << ours << mopidys << QString(player);
        };
        row("ours plays", PlaybackState::Playing, PlaybackState::Stopped, "session");
        row("both play", PlaybackState::Playing, PlaybackState::Playing, "session");
        row("the other plays", PlaybackState::Paused, PlaybackState::Playing, "player1");
        row("both are paused", PlaybackState::Paused, PlaybackState::Paused, "session");
        row("the other is paused", PlaybackState::Stopped, PlaybackState::Paused, "player1");
        row("silence", PlaybackState::Stopped, PlaybackState::Stopped, "session");
    }
    void mainPlayer()
    {
        QFETCH(PlaybackState, ours);
        QFETCH(PlaybackState, mopidys);
        QTEST(householdOf({segue(ours), mopidy(mopidys), pulse("Firefox")}, {}).mainPlayer, "player");
    }

    void status_data()
    {
        QTest::addColumn<PlaybackState>("state");
        QTest::addColumn<QByteArray>("json");
        QTest::addRow("playing") << PlaybackState::Playing
                                 << quoted("{'state':'playing','player':'session','time_position':15000,"
                                           "'track':{'uri':'segue:track/5','name':'Song','artist':'A',"
                                           "'album':'B','length':200000}}");
        QTest::addRow("paused") << PlaybackState::Paused
                                << quoted("{'state':'paused','player':'session','time_position':10000,"
                                          "'track':{'uri':'segue:track/5','name':'Song','artist':'A',"
                                          "'album':'B','length':200000}}");
        QTest::addRow("stopped: no track, and no null")
            << PlaybackState::Stopped << quoted("{'state':'stopped','player':'session','time_position':0}");
    }
    void status()
    {
        QFETCH(PlaybackState, state);
        QFETCH(QByteArray, json);
        QCOMPARE(statusJson(householdOf({segue(state)}, {}), now), object(json));
    }
    void nothingAtAll()
    {
        const Household house = householdOf({}, {});
        QCOMPARE(statusJson(house, now), object(quoted("{'state':'stopped','time_position':0}")));
        QCOMPARE(sinksJson(house), object(quoted("{'sinks':[],'default_sink':''}")));
    }

    void positionsStayWithinTheTrack()
    {
        Household house = householdOf({segue(PlaybackState::Playing)}, {});
        QCOMPARE(statusJson(house, now + 1h).value("time_position").toInt(), 200'000);
        house.players.front().track->length.reset(); // a station
        QCOMPARE(statusJson(house, now).value("track").toObject().value("length").toInt(-1), 0);
        QCOMPARE(statusJson(house, now + 1h).value("time_position").toInt(), 3'615'000);
    }
    void whatIsGoneIsSuspended()
    {
        SourceFacts source = pulse(nullptr);
        source.sinks.front().online = false;
        const QJsonObject sink =
            sinksJson(householdOf({source}, {})).value("sinks").toArray().first().toObject();
        QCOMPARE(sink.value("state").toString(), "SUSPENDED");
        QCOMPARE(sink.value("volume").toDouble(), 0.5);
    }
};

QTEST_GUILESS_MAIN(tst_SyncHousehold)
#include "tst_sync_household.moc"
