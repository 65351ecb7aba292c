// SPDX-License-Identifier: Apache-2.0
#include "integration/sources/ledger.h"
#include "support/hub/asking.h"
#include "support/hub/eventclient.h"
#include "support/mopidyserver.h"
#include "support/noise.h"
#include "support/program/runningprogram.h"
#include "support/relay.h"
#include "support/soundserver.h"
#include "support/waiting.h"

#include "sync/sources/limits.h"

#include <QJsonArray>
#include <QTemporaryDir>

using namespace Testing;
using namespace std::chrono_literals;

/// A headless Segue that follows another one, which has a real Mopidy and a real PulseAudio, through a relay
/// that counts what is asked and can cut the push. What the one shows is what the Mopidy and the sound server
/// say themselves.
class tst_Follow : public QObject
{
    Q_OBJECT

public:
    enum Part { Push, Backend, Mopidy, Sound };
    Q_ENUM(Part)

private:
    /// Questions that make one poll, and the one for who it is.
    static constexpr int questions = 6;
    static constexpr auto player = "den~kitchen";

    SoundServer m_sound;
    MopidyServer m_mopidy;
    QTemporaryDir m_data;
    QTemporaryDir m_music;
    QTemporaryDir m_empty;
    QString m_song; ///< its address: 120 s
    RunningProgram m_server;
    quint16 m_serverPort = 0;
    std::unique_ptr<Relay> m_relay;
    RunningProgram m_follower;
    quint16 m_port = 0;
    EventClient m_events;
    Ledger m_ledger;
    int m_volume = 20; ///< another one each time

    void startServer();
    void takeDown(Part part);
    void bringBack(Part part);
    [[nodiscard]] QJsonObject followed(const QByteArray &path, const QString &list, const QString &key,
                                       const QString &id) const;
    [[nodiscard]] QJsonObject shownPlayer() const
    {
        return followed("/api/players", "players", "id", player);
    }
    [[nodiscard]] QJsonObject shownSink() const
    {
        return followed("/api/audio/sinks", "sinks", "name", "den~a");
    }
    [[nodiscard]] bool playerIsHere() const { return shownPlayer().value("active").toBool(); }
    [[nodiscard]] bool sinkIsHere() const { return shownSink().value("online").toBool(); }
    [[nodiscard]] bool playerAgrees() const;
    [[nodiscard]] bool sinkAgrees() const;
    [[nodiscard]] static int percent(const QJsonObject &shown)
    {
        return qRound(shown.value("volume").toDouble() * 100);
    }
    [[nodiscard]] bool asksNothingFor(std::chrono::milliseconds time) const
    {
        const int before = m_relay->requests();
        QTest::qWait(int(time.count()));
        return m_relay->requests() == before;
    }
    [[nodiscard]] int order(const QByteArray &path, const QJsonObject &json = {}) const
    {
        return ask(m_port, "POST /api/" + path, json).status;
    }

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void showsWhatTheServerHas();
    void tellsItWhatToDo();
    void asksNothingWhileItHears();
    void survives_data();
    void survives();
    void aServerThatWantsATokenIsToldInASentence();
};

void tst_Follow::startServer()
{
    m_server.start("segued",
                   {"--name", "Den", "--data-dir", m_data.filePath("den"), "--music", m_music.path(),
                    "--port", QString::number(m_serverPort), "--no-audio", "--mopidy",
                    "Kitchen=" + m_mopidy.url().toString(), "--pulse",
                    m_sound.environment().value("PULSE_SERVER")});
    m_serverPort = m_server.readyPort();
    QVERIFY2(m_serverPort != 0, m_server.log());
}

