// SPDX-License-Identifier: Apache-2.0
#include "integration/sources/heard.h"
#include "support/mopidyserver.h"
#include "support/noise.h"
#include "support/waiting.h"

#include "sync/sources/mopidysource.h"

#include <QJsonArray>
#include <QTemporaryDir>

using namespace Sync;
using namespace Sync::Sources;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Testing::Asked;
using Testing::Heard;
using Testing::MopidyServer;

namespace {

const QString kitchen = u"kitchen"_s;
const QString den = u"den"_s;

} // namespace

/// Two real Mopidys, one source.
class MopidyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void plays();
    void endsByItself();
    void hearsOthers();
    void refuses();
    void survivesAKill();
    void survivesBoth();
    void agreesAfterAStorm();

private:
    [[nodiscard]] PlayerFacts facts(const QString &id = kitchen) const;
    [[nodiscard]] bool agrees(const MopidyServer &server, const QString &id) const;
    [[nodiscard]] bool perform(const Command &command);
    [[nodiscard]] bool hearAll(const MopidyServer &server);

    QTemporaryDir m_music;
    QString m_short; ///< addresses of files: 2 s
    QString m_long; ///< 60 s
    MopidyServer m_servers[2];
    std::unique_ptr<MopidySource> m_source;
    std::unique_ptr<Heard> m_heard;
};

void MopidyTest::initTestCase()
{
    for (auto &server : m_servers)
        if (!server.start())
            QSKIP(qPrintable(u"SKIPPED: NO MOPIDY IS TESTED. "_s + server.why()));
    for (auto *const file : {&m_short, &m_long}) {
        const bool isShort = file == &m_short;
        const QString path = m_music.filePath(isShort ? u"short.flac"_s : u"long.flac"_s);
        QVERIFY(Noise::write(path, Noise::make((isShort ? 2 : 60) * Noise::sampleRate, 1)));
        *file = QUrl::fromLocalFile(path).toString();
    }
}

void MopidyTest::init()
{
    m_heard.reset();
    for (auto &server : m_servers) {
        server.call(u"core.playback.stop"_s);
        server.call(u"core.tracklist.clear"_s);
        server.call(u"core.mixer.set_volume"_s, {{"volume"_L1, 100}});
        server.call(u"core.mixer.set_mute"_s, {{"mute"_L1, false}});
    }
    m_source = std::make_unique<MopidySource>(
        QList<MopidyAddress>{{.id = kitchen, .name = u"Kitchen"_s, .url = m_servers[0].url()},
                             {.id = den, .name = u"Den"_s, .url = m_servers[1].url()}});
    m_heard = std::make_unique<Heard>(*m_source);
    QTRY_VERIFY(facts(kitchen).online && facts(den).online);
    QVERIFY(hearAll(m_servers[0]) && hearAll(m_servers[1]));
    m_heard->forget();
}

PlayerFacts MopidyTest::facts(const QString &id) const
{
    for (const PlayerFacts &player : m_source->players())
        if (player.id == id)
            return player;
    return {};
}

bool MopidyTest::perform(const Command &command)
{
    const Asked asked(m_source->perform(command));
    const bool isOver = QTest::qWaitFor([&] { return asked.reason() != u"?"_s; }, Testing::patienceMs);
    if (!asked.reason().isEmpty())
        qInfo().noquote() << "Refused:" << asked.reason();
    return isOver && asked.reason().isEmpty();
}

/// Waits for what it has still to tell of what was done so far: its events come in order, after the answers.
bool MopidyTest::hearAll(const MopidyServer &server)
{
    const int before = m_heard->count(u"options_changed"_s);
    for (const bool random : {true, false})
        server.call(u"core.tracklist.set_random"_s, {{"value"_L1, random}});
    return QTest::qWaitFor([&] { return m_heard->count(u"options_changed"_s) == before + 2; },
                           Testing::patienceMs);
}

