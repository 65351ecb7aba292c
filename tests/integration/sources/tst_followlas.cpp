// SPDX-License-Identifier: Apache-2.0
#include "integration/sources/heard.h"
#include "integration/sources/lasserver.h"
#include "support/waiting.h"

#include "sync/sources/followsource.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Testing;
namespace Sources = Sync::Sources;
using Sources::PlaybackState;

/// A server that speaks as linux-audio-server does is followed by its own ways: an event without a word of
/// what has changed makes one ask, and players are told through their sinks.
class tst_FollowLas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsWhatItHas();
    void anEventMakesItAsk();
    void oneQuestionForManyEvents();
    void playersAreToldThroughTheirSinks();
    void withoutThePlayersThereIsOne();
    void whatMakesNoSenseIsNoServer();

private:
    [[nodiscard]] Sources::PlayerFacts player(const QString &id = u"las~player1"_s) const;
    void setState(const QString &state);

    std::unique_ptr<LasServer> m_server;
    std::unique_ptr<Sources::FollowSource> m_source;
    std::unique_ptr<Heard> m_heard;
};

void tst_FollowLas::setState(const QString &state)
{
    const QJsonObject track{{"name"_L1, u"Song"_s},
                            {"artist"_L1, u"Artist"_s},
                            {"album"_L1, QJsonValue::Null},
                            {"uri"_L1, u"local:track:1"_s},
                            {"length"_L1, 200'000}};
    const QJsonObject one{
        {"id"_L1, u"player1"_s},
        {"name"_L1, u"Mopidy Player 1"_s},
        {"active"_L1, true},
        {"status"_L1, state},
        {"state"_L1, state},
        {"current_track"_L1, state == u"stopped"_s ? QJsonValue(QJsonValue::Null) : QJsonValue(track)}};
    m_server->answers.insert("/api/players", {{"players"_L1, QJsonArray{one}}});
    QJsonObject status{{"state"_L1, state}, {"time_position"_L1, 30'000}};
    if (state != u"stopped"_s)
        status.insert("track"_L1, track);
    m_server->answers.insert("/api/playback/status", status);
}

void tst_FollowLas::init()
{
    m_server = std::make_unique<LasServer>();
    auto &answers = m_server->answers;
    answers.insert("/api/health", {{"status"_L1, u"ok"_s}, {"websocket_clients"_L1, 1}});
    const QJsonObject sink{{"name"_L1, u"alsa_output.pci"_s},
                           {"description"_L1, u"Speakers"_s},
                           {"index"_L1, 1},
                           {"state"_L1, u"RUNNING"_s},
                           {"volume"_L1, 0.5},
                           {"muted"_L1, false},
                           {"is_default"_L1, true}};
    answers.insert("/api/audio/sinks",
                   {{"sinks"_L1, QJsonArray{sink}}, {"default_sink"_L1, u"alsa_output.pci"_s}});
    answers.insert("/api/audio/sink-inputs", {{"sink_inputs"_L1, QJsonArray{}}});
    // As its own README shows it: the other way round than its client reads it.
    answers.insert("/api/players/assignments",
                   {{"assignments"_L1, QJsonObject{{"player1"_L1, u"alsa_output.pci"_s}}}});
    setState(u"playing"_s);
    m_source = std::make_unique<Sources::FollowSource>(QList<Sources::FollowAddress>{
        {.id = u"las"_s, .name = u"LAS"_s, .url = QUrl(u"http://127.0.0.1:%1"_s.arg(m_server->port()))}});
    m_heard = std::make_unique<Heard>(*m_source);
}

void tst_FollowLas::cleanup()
{
    m_heard.reset();
    m_source.reset();
    m_server.reset();
}

Sources::PlayerFacts tst_FollowLas::player(const QString &id) const
{
    for (const Sources::PlayerFacts &one : m_source->players())
        if (one.id == id)
            return one;
    return {.online = false};
}

void tst_FollowLas::showsWhatItHas()
{
    QTRY_VERIFY(player().online);
    QCOMPARE(player().state, PlaybackState::Playing);
    QCOMPARE(player().track->name, u"Song"_s);
    QVERIFY(player().position >= 30s);
    QCOMPARE(m_source->assignments().value(u"las~alsa_output.pci"_s), u"las~player1"_s);
    QCOMPARE(m_source->sinks().at(0).description, u"Speakers (LAS)"_s);
    QVERIFY(m_source->sinks().at(0).isDefault);
    QTRY_COMPARE(m_server->webSockets(), 1);
}

void tst_FollowLas::anEventMakesItAsk()
{
    QTRY_COMPARE(m_server->webSockets(), 1);
    QTRY_VERIFY(player().online);
    m_heard->forget();
    setState(u"paused"_s);
    m_server->push(R"({"source":"mopidy","event":"playback_state_changed","player":"player1",)"
                   R"("data":{"old_state":"playing","new_state":"paused"}})");
    QTRY_COMPARE(player().state, PlaybackState::Paused);
    QCOMPARE(m_heard->count(u"track_playback_paused"_s), 1);
    setState(u"stopped"_s);
    m_server->push(R"({"source":"mopidy","event":"track_playback_ended"})");
    QTRY_COMPARE(player().state, PlaybackState::Stopped);
    QVERIFY(!player().track);
    QCOMPARE(m_heard->count(u"track_playback_ended"_s), 1);
}

void tst_FollowLas::oneQuestionForManyEvents()
{
    QTRY_COMPARE(m_server->webSockets(), 1);
    QTRY_VERIFY(player().online);
    int before = -1;
    QTRY_VERIFY(std::exchange(before, m_server->asked) == m_server->asked);
    for (int i = 0; i < 100; ++i)
        m_server->push(R"({"source":"pulseaudio","event":"sink.change"})");
    setState(u"paused"_s);
    m_server->push(R"({"source":"mopidy","event":"playback_state_changed"})");
    QTRY_COMPARE(player().state, PlaybackState::Paused);
    QVERIFY2(m_server->asked - before <= 15, qPrintable(QString::number(m_server->asked - before)));
}

void tst_FollowLas::playersAreToldThroughTheirSinks()
{
    QTRY_VERIFY(player().online);
    m_server->onPost = [this](const QByteArray &) { setState(u"paused"_s); };
    const Asked pause(m_source->perform(Sources::Pause{u"las~player1"_s}));
    QTRY_COMPARE(pause.reason(), QString());
    QCOMPARE(player().state, PlaybackState::Paused); // it is done once it shows
    QCOMPARE(m_server->posted, QByteArrayList{"/api/playback/sink/alsa_output.pci/pause "});
    const Asked seek(m_source->perform(Sources::Seek{.player = u"las~player1"_s, .position = 9s}));
    QVERIFY(seek.reason().contains(u"cannot be told"_s));
    const Asked volume(
        m_source->perform(Sources::SetSinkVolume{.sink = u"las~alsa_output.pci"_s, .volume = 0.3}));
    QTRY_COMPARE(volume.reason(), QString());
    QCOMPARE(m_server->posted.last(), QByteArray(R"(/api/audio/sink/alsa_output.pci/volume {"volume":0.3})"));
}

void tst_FollowLas::withoutThePlayersThereIsOne()
{
    m_server->answers.remove("/api/players");
    m_server->answers.remove("/api/players/assignments");
    QTRY_VERIFY(player(u"las~main"_s).online);
    QCOMPARE(player(u"las~main"_s).state, PlaybackState::Playing);
}

void tst_FollowLas::whatMakesNoSenseIsNoServer()
{
    m_server->answers.insert("/api/audio/sinks", {{"sinks"_L1, u"many"_s}});
    const Asked pause(m_source->perform(Sources::Pause{u"las~player1"_s}));
    QTRY_VERIFY(m_server->asked > 8); // it is asked again
    QVERIFY(m_source->players().empty());
    QVERIFY(!pause.reason().isEmpty());
}

QTEST_GUILESS_MAIN(tst_FollowLas)
#include "tst_followlas.moc"