void tst_Follow::initTestCase()
{
    if (!m_sound.start({"a", "b"}))
        QSKIP(qPrintable("SKIPPED: NO FOLLOWING IS TESTED. " + m_sound.why()));
    if (!m_mopidy.start())
        QSKIP(qPrintable("SKIPPED: NO FOLLOWING IS TESTED. " + m_mopidy.why()));
    const QString song = m_music.filePath("song.flac");
    QVERIFY(Noise::write(song, Noise::make(120 * Noise::sampleRate, 1)));
    m_song = QUrl::fromLocalFile(song).toString();
    startServer();
    m_relay = std::make_unique<Relay>(m_serverPort);
    m_follower.start("segued",
                     {"--name", "Study", "--data-dir", m_data.filePath("study"), "--music", m_empty.path(),
                      "--port", "0", "--no-audio", "--pulse", "off", "--follow",
                      QString("Den=http://127.0.0.1:%1").arg(m_relay->port())});
    m_port = m_follower.readyPort();
    QVERIFY2(m_port != 0, m_follower.log());
    QTRY_VERIFY(playerIsHere() && sinkIsHere());
    connect(&m_events, &EventClient::received, this,
            [this](const QJsonObject &event) { m_ledger.take(event); });
    m_events.open(m_port, "?source=followed");
    QTRY_VERIFY(m_events.names().contains("snapshot"));
    m_mopidy.call("core.tracklist.add", {{"uris", QJsonArray{m_song}}});
    m_mopidy.call("core.playback.play");
    QTRY_VERIFY(playerAgrees() && sinkAgrees());
    QTRY_COMPARE(m_relay->webSockets(), 1);
}

void tst_Follow::cleanup()
{
    if (QTest::currentTestFailed())
        qInfo().noquote() << "The follower said:\n"
                          << m_follower.log() << "\nThe server said:\n"
                          << m_server.log();
}

QJsonObject tst_Follow::followed(const QByteArray &path, const QString &list, const QString &key,
                                 const QString &id) const
{
    for (const QJsonValue one : ask(m_port, "GET " + path).json().value(list).toArray())
        if (one.toObject().value(key) == id)
            return one.toObject();
    return {};
}

bool tst_Follow::playerAgrees() const
{
    const QJsonObject shown = shownPlayer();
    return shown.value("active").toBool() && shown.value("state") == m_mopidy.call("core.playback.get_state")
        && percent(shown) == m_mopidy.call("core.mixer.get_volume").toInt(-1)
        && m_ledger.player(player).state == shown.value("state").toString();
}

bool tst_Follow::sinkAgrees() const
{
    QByteArray said;
    const QJsonObject shown = shownSink();
    return m_sound.control({"get-sink-volume", "a"}, &said) && shown.value("online").toBool()
        && said.contains(' ' + QByteArray::number(percent(shown)) + '%');
}

void tst_Follow::takeDown(Part part)
{
    switch (part) {
    case Push:
        return m_relay->setWebSockets(false);
    case Backend:
        return m_server.kill();
    case Mopidy:
        return m_mopidy.kill();
    case Sound:
        return m_sound.kill();
    }
}

void tst_Follow::bringBack(Part part)
{
    switch (part) {
    case Push:
        return m_relay->setWebSockets(true);
    case Backend:
        return startServer();
    case Mopidy:
        QVERIFY2(m_mopidy.start(), qPrintable(m_mopidy.why()));
        return;
    case Sound:
        QVERIFY2(m_sound.start({"a", "b"}), qPrintable(m_sound.why()));
        return;
    }
}

void tst_Follow::showsWhatTheServerHas()
{
    QStringList players;
    for (const QJsonValue one : ask(m_port, "GET /api/players").json().value("players").toArray())
        if (const QString id = one.toObject().value("id").toString(); id.startsWith("den~"))
            players.append(id);
    players.sort();
    QCOMPARE(players, (QStringList{"den~kitchen", "den~session"}));
    QCOMPARE(shownPlayer().value("name").toString(), QString("Den · Kitchen"));
    QCOMPARE(shownPlayer().value("current_track").toObject().value("uri").toString(), m_song);
    QCOMPARE(shownSink().value("description").toString().right(6), QString(" (Den)"));
    const QJsonObject assignments =
        ask(m_port, "GET /api/players/assignments").json().value("assignments").toObject();
    QCOMPARE(assignments.value("den~segue").toString(), QString("den~session"));
}

