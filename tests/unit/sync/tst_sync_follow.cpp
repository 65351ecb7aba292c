// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/followaddress.h"
#include "sync/sources/followcommands.h"
#include "tests/unit/sync/json.h"

#include <QTest>

using namespace Sync;
using namespace Sync::Sources;
using namespace std::chrono_literals;

namespace {

const HubTime now{1000s};

/// What a server answers to each question; an empty text: it has no such address.
struct Answers {
    const char *players = "";
    const char *status = "{'state':'stopped','time_position':0}";
    const char *sinks = "{'sinks':[],'default_sink':''}";
    const char *inputs = "{'sink_inputs':[]}";
    const char *assignments = "";
};

/// As it says itself what is wrong with it, or read.
std::variant<Follow::Listing, QString> read(const Answers &answers, bool isSegue = false)
{
    const char *const texts[] = {answers.players, answers.status, answers.sinks, answers.inputs,
                                 answers.assignments};
    Follow::Listing listing;
    const auto questions = Follow::questions();
    for (std::size_t i = 0; i < questions.size(); ++i) {
        if (!*texts[i] && !questions[i].isNeeded)
            continue;
        if (const auto fault = questions[i].read(object(quoted(texts[i])), now, listing))
            return fault->field + ": " + fault->reason;
    }
    Follow::complete(listing, isSegue);
    return listing;
}

Follow::Listing listed(const Answers &answers, bool isSegue = false)
{
    auto listing = read(answers, isSegue);
    return std::get<Follow::Listing>(listing);
}

/// As the reference shows a linux-audio-server's answers.
const Answers original{
    .players = "{'players':[{'id':'player1','name':'Player 1','active':true,'status':'playing',"
               "'state':'playing','current_track':{'name':'Song','artist':'A','album':null,"
               "'uri':'local:1','length':200000}},"
               "{'id':'player2','name':'Player 2','active':true,'status':'stopped','state':'stopped',"
               "'current_track':null}]}",
    .status = "{'state':'playing','track':{'name':'Song','artist':'A','album':null,'uri':'local:1',"
              "'length':200000},'time_position':65000.0}",
    .sinks = "{'sinks':[{'name':'TV (living room)/x','description':'TV','index':1,'state':'RUNNING',"
             "'volume':0.5,'muted':false,'is_default':true},{'name':'b','description':'B','index':2,"
             "'state':'IDLE','volume':1.2,'muted':true,'is_default':false}],"
             "'default_sink':'TV (living room)/x'}",
    .inputs = "{'sink_inputs':[{'index':7,'name':'Mopidy Player 2','sink':'b','sink_description':'B',"
              "'volume':1.0,'muted':false}]}",
    .assignments = "{'assignments':{'player1':'TV (living room)/x'}}"};

const Answers segue{
    .players =
        "{'players':[{'id':'session','name':'Den','active':true,'state':'playing',"
        "'status':'playing','time_position':5000,'at_us':100,'volume':0.5,'muted':false,"
        "'current_track':{'uri':'segue:track/5','name':'Song','artist':'A','album':'B','length':9000}},"
        "{'id':'player.tv','name':'TV','active':true,'state':'stopped','status':'stopped',"
        "'time_position':0,'at_us':100,'current_track':{}},"
        "{'id':'kitchen','name':'Kitchen','active':false,'state':'paused','status':'paused',"
        "'time_position':7,'at_us':100,'volume':0.4,'muted':true,'current_track':{'uri':'x'}},"
        "{'id':'sound.alsa','name':'Alsa','active':true,'state':'stopped','current_track':{}},"
        "{'id':'attic~session','name':'Attic','active':true,'state':'stopped','current_track':{}}]}",
    .status = "{'state':'playing','player':'session','time_position':5000}",
    .sinks = "{'sinks':[{'name':'segue','description':'Segue (Den)','index':1000000,'state':'RUNNING',"
             "'volume':0.5,'muted':false,'is_default':true,'online':true},"
             "{'name':'segue.tv','description':'TV','index':1000001,'state':'IDLE','volume':0.5,"
             "'muted':false,'is_default':false,'online':true},"
             "{'name':'alsa','description':'Alsa','index':0,'state':'SUSPENDED','volume':0.5,"
             "'muted':false,'is_default':false,'online':false},"
             "{'name':'attic~segue','description':'Attic','index':9,'state':'IDLE','volume':1,"
             "'muted':false,'is_default':false,'online':true}],'default_sink':'segue'}",
    .inputs = "{'sink_inputs':[{'index':1000001,'name':'Segue','sink':'segue.tv'},"
              "{'index':3,'name':'mpv','sink':'alsa','volume':0.5,'muted':false}]}",
    .assignments = "{'assignments':{'segue':'session','segue.tv':'player.tv','alsa':'sound.alsa'}}"};

FollowMirror mirrorOf(const Answers &answers, bool isSegue)
{
    FollowMirror mirror("den", "Den", 100);
    (void)mirror.take(listed(answers, isSegue));
    return mirror;
}

QString namesOf(const QList<Event> &events)
{
    QStringList names;
    for (const Event &event : events)
        names.append(event.player.isEmpty() ? event.event : event.player + ':' + event.event);
    return names.join(' ');
}

Follow::Pushed pushed(const char *text)
{
    auto parsed = Follow::pushedFrom(quoted(text), true, now);
    return std::get<Follow::Pushed>(parsed);
}

} // namespace

