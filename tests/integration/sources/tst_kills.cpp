// SPDX-License-Identifier: Apache-2.0
#include "integration/sources/ledger.h"
#include "support/hub/asking.h"
#include "support/hub/eventclient.h"
#include "support/hub/testhub.h"
#include "support/mopidyserver.h"
#include "support/noise.h"
#include "support/soundserver.h"
#include "support/waiting.h"

#include "sync/sources/mopidysource.h"
#include "sync/sources/pulsesource.h"

#include <QJsonArray>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Testing;
namespace Sources = Sync::Sources;

/// A hub that minds two real Mopidys and a real PulseAudio, as its subscribers see them: they play, end, die
/// and come back in any order, and what is told always follows from what was told before.
class tst_Kills : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tellsWhatBothDo();
    void tellsOfTheSound();
    void diesAndReturns_data();
    void diesAndReturns();

private:
    [[nodiscard]] bool startSound() { return m_sound.start({u"a"_s, u"b"_s}); }
    void play(int which, const QStringList &files);
    [[nodiscard]] bool hearAll();
    [[nodiscard]] bool agrees() const;
    [[nodiscard]] bool agreesOnPlayer(int which) const;
    [[nodiscard]] bool agreesOnSound() const;

    const QStringList m_ids{u"kitchen"_s, u"den"_s};
    QTemporaryDir m_music;
    QString m_short; ///< addresses of files: 2 s
    QString m_long; ///< 60 s
    MopidyServer m_mopidys[2];
    SoundServer m_sound;
    std::unique_ptr<TestHub> m_hub;
    EventClient m_events;
    Ledger m_ledger;
};

void tst_Kills::initTestCase()
{
    if (!startSound())
        QSKIP(qPrintable(u"SKIPPED: NO SOUND SERVER IS TESTED. "_s + m_sound.why()));
    for (auto &mopidy : m_mopidys)
        if (!mopidy.start())
            QSKIP(qPrintable(u"SKIPPED: NO MOPIDY IS TESTED. "_s + mopidy.why()));
    for (auto *const file : {&m_short, &m_long}) {
        const bool isShort = file == &m_short;
        const QString path = m_music.filePath(isShort ? u"short.flac"_s : u"long.flac"_s);
        QVERIFY(Noise::write(path, Noise::make((isShort ? 2 : 60) * Noise::sampleRate, 1)));
        *file = QUrl::fromLocalFile(path).toString();
    }
    Sync::ServerOptions options;
    options.makeSources = [this] {
        std::vector<std::unique_ptr<Sources::Source>> sources;
        sources.push_back(std::make_unique<Sources::MopidySource>(
            QList<Sources::MopidyAddress>{{.id = m_ids[0], .name = u"Kitchen"_s, .url = m_mopidys[0].url()},
                                          {.id = m_ids[1], .name = u"Den"_s, .url = m_mopidys[1].url()}}));
        sources.push_back(
            std::make_unique<Sources::PulseSource>(m_sound.environment().value(u"PULSE_SERVER"_s)));
        return sources;
    };
    m_hub = std::make_unique<TestHub>(TestHub::with(std::move(options)));
    QTRY_VERIFY(ask(m_hub->port(), "GET /api/audio/sinks").body.contains("\"name\":\"b\""));
    for (int i : {0, 1})
        QTRY_VERIFY(agreesOnPlayer(i));
    connect(&m_events, &EventClient::received, this,
            [this](const QJsonObject &event) { m_ledger.take(event); });
    m_events.open(m_hub->port(), u"?source=mopidy,pulseaudio"_s);
    QTRY_COMPARE(m_events.names().count(u"snapshot"_s), 2);
    QVERIFY(hearAll());
    m_ledger.forget();
}

void tst_Kills::play(int which, const QStringList &files)
{
    const MopidyServer &mopidy = m_mopidys[which];
    mopidy.call(u"core.playback.stop"_s);
    mopidy.call(u"core.tracklist.clear"_s);
    mopidy.call(u"core.tracklist.add"_s, {{"uris"_L1, QJsonArray::fromStringList(files)}});
    mopidy.call(u"core.playback.play"_s);
}

/// Waits for what the two have still to tell: their events come in order, after their answers.
bool tst_Kills::hearAll()
{
    int before[2];
    for (int i : {0, 1}) {
        before[i] = m_ledger.count(m_ids[i], u"options_changed"_s);
        for (const bool random : {true, false})
            m_mopidys[i].call(u"core.tracklist.set_random"_s, {{"value"_L1, random}});
    }
    return QTest::qWaitFor(
        [&] {
            return m_ledger.count(m_ids[0], u"options_changed"_s) >= before[0] + 2
                && m_ledger.count(m_ids[1], u"options_changed"_s) >= before[1] + 2;
        },
        patienceMs);
}

/// What the hub answers now is what the Mopidy says of itself, and what was told last.
bool tst_Kills::agreesOnPlayer(int which) const
{
    const QString state = m_mopidys[which].call(u"core.playback.get_state"_s).toString();
    const int volume = m_mopidys[which].call(u"core.mixer.get_volume"_s).toInt(-1);
    for (const QJsonValue value :
         ask(m_hub->port(), "GET /api/players").json().value("players"_L1).toArray()) {
        const QJsonObject player = value.toObject();
        if (player.value("id"_L1) != m_ids[which])
            continue;
        const bool wasTold = !m_events.isOpen() || m_ledger.player(m_ids[which]).state == state;
        return player.value("active"_L1).toBool() && player.value("state"_L1) == state && wasTold
            && qRound(player.value("volume"_L1).toDouble() * 100) == volume;
    }
    return false;
}