/// Asked anew, it says what is known of it.
bool MopidyTest::agrees(const MopidyServer &server, const QString &id) const
{
    const PlayerFacts known = facts(id);
    const QJsonObject place = server.call(u"core.playback.get_current_tl_track"_s).toObject();
    QString state = server.call(u"core.playback.get_state"_s).toString();
    const QString uri = place.value("track"_L1).toObject().value("uri"_L1).toString();
    if (place.isEmpty() && state == u"paused"_s)
        state = u"stopped"_s; // of what?
    return known.online && state == Mopidy::wordFor(known.state)
        && server.call(u"core.mixer.get_volume"_s).toInt(-1) == known.volumePercent
        && server.call(u"core.mixer.get_mute"_s).toBool() == known.muted
        && (known.track ? known.track->uri : QString()) == (state == u"stopped"_s ? QString() : uri);
}

void MopidyTest::plays()
{
    QVERIFY(perform(PlayUrl{kitchen, m_long}));
    QCOMPARE(facts().state, PlaybackState::Playing); // at once: it is so when it is said to be done
    QCOMPARE(facts().track->uri, m_long);
    QCOMPARE(facts().track->length, 60s);
    QCOMPARE(facts(den).state, PlaybackState::Stopped);
    QVERIFY(perform(Pause{kitchen}));
    QCOMPARE(facts().state, PlaybackState::Paused);
    QVERIFY(perform(Seek{kitchen, 30s}));
    QVERIFY(std::chrono::abs(facts().position - 30s) < 500ms);
    QVERIFY(perform(Play{kitchen}));
    QCOMPARE(facts().state, PlaybackState::Playing);
    QVERIFY(perform(SetVolume{kitchen, 40, std::nullopt}));
    QCOMPARE(facts().volumePercent, 40);
    QVERIFY(perform(SetVolume{kitchen, std::nullopt, true}));
    QVERIFY(facts().muted);
    QVERIFY(perform(Stop{kitchen}));
    QCOMPARE(facts().state, PlaybackState::Stopped);
    QVERIFY(!facts().track);
    QVERIFY(hearAll(m_servers[0]));
    for (const auto &[name, times] :
         {std::pair(u"track_playback_started"_s, 1), std::pair(u"track_playback_ended"_s, 1),
          std::pair(u"track_playback_paused"_s, 1), std::pair(u"track_playback_resumed"_s, 1),
          std::pair(u"seeked"_s, 1), std::pair(u"volume_changed"_s, 1), std::pair(u"mute_changed"_s, 1),
          std::pair(u"playback_state_changed"_s, 4)})
        QVERIFY2(m_heard->count(name) == times, qPrintable(name + m_heard->names().join(u' ')));
    QVERIFY(agrees(m_servers[0], kitchen));
}

void MopidyTest::endsByItself()
{
    QVERIFY(perform(PlayUrl{kitchen, m_short}));
    QTRY_VERIFY(m_heard->has(u"track_playback_ended"_s));
    QVERIFY(hearAll(m_servers[0]));
    QStringList playback = m_heard->names();
    playback.removeIf([](const QString &name) { return !name.contains(u"playback"_s); });
    QCOMPARE(playback,
             QStringList({u"playback_state_changed"_s, u"track_playback_started"_s,
                          u"playback_state_changed"_s, u"track_playback_ended"_s}));
    QVERIFY(agrees(m_servers[0], kitchen));
}

void MopidyTest::hearsOthers()
{
    MopidyServer &other = m_servers[1];
    other.call(u"core.tracklist.add"_s, {{"uris"_L1, QJsonArray{m_long, m_short}}});
    other.call(u"core.playback.play"_s);
    QTRY_COMPARE(facts(den).state, PlaybackState::Playing);
    QTRY_VERIFY(facts(den).track && facts(den).track->uri == m_long);
    m_heard->forget();
    QVERIFY(perform(Next{den}));
    QTRY_VERIFY(facts(den).track && facts(den).track->uri == m_short);
    QTRY_COMPARE(m_heard->count(u"track_playback_started"_s), 1);
    QCOMPARE(m_heard->count(u"track_playback_ended"_s), 1);
    other.call(u"core.mixer.set_volume"_s, {{"volume"_L1, 12}});
    QTRY_COMPARE(facts(den).volumePercent, 12);
    QVERIFY(m_heard->names(kitchen).isEmpty());
}