/// What servers that are followed say, and what becomes of it here.
class tst_SyncFollow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("url"); // empty: refused
        const QString pin(64, 'a');
        QTest::newRow("usual") << "Den=http://10.0.0.2:6681" << "http://10.0.0.2:6681";
        QTest::newRow("without a port") << "Den=http://den.local/" << "http://den.local:6681";
        QTest::newRow("over TLS") << "Den=https://den:1" << "https://den:1";
        QTest::newRow("with a fingerprint")
            << "Den=https://den:1#sha256=" + pin << "https://den:1#sha256=" + pin;
        QTest::newRow("half a fingerprint") << "Den=https://den:1#sha256=aa" << "";
        QTest::newRow("a fingerprint of nothing") << "Den=http://den:1#sha256=" + pin << "";
        QTest::newRow("without a name") << "http://den:1" << "";
        QTest::newRow("with a name of nothing") << "!=http://den:1" << "";
        QTest::newRow("a socket") << "Den=ws://den:1" << "";
        QTest::newRow("with a path") << "Den=http://den:1/api" << "";
        QTest::newRow("with a query") << "Den=http://den:1?a=b" << "";
        QTest::newRow("with a password") << "Den=http://me:pw@den:1" << "";
    }
    void addresses()
    {
        QFETCH(QString, text);
        QFETCH(QString, url);
        const auto address = followAddressFrom(text);
        if (const auto *fault = std::get_if<QString>(&address)) {
            QVERIFY2(url.isEmpty() && fault->contains(text), qPrintable(*fault));
            return;
        }
        const FollowAddress expected{.id = "den", .name = "Den", .url = QUrl(url)};
        QCOMPARE(std::get<FollowAddress>(address), expected);
    }

    void readsTheOriginal()
    {
        const Follow::Listing listing = listed(original);
        QCOMPARE(listing.players.size(), 2U);
        const TrackFacts track{.uri = "local:1", .name = "Song", .artist = "A", .album = {}, .length = 200s};
        QCOMPARE(*listing.players.at(0).track, track);
        QCOMPARE(listing.players.at(0).position,
                 std::chrono::milliseconds(65s)); // of the status, the only one that says
        QCOMPARE(listing.players.at(1).state, PlaybackState::Stopped);
        QVERIFY(!listing.players.at(1).track);
        // One is said the other way round, one only by a stream's name.
        const QHash<QString, QString> assignments{{"TV (living room)/x", "player1"}, {"b", "player2"}};
        QCOMPARE(listing.assignments, assignments);
        QCOMPARE(listing.sinks.at(1).volume, 1.0);
    }

    void makesAPlayerWhereThereAreNone()
    {
        Answers answers = original;
        answers.players = answers.assignments = "";
        const Follow::Listing listing = listed(answers);
        QCOMPARE(listing.players.size(), 1U);
        QCOMPARE(listing.players.at(0).id, "main");
        QCOMPARE(listing.players.at(0).state, PlaybackState::Playing);
        QCOMPARE(listing.assignments.value("TV (living room)/x"), "main");
    }

    void leavesOutWhatIsNoneOfASeguesOwn()
    {
        const Follow::Listing listing = listed(segue, true);
        QCOMPARE(listing.players.size(), 2U);
        QCOMPARE(listing.players.at(1).id, "kitchen");
        QVERIFY(!listing.players.at(1).online);
        QCOMPARE(listing.players.at(1).volumePercent, 40);
        QCOMPARE(listing.sinks.size(), 3U);
        QCOMPARE(listing.inputs.size(), 1U);
        QCOMPARE(*listing.atUs, qint64(100));
    }

    void refusesWhatMakesNoSense_data()
    {
        QTest::addColumn<QString>("which");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("fault");
        QTest::newRow("players of nothing")
            << "players" << QByteArray("{'a':1}") << "players: field 'players' is missing";
        QTest::newRow("a list") << "players" << QByteArray("{'players':{}}")
                                << "'players' has the wrong type";
        QTest::newRow("a player without an id")
            << "players" << QByteArray("{'players':[{'state':'playing'}]}")
            << "players.id: field 'id' is missing";
        QTest::newRow("a state of its own")
            << "players" << QByteArray("{'players':[{'id':'a','state':'dancing'}]}") << "unknown value";
        QTest::newRow("status") << "status" << QByteArray("{'state':1}") << "'state' has the wrong type";
        QTest::newRow("a track that is a text")
            << "status" << QByteArray("{'state':'paused','track':'x'}") << "'track' has the wrong type";
        QTest::newRow("a sink without a name") << "sinks" << QByteArray("{'sinks':[{}]}") << "sinks.name: ";
        QTest::newRow("a volume below nothing")
            << "sinks" << QByteArray("{'sinks':[{'name':'a','volume':-1}]}") << "sinks.volume: ";
        QTest::newRow("a stream without a number")
            << "inputs" << QByteArray("{'sink_inputs':[{'name':'a'}]}") << "sink_inputs.index: ";
        QTest::newRow("assignments in a list")
            << "assignments" << QByteArray("{'assignments':[]}") << "'assignments' has the wrong type";
    }
    void refusesWhatMakesNoSense()
    {
        QFETCH(QString, which);
        QFETCH(QByteArray, answer);
        QFETCH(QString, fault);
        Answers answers;
        (which == "players"      ? answers.players
             : which == "status" ? answers.status
             : which == "sinks"  ? answers.sinks
             : which == "inputs" ? answers.inputs
                                 : answers.assignments) = answer.constData();
        const auto listing = read(answers);
        QVERIFY(std::holds_alternative<QString>(listing));
        QVERIFY2(std::get<QString>(listing).contains(fault), qPrintable(std::get<QString>(listing)));
    }

    void tellsEachDifferenceOnce()
    {
        FollowMirror mirror("den", "Den", 100);
        QCOMPARE(namesOf(mirror.take(listed(original))),
                 "server.online den~player1:player_online den~player2:player_online sink.new sink.new "
                 "sink_input.new");
        QCOMPARE(namesOf(mirror.take(listed(original))), "");
        QCOMPARE(mirror.inputs().at(0).index, 103U);
        QCOMPARE(*mirror.theirInput(103), 7U);
        Answers later = original;
        later.status = "{'state':'paused'}";
        later.players = "{'players':[{'id':'player1','name':'Player 1','active':true,'state':'paused',"
                        "'current_track':{'name':'Song','artist':'A','uri':'local:1','length':200000}},"
                        "{'id':'player2','name':'Player 2','state':'playing','time_position':0,"
                        "'current_track':{'uri':'local:2'}}]}";
        later.inputs = "{'sink_inputs':[]}";
        QCOMPARE(namesOf(mirror.take(listed(later))),
                 "sink_input.remove den~player1:playback_state_changed den~player1:track_playback_paused "
                 "den~player2:playback_state_changed den~player2:track_playback_started");
    }

    void aPlaceThatIsNotToldIsGuessed()
    {
        FollowMirror mirror = mirrorOf(original, false);
        Answers later = original;
        later.status = "{'state':'stopped'}"; // and so it says nobody's place
        QCOMPARE(namesOf(mirror.take(listed(later))), "");
        QCOMPARE(mirror.players().at(0).position, std::chrono::milliseconds(65s));
    }

    void whatIsGoneStaysKnown()
    {
        FollowMirror mirror = mirrorOf(original, false);
        QCOMPARE(namesOf(mirror.lose(now)),
                 "sink_input.remove den~player1:player_offline den~player2:player_offline sink.change "
                 "sink.change server.offline");
        QVERIFY(!mirror.players().at(0).online && !mirror.sinks().at(0).online);
        QCOMPARE(namesOf(mirror.lose(now)), "");
        QCOMPARE(namesOf(mirror.take(listed(original))),
                 "server.online den~player1:player_online den~player2:player_online sink.change sink.change "
                 "sink_input.new");
    }

    void hearsASegue_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QString>("events");
        QTest::addColumn<bool>("needsListing");
        const QByteArray head = "{'source':'mopidy','seq':5,'at_us':200,'event':";
        QTest::newRow("a track that is paused")
            << head
                + "'track_playback_paused','data':{'player':{'id':'session','name':'Den','state':'paused',"
                  "'volume':0.5,'time_position':5000,'current_track':{'uri':'segue:track/5','name':'Song',"
                  "'artist':'A','album':'B','length':9000}}}}"
            << "den~session:playback_state_changed den~session:track_playback_paused" << false;
        QTest::newRow("a player that is back") << head
                + "'player_online','data':{'player':{'id':'kitchen','active':true,'state':'paused',"
                  "'volume':0.4,'muted':true,'time_position':7,'current_track':{'uri':'x'}}}}"
                                               << "den~kitchen:player_online" << false;
        QTest::newRow("a new player")
            << head + "'player_online','data':{'player':{'id':'new','state':'stopped','current_track':{}}}}"
            << "den~new:player_online" << true;
        QTest::newRow("an output's own player")
            << head + "'seeked','data':{'player':{'id':'player.tv','state':'stopped','current_track':{}}}}"
            << "" << false;
        QTest::newRow("a sink's volume") << head
                + "'sink.change','data':{'sink':{'name':'alsa','description':'Alsa','state':'IDLE',"
                  "'volume':0.7,'muted':false,'is_default':false,'online':true}}}"
                                         << "sink.change" << false;
        QTest::newRow("a new sink") << head
                + "'sink.new','data':{'sink':{'name':'b','description':'B','state':'IDLE','volume':1}}}"
                                    << "" << true;
        QTest::newRow("another default") << head
                + "'sink.change','data':{'sink':{'name':'alsa','description':'Alsa','state':'SUSPENDED',"
                  "'volume':0.5,'is_default':true,'online':false}}}"
                                         << "" << true;
        QTest::newRow("a sink that is gone")
            << head + "'sink.remove','data':{'sink':{'index':0,'name':'alsa'}}}" << "sink.remove" << false;
        QTest::newRow("a stream that is gone")
            << head + "'sink_input.remove','data':{'sink_input':{'index':3,'name':'mpv'}}}"
            << "sink_input.remove" << false;
        QTest::newRow("the sound server is back") << head + "'server.online','data':{}}" << "" << true;
        QTest::newRow("a snapshot") << head + "'snapshot','data':{'players':[]}}" << "" << true;
        QTest::newRow("older than what was listed")
            << QByteArray("{'source':'mopidy','seq':5,'at_us':99,'event':'sink.remove','data':{'sink':"
                          "{'index':0,'name':'alsa'}}}")
            << "" << false;
    }
    void hearsASegue()
    {
        QFETCH(QByteArray, frame);
        QFETCH(QString, events);
        QFETCH(bool, needsListing);
        FollowMirror mirror = mirrorOf(segue, true);
        const auto heard = mirror.hear(pushed(frame.constData()));
        QCOMPARE(namesOf(heard.events), events);
        QCOMPARE(heard.needsListing, needsListing);
    }

    void refusesFramesThatMakeNoSense_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<bool>("isSegue");
        QTest::newRow("no JSON") << QByteArray("x") << false;
        QTest::newRow("an array") << QByteArray("[]") << false;
        QTest::newRow("nobody's") << QByteArray("{'event':'a'}") << false;
        QTest::newRow("nothing") << QByteArray("{'source':'a'}") << false;
        QTest::newRow("without a number") << QByteArray("{'source':'a','event':'b','data':{}}") << true;
        QTest::newRow("a player without a state")
            << QByteArray("{'source':'a','event':'b','seq':1,'at_us':1,'data':{'player':{'id':'x'}}}")
            << true;
    }
    void refusesFramesThatMakeNoSense()
    {
        QFETCH(QByteArray, frame);
        QFETCH(bool, isSegue);
        const auto parsed = Follow::pushedFrom(quoted(frame.constData()), isSegue, now);
        QVERIFY(std::holds_alternative<ParseError>(parsed));
    }

    void anOriginalsEventIsEnough()
    {
        const auto parsed = Follow::pushedFrom(
            quoted("{'source':'mopidy','event':'playback_state_changed','player':'player1','data':null}"),
            false, now);
        QVERIFY(std::holds_alternative<Follow::Pushed>(parsed));
    }

    /// An output of a Segue shows the session while it sounds.
    void outputsShowTheSession()
    {
        FollowMirror mirror = mirrorOf(segue, true);
        const QHash<QString, QString> playing{{"den~segue", "den~session"}};
        QCOMPARE(mirror.assignments(), playing);
        Answers paused = segue;
        paused.players = "{'players':[{'id':'session','state':'paused','current_track':{'uri':'a'}}]}";
        (void)mirror.take(listed(paused, true));
        QCOMPARE(mirror.assignments().value("den~segue.tv"), "den~session");
    }

    void commands_data()
    {
        QTest::addColumn<bool>("isSegue");
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("request"); // with a "!": refused, and a word of why
        QTest::newRow("to the sink that a player plays on")
            << false << "play den~player1" << "POST /api/playback/sink/TV%20%28living%20room%29%2Fx/play";
        QTest::newRow("to a player by itself")
            << true << "play den~kitchen" << "POST /api/players/kitchen/play";
        QTest::newRow("seek") << true << "seek den~kitchen"
                              << "POST /api/players/kitchen/seek {\"position_ms\":9000}";
        QTest::newRow("seek at the original") << false << "seek den~player1" << "!where to play";
        QTest::newRow("volume of a player") << true << "volume den~kitchen"
                                            << "POST /api/players/kitchen/volume {\"volume\":0.3}";
        QTest::newRow("volume of an original's player")
            << false << "volume den~player2" << "POST /api/audio/sink/b/volume {\"volume\":0.3}";
        QTest::newRow("volume of a sink") << false << "sinkvolume den~b"
                                          << "POST /api/audio/sink/b/volume {\"volume\":0.3}";
        QTest::newRow("volume of another's sink") << false << "sinkvolume other~b" << "!no sink";
        QTest::newRow("default") << false << "default den~b"
                                 << "POST /api/audio/sink/default {\"sink_name\":\"b\"}";
        QTest::newRow("move a stream")
            << false << "move den~b"
            << "POST /api/audio/sink-input/move {\"input_index\":7,\"sink_name\":\"b\"}";
        QTest::newRow("move a stream elsewhere") << false << "move other~b" << "!its own server";
        QTest::newRow("an address") << false << "url den~player2"
                                    << "POST /api/radio/play_url {\"sink\":\"b\",\"url\":\"http://radio/\"}";
        QTest::newRow("combine") << false << "combine den~b"
                                 << "POST /api/audio/combined-sink {\"name\":\"both\",\"sinks\":[\"b\"]}";
        QTest::newRow("combine what is apart") << false << "combine other~b" << "!one server";
        QTest::newRow("uncombine") << false << "uncombine den~b" << "DELETE /api/audio/combined-sink/b";
    }
    void commands()
    {
        QFETCH(bool, isSegue);
        QFETCH(QString, command);
        QFETCH(QString, request);
        const QString verb = command.section(' ', 0, 0);
        const QString on = command.section(' ', 1);
        const QHash<QString, Command> all{{"play", Play{on}},
                                          {"seek", Seek{.player = on, .position = 9s}},
                                          {"volume", SetVolume{.player = on, .percent = 30, .muted = {}}},
                                          {"sinkvolume", SetSinkVolume{.sink = on, .volume = 0.3}},
                                          {"default", SetDefaultSink{.sink = on}},
                                          {"move", MoveInput{.input = 103, .sink = on}},
                                          {"url", PlayUrl{.player = on, .url = "http://radio/"}},
                                          {"combine", Combine{.name = "both", .sinks = {on}}},
                                          {"uncombine", Uncombine{.name = on}}};
        const FollowMirror mirror = mirrorOf(isSegue ? segue : original, isSegue);
        const auto found = requestFor(all.value(verb), mirror, isSegue);
        if (const auto *reason = std::get_if<QString>(&found)) {
            QVERIFY2(request.startsWith('!') && reason->contains(request.sliced(1)), qPrintable(*reason));
            return;
        }
        const auto &asked = std::get<FollowRequest>(found);
        QByteArray text = asked.verb + ' ' + asked.path;
        if (asked.body)
            text += ' ' + QJsonDocument(*asked.body).toJson(QJsonDocument::Compact);
        QCOMPARE(QString::fromUtf8(text), request);
    }
};

QTEST_GUILESS_MAIN(tst_SyncFollow)
#include "tst_sync_follow.moc"