bool tst_Kills::agreesOnSound() const
{
    QByteArray listed;
    if (!m_sound.control({u"list"_s, u"short"_s, u"sinks"_s}, &listed))
        return false;
    const QJsonArray sinks = ask(m_hub->port(), "GET /api/audio/sinks").json().value("sinks"_L1).toArray();
    int ofServer = 0;
    for (const QJsonValue value : sinks) {
        const QJsonObject sink = value.toObject();
        const QString name = sink.value("name"_L1).toString();
        if (name.startsWith(u"segue"_s))
            continue;
        ++ofServer;
        const QJsonObject told = m_ledger.sinks().value(name);
        if (!listed.contains('\t' + name.toUtf8() + '\t') || !sink.value("online"_L1).toBool()
            || told.value("volume"_L1) != sink.value("volume"_L1)
            || told.value("muted"_L1) != sink.value("muted"_L1)
            || told.value("online"_L1) != sink.value("online"_L1))
            return false;
    }
    return ofServer == listed.count('\n');
}

bool tst_Kills::agrees() const { return agreesOnPlayer(0) && agreesOnPlayer(1) && agreesOnSound(); }

void tst_Kills::tellsWhatBothDo()
{
    for (int i : {0, 1})
        play(i, {m_short, m_long}); // the first ends by itself
    for (const QString &id : m_ids) {
        QTRY_COMPARE(m_ledger.count(id, u"track_playback_started"_s), 2);
        QCOMPARE(m_ledger.count(id, u"track_playback_ended"_s), 1);
    }
    for (const MopidyServer &mopidy : m_mopidys) {
        mopidy.call(u"core.playback.pause"_s);
        mopidy.call(u"core.playback.seek"_s, {{"time_position"_L1, 30'000}});
        mopidy.call(u"core.playback.resume"_s);
        mopidy.call(u"core.mixer.set_volume"_s, {{"volume"_L1, 40}});
    }
    QVERIFY(hearAll());
    for (const QString &id : m_ids)
        for (const QString &event : {u"track_playback_paused"_s, u"track_playback_resumed"_s, u"seeked"_s})
            QTRY_COMPARE(m_ledger.count(id, event), 1);
    QTRY_VERIFY(agrees());
    QCOMPARE(m_ledger.player(m_ids[0]).state, u"playing"_s);
    QVERIFY2(m_ledger.faults().isEmpty(), qPrintable(m_ledger.faults().join(u'\n')));
}

void tst_Kills::tellsOfTheSound()
{
    QVERIFY(m_sound.control({u"set-sink-volume"_s, u"a"_s, u"30%"_s}));
    QVERIFY(m_sound.control({u"set-sink-mute"_s, u"b"_s, u"1"_s}));
    QTRY_COMPARE(qRound(m_ledger.sinks().value(u"a"_s).value("volume"_L1).toDouble() * 100), 30);
    QTRY_VERIFY(m_ledger.sinks().value(u"b"_s).value("muted"_L1).toBool());
    QVERIFY(m_sound.addSink(u"c"_s));
    QTRY_VERIFY(m_ledger.sinks().contains(u"c"_s));
    QVERIFY(m_sound.removeSink(u"c"_s));
    QTRY_VERIFY(!m_ledger.sinks().contains(u"c"_s));
    QTRY_VERIFY(agrees());
    QVERIFY2(m_ledger.faults().isEmpty(), qPrintable(m_ledger.faults().join(u'\n')));
}

/// Two stand for the Mopidys, and the third for the sound server.
void tst_Kills::diesAndReturns_data()
{
    QTest::addColumn<QList<int>>("dying");
    QTest::addColumn<QList<int>>("returning");

    QTest::newRow("the sound last, first back") << QList<int>{0, 1, 2} << QList<int>{2, 1, 0};
    QTest::newRow("the sound first, last back") << QList<int>{2, 1, 0} << QList<int>{1, 0, 2};
    QTest::newRow("the sound between") << QList<int>{1, 2, 0} << QList<int>{0, 2, 1};
}

void tst_Kills::diesAndReturns()
{
    QFETCH(QList<int>, dying);
    QFETCH(QList<int>, returning);
    for (int i : {0, 1})
        play(i, {m_long});
    QVERIFY(hearAll());
    QTRY_VERIFY(agrees() && m_ledger.player(m_ids[1]).hasBegun);
    m_ledger.forget();
    for (int which : dying)
        which < 2 ? m_mopidys[which].kill() : m_sound.kill();
    for (const QString &id : m_ids)
        QTRY_VERIFY(!m_ledger.player(id).online);
    QTRY_VERIFY(!m_ledger.soundIsOnline());
    for (const QJsonObject &sink : m_ledger.sinks())
        QVERIFY(!sink.value("online"_L1).toBool());
    for (int which : returning)
        QVERIFY(which < 2 ? m_mopidys[which].start() : startSound());
    QTRY_VERIFY(m_ledger.soundIsOnline() && m_ledger.player(m_ids[0]).online
                && m_ledger.player(m_ids[1]).online);
    QTRY_VERIFY(agrees());
    for (const QString &id : m_ids) {
        QVERIFY(!m_ledger.player(id).hasBegun); // started anew, it stands still
        QCOMPARE(m_ledger.count(id, u"player_offline"_s), 1);
        QCOMPARE(m_ledger.count(id, u"track_playback_ended"_s), 1);
    }
    QVERIFY2(m_ledger.faults().isEmpty(), qPrintable(m_ledger.faults().join(u'\n')));
}

QTEST_GUILESS_MAIN(tst_Kills)
#include "tst_kills.moc"