void MopidyTest::refuses()
{
    QVERIFY(!perform(Play{kitchen})); // an empty list
    QVERIFY(!perform(Play{u"nobody"_s}));
    QVERIFY(!perform(Seek{kitchen, 1s}));
    QVERIFY(!perform(PlayUrl{kitchen, u"odd:nothing"_s}));
    QVERIFY(!perform(PlayUrl{kitchen, u"file:///nonexistent.flac"_s}));
    QVERIFY(!perform(SetVolume{kitchen, 101, std::nullopt}));
    QVERIFY(perform(Pause{kitchen})); // it is not playing
    QVERIFY(agrees(m_servers[0], kitchen));
}

void MopidyTest::survivesAKill()
{
    QVERIFY(perform(SetVolume{kitchen, 30, std::nullopt}));
    QVERIFY(perform(PlayUrl{kitchen, m_long}));
    QVERIFY(hearAll(m_servers[0]));
    m_heard->forget();
    m_servers[0].kill();
    QTRY_VERIFY(!facts().online);
    QCOMPARE(m_heard->names(), QStringList{u"player_offline"_s});
    const Asked asked(m_source->perform(Pause{kitchen}));
    QVERIFY(asked.reason().contains(u"not reachable"_s));
    m_heard->forget();
    QVERIFY2(m_servers[0].start(), qPrintable(m_servers[0].why()));
    QTRY_VERIFY(facts().online);
    QTRY_COMPARE(m_heard->count(u"track_playback_ended"_s), 1);
    QCOMPARE(m_heard->count(u"player_online"_s), 1);
    QCOMPARE(m_heard->count(u"playback_state_changed"_s), 1);
    QCOMPARE(m_heard->count(u"volume_changed"_s), 1);
    QCOMPARE(facts().volumePercent, 100);
    QVERIFY(agrees(m_servers[0], kitchen));
    QVERIFY(perform(PlayUrl{kitchen, m_long}));
}

void MopidyTest::survivesBoth()
{
    for (const auto &order : {std::pair(0, 1), std::pair(1, 0)}) {
        m_servers[order.first].kill();
        m_servers[order.second].kill();
        QTRY_VERIFY(!facts(kitchen).online && !facts(den).online);
        QVERIFY(m_servers[order.second].start());
        QVERIFY(m_servers[order.first].start());
        QTRY_VERIFY(agrees(m_servers[0], kitchen) && agrees(m_servers[1], den));
    }
    QCOMPARE(m_heard->count(u"player_offline"_s), 4);
    QCOMPARE(m_heard->count(u"player_online"_s), 4);
}

/// Many changes at once, by us and by others: in the end it is known as it is, and every track that began
/// has ended but for the one that plays. None of them comes to its end meanwhile: a Mopidy that is told to
/// change in that moment may lock itself up for good (its thread of sound asks what follows, and is waited
/// for).
void MopidyTest::agreesAfterAStorm()
{
    MopidyServer &server = m_servers[0];
    server.call(u"core.tracklist.add"_s, {{"uris"_L1, QJsonArray{m_long, m_long, m_long}}});
    server.call(u"core.playback.play"_s);
    QList<Asked> asked;
    for (int i = 0; i < 8; ++i) {
        asked.append(Asked(m_source->perform(Next{kitchen})));
        asked.append(Asked(m_source->perform(SetVolume{kitchen, 50 + i, std::nullopt})));
        asked.append(Asked(m_source->perform(Pause{kitchen})));
        server.call(u"core.playback.previous"_s);
        server.call(u"core.mixer.set_volume"_s, {{"volume"_L1, 10 + i}});
        server.call(u"core.playback.play"_s);
    }
    for (const Asked &one : asked)
        QTRY_VERIFY(one.reason() != u"?"_s);
    QVERIFY(hearAll(server));
    const auto open = [this] { return facts().track ? 1 : 0; };
    const auto begun = [this] {
        return m_heard->count(u"track_playback_started"_s) - m_heard->count(u"track_playback_ended"_s);
    };
    QTRY_VERIFY(agrees(server, kitchen) && begun() == open());
}

QTEST_GUILESS_MAIN(MopidyTest)
#include "tst_mopidy.moc"