void tst_Follow::tellsItWhatToDo()
{
    QCOMPARE(order("players/den~kitchen/pause"), 200);
    QCOMPARE(m_mopidy.call("core.playback.get_state").toString(), QString("paused"));
    QCOMPARE(shownPlayer().value("state").toString(), QString("paused")); // at once
    QCOMPARE(order("players/den~kitchen/seek", {{"position_ms", 60'000}}), 200);
    QVERIFY(m_mopidy.call("core.playback.get_time_position").toInt() >= 60'000);
    QCOMPARE(order("players/den~kitchen/volume", {{"volume", 0.35}}), 200);
    QCOMPARE(m_mopidy.call("core.mixer.get_volume").toInt(), 35);
    QCOMPARE(order("players/den~kitchen/play"), 200);
    QCOMPARE(order("audio/sink/den~a/volume", {{"volume", 0.25}}), 200);
    QCOMPARE(percent(shownSink()), 25);
    QVERIFY(sinkAgrees());
    QCOMPARE(order("players/den~nobody/play"), 404);
    QTRY_VERIFY(playerAgrees());
    QVERIFY2(m_ledger.faults().isEmpty(), qPrintable(m_ledger.faults().join('\n')));
}

void tst_Follow::asksNothingWhileItHears()
{
    // The first word of a sink may be that it is the default, which takes a listing.
    QVERIFY(m_sound.control({"set-sink-volume", "a", "40%"}));
    QTRY_VERIFY(sinkAgrees());
    QTRY_VERIFY(asksNothingFor(1s));
    const int before = m_relay->requests();
    m_mopidy.call("core.mixer.set_volume", {{"volume", ++m_volume}});
    QTRY_VERIFY(playerAgrees());
    QVERIFY(m_sound.control({"set-sink-volume", "a", QString::number(m_volume) + '%'}));
    QTRY_VERIFY(sinkAgrees());
    QVERIFY(asksNothingFor(Sync::Limits::followPollEvery + 2s)); // a poll's time
    QCOMPARE(m_relay->requests(), before);
}

/// linux-audio-server's own table of what may fail.
void tst_Follow::survives_data()
{
    QTest::addColumn<Part>("part");
    QTest::addColumn<bool>("playerStays");
    QTest::addColumn<bool>("soundStays");

    QTest::newRow("push down") << Push << true << true;
    QTest::newRow("backend down") << Backend << false << false;
    QTest::newRow("Mopidy down") << Mopidy << false << true;
    QTest::newRow("PulseAudio down") << Sound << true << false;
}

void tst_Follow::survives()
{
    QFETCH(Part, part);
    QFETCH(bool, playerStays);
    QFETCH(bool, soundStays);
    QTRY_VERIFY(playerAgrees() && sinkAgrees());
    const int pushes = m_relay->webSockets();
    m_ledger.forget();
    takeDown(part);
    QTRY_COMPARE(playerIsHere(), playerStays);
    QTRY_COMPARE(sinkIsHere(), soundStays);
    ++m_volume;
    const int before = m_relay->requests();
    if (playerStays) {
        m_mopidy.call("core.mixer.set_volume", {{"volume", m_volume}});
        QTRY_VERIFY(playerAgrees());
    }
    if (soundStays && part != Push) {
        QVERIFY(m_sound.control({"set-sink-volume", "a", QString::number(m_volume) + '%'}));
        QTRY_VERIFY(sinkAgrees());
    }
    if (part == Push) // the one after the change, and maybe the one that was under way
        QVERIFY2(m_relay->requests() > before && m_relay->requests() <= before + 2 * questions,
                 qPrintable(QString::number(m_relay->requests() - before)));
    if (!playerStays && part != Mopidy)
        QCOMPARE(order("players/den~kitchen/pause"), 409); // in a sentence
    bringBack(part);
    QTRY_VERIFY(playerAgrees() && sinkAgrees());
    if (part == Push || part == Backend)
        QTRY_VERIFY(m_relay->webSockets() > pushes);
    QCOMPARE(m_ledger.count(player, "player_offline"), playerStays ? 0 : 1);
    QCOMPARE(m_ledger.count(player, "player_online"), playerStays ? 0 : 1);
    QVERIFY2(m_ledger.faults().isEmpty(), qPrintable(m_ledger.faults().join('\n')));
}

void tst_Follow::aServerThatWantsATokenIsToldInASentence()
{
    RunningProgram follower; // what asks through a proxy is nobody of this machine
    Relay proxy(m_serverPort);
    proxy.addHeader("Via: 1.1 test\r\n");
    follower.start("segued",
                   {"--name", "Attic", "--data-dir", m_data.filePath("attic"), "--music", m_empty.path(),
                    "--port", "0", "--no-audio", "--pulse", "off", "--follow",
                    QString("Den=http://127.0.0.1:%1").arg(proxy.port())});
    QVERIFY(follower.readyPort() != 0);
    QTRY_VERIFY(follower.log().contains("--open-api")); // the relay is of this process
}

QTEST_GUILESS_MAIN(tst_Follow)
#include "tst_follow.moc"
