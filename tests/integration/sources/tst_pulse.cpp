// SPDX-License-Identifier: Apache-2.0
#include "integration/sources/heard.h"
#include "integration/sources/streams.h"
#include "support/noise.h"
#include "support/recorder.h"
#include "support/soundserver.h"
#include "support/waiting.h"

#include "sync/limits.h"
#include "sync/sources/pulsesource.h"

#include <algorithm>

using namespace Sync;
using namespace Sync::Sources;
using namespace Qt::StringLiterals;
using Testing::Asked;
using Testing::Heard;
using namespace std::chrono_literals;

namespace {

constexpr double loud = 0.01;

double rms(const Testing::Recording &recording, std::size_t channel)
{
    Testing::Recording one{.format = {.channels = 1}};
    const auto channels = std::size_t(recording.format.channels);
    for (std::size_t i = channel; i < recording.samples.size(); i += channels)
        one.samples.push_back(recording.samples.at(i));
    return one.rms();
}

/// Plays noise in one of two channels, and silence in the other, for as long as it lives.
class Player
{
public:
    Player(const Testing::SoundServer &server, const QString &sink, int channel)
    {
        std::vector<qint16> samples = Noise::make(60 * Noise::sampleRate, 1);
        for (std::size_t i = channel == 0 ? 1 : 0; i < samples.size(); i += Noise::channels)
            samples[i] = 0;
        m_process.setProcessEnvironment(server.environment());
        m_process.start(u"pacat"_s,
                        {u"--playback"_s, u"--raw"_s, u"--device="_s + sink, u"--format=s16le"_s,
                         u"--rate=%1"_s.arg(Noise::sampleRate), u"--channels=%1"_s.arg(Noise::channels)});
        m_process.write(QByteArray(reinterpret_cast<const char *>(samples.data()),
                                   qsizetype(samples.size() * sizeof(qint16))));
    }
    ~Player()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Player)

private:
    QProcess m_process;
};

} // namespace

/// A source of a real PulseAudio.
class PulseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void knowsSinks();
    void hearsOthers();
    void setsSinks();
    void mindsStreams();
    void combines();
    void pairsUp_data();
    void pairsUp();
    void failsToPairUp();
    void survivesAKill();
    void survivesManyStreams();
    void neverStartsOne();

private:
    [[nodiscard]] bool start() { return m_server.start({u"a"_s, u"b"_s}) && m_server.setDefaultSink(u"a"_s); }
    [[nodiscard]] QString address() const { return m_server.environment().value(u"PULSE_SERVER"_s); }
    [[nodiscard]] SinkFacts sink(const QString &name) const;
    [[nodiscard]] bool perform(const Command &command);
    /// What pactl lists of that kind, by the second or the first column.
    [[nodiscard]] QByteArrayList listed(const QString &kind, int column) const;
    [[nodiscard]] QByteArrayList knownInputs() const;

    Testing::SoundServer m_server;
    std::unique_ptr<PulseSource> m_source;
    std::unique_ptr<Heard> m_heard;
};

void PulseTest::initTestCase()
{
    if (!start())
        QSKIP(qPrintable(u"SKIPPED: NO SOUND SERVER IS TESTED. "_s + m_server.why()));
}

void PulseTest::init()
{
    m_heard.reset();
    m_source = std::make_unique<PulseSource>(address());
    m_heard = std::make_unique<Heard>(*m_source);
    QTRY_VERIFY(m_source->isOnline());
    m_heard->forget();
}

SinkFacts PulseTest::sink(const QString &name) const
{
    for (const SinkFacts &sink : m_source->sinks())
        if (sink.name == name)
            return sink;
    return {};
}

bool PulseTest::perform(const Command &command)
{
    const Asked asked(m_source->perform(command));
    return QTest::qWaitFor([&] { return asked.reason() != u"?"_s; }, Testing::patienceMs)
        && asked.reason().isEmpty();
}

QByteArrayList PulseTest::listed(const QString &kind, int column) const
{
    QByteArray answer;
    QByteArrayList found;
    if (m_server.control({u"list"_s, u"short"_s, kind}, &answer))
        for (const QByteArray &line : answer.split('\n'))
            if (!line.isEmpty())
                found.append(line.split('\t').value(column));
    std::ranges::sort(found);
    return found;
}

/// As listed() has them.
QByteArrayList PulseTest::knownInputs() const
{
    QByteArrayList known;
    for (const InputFacts &input : m_source->inputs())
        known.append(QByteArray::number(input.index));
    std::ranges::sort(known);
    return known;
}

void PulseTest::knowsSinks()
{
    QCOMPARE(m_source->sinks().size(), 2U);
    QVERIFY(sink(u"a"_s).isDefault);
    QVERIFY(!sink(u"b"_s).isDefault);
    QVERIFY(!sink(u"a"_s).description.isEmpty());
    QCOMPARE(sink(u"a"_s).volume, 1.0);
    QVERIFY(m_source->inputs().empty());
}

void PulseTest::hearsOthers()
{
    QVERIFY(m_server.control({u"set-sink-volume"_s, u"a"_s, u"30%"_s}));
    QTRY_VERIFY(std::abs(sink(u"a"_s).volume - 0.3) < 0.001); // as pactl counts
    QVERIFY(m_server.control({u"set-sink-mute"_s, u"a"_s, u"1"_s}));
    QTRY_VERIFY(sink(u"a"_s).muted);
    QCOMPARE(m_heard->names(), QStringList({u"sink.change"_s, u"sink.change"_s}));
    QVERIFY(m_server.control({u"set-sink-mute"_s, u"a"_s, u"0"_s}));
    QTRY_VERIFY(!sink(u"a"_s).muted);
    m_heard->forget();
    QVERIFY(m_server.setDefaultSink(u"b"_s));
    QTRY_VERIFY(sink(u"b"_s).isDefault);
    QVERIFY(!sink(u"a"_s).isDefault);
    QVERIFY(m_server.addSink(u"c"_s));
    QTRY_COMPARE(m_heard->count(u"sink.new"_s), 1);
    QVERIFY(m_server.removeSink(u"c"_s));
    QTRY_COMPARE(m_heard->count(u"sink.remove"_s), 1);
    QCOMPARE(m_source->sinks().size(), 2U);
    QVERIFY(m_server.setDefaultSink(u"a"_s));
    QTRY_VERIFY(sink(u"a"_s).isDefault);
    QVERIFY(m_server.control({u"set-sink-volume"_s, u"a"_s, u"100%"_s})); // others listen to it
    QTRY_COMPARE(sink(u"a"_s).volume, 1.0);
}

void PulseTest::setsSinks()
{
    QVERIFY(perform(SetSinkVolume{u"b"_s, 0.42}));
    QVERIFY(std::abs(sink(u"b"_s).volume - 0.42) < 0.001); // at once: it is so when it is said to be done
    QVERIFY(perform(SetSinkMute{u"b"_s, true}));
    QVERIFY(sink(u"b"_s).muted);
    QVERIFY(perform(SetDefaultSink{u"b"_s}));
    QVERIFY(sink(u"b"_s).isDefault);
    QByteArray answer;
    QVERIFY(m_server.control({u"get-sink-volume"_s, u"b"_s}, &answer));
    QVERIFY2(answer.contains(" 42%"), answer.constData());
    QVERIFY(!perform(SetSinkVolume{u"nowhere"_s, 0.5}));
    QVERIFY(perform(SetSinkMute{u"b"_s, false}));
    QVERIFY(perform(SetSinkVolume{u"b"_s, 1}));
    QVERIFY(perform(SetDefaultSink{u"a"_s}));
}

void PulseTest::mindsStreams()
{
    auto streams = std::make_unique<Testing::Streams>(address().toUtf8());
    QVERIFY(streams->open("a", 2));
    QVERIFY(streams->open("a", 2));
    QTRY_COMPARE(m_source->inputs().size(), 2U);
    QCOMPARE(m_heard->count(u"sink_input.new"_s), 2);
    const InputFacts first = m_source->inputs().front();
    QCOMPARE(first.sink, u"a"_s);
    QCOMPARE(first.name, u"streams: one of many"_s);
    QVERIFY(perform(SetInputVolume{first.index, 0.25}));
    QVERIFY(std::abs(m_source->inputs().front().volume - 0.25) < 0.001);
    QVERIFY(perform(SetInputMute{first.index, true}));
    QVERIFY(m_source->inputs().front().muted);
    QVERIFY(perform(MoveInput{first.index, u"b"_s}));
    QCOMPARE(m_source->inputs().front().sink, u"b"_s);
    QVERIFY(perform(MoveAll{u"b"_s}));
    for (const InputFacts &input : m_source->inputs())
        QCOMPARE(input.sink, u"b"_s);
    streams.reset();
    QTRY_VERIFY(m_source->inputs().empty());
    QCOMPARE(m_heard->count(u"sink_input.remove"_s), 2);
    QVERIFY(!perform(MoveInput{first.index, u"a"_s}));
}

void PulseTest::combines()
{
    QVERIFY(perform(Combine{u"both"_s, {u"a"_s, u"b"_s}}));
    QCOMPARE(sink(u"both"_s).name, u"both"_s);
    QVERIFY(!perform(Combine{u"both"_s, {u"a"_s}}));
    QVERIFY(!perform(Uncombine{u"a"_s})); // is none
    QVERIFY(perform(Uncombine{u"both"_s}));
    QVERIFY(sink(u"both"_s).name.isEmpty());
    QCOMPARE(m_heard->count(u"sink.new"_s), 1);
    QCOMPARE(m_heard->count(u"sink.remove"_s), 1);
}

void PulseTest::pairsUp_data()
{
    QTest::addColumn<int>("channel");
    QTest::newRow("the left channel") << 0;
    QTest::newRow("the right channel") << 1;
}

/// What is only in one channel is heard from one of the two, and from all of that; from the other one
/// nothing.
void PulseTest::pairsUp()
{
    QFETCH(int, channel);
    QVERIFY(perform(PairUp{u"pair"_s, u"a"_s, u"b"_s}));
    QCOMPARE(sink(u"pair"_s).description, u"pair"_s);
    QVERIFY(!perform(PairUp{u"pair"_s, u"a"_s, u"b"_s}));
    const Player player(m_server, u"pair"_s, channel);
    const QString sounding = channel == 0 ? u"a"_s : u"b"_s;
    const QString silent = channel == 0 ? u"b"_s : u"a"_s;
    QTRY_VERIFY(m_server.record(200ms, sounding).rms() > loud);
    const Testing::Recorder here(m_server.environment(), sounding, {.channels = 2});
    const Testing::Recorder there(m_server.environment(), silent, {.channels = 2});
    QTRY_VERIFY(here.recording().duration() > 1s && there.recording().duration() > 1s);
    for (const std::size_t side : {0, 1}) {
        QVERIFY2(rms(here.recording(), side) > loud,
                 qPrintable(QString::number(rms(here.recording(), side))));
        QCOMPARE(rms(there.recording(), side), 0.0);
    }
    QVERIFY(perform(Uncombine{u"pair"_s}));
    QTRY_COMPARE(listed(u"sinks"_s, 1), QByteArrayList({"a", "b"})); // nothing of it is left
    QTRY_COMPARE(m_source->sinks().size(), 2U);
}

/// Where the second part cannot be made the first one goes again.
void PulseTest::failsToPairUp()
{
    QVERIFY(m_server.addSink(u"pair.right"_s));
    QTRY_VERIFY(!sink(u"pair.right"_s).name.isEmpty());
    QVERIFY(!perform(PairUp{u"pair"_s, u"a"_s, u"b"_s})); // there is a sink of that name
    QVERIFY(m_server.removeSink(u"pair.right"_s));
    QTRY_VERIFY(sink(u"pair.right"_s).name.isEmpty());
    // It is gone by the time it is asked for, and this is not known yet.
    QVERIFY(m_server.addSink(u"c"_s));
    QTRY_VERIFY(!sink(u"c"_s).name.isEmpty());
    QVERIFY(m_server.removeSink(u"c"_s));
    QVERIFY(!perform(PairUp{u"pair"_s, u"a"_s, u"c"_s}));
    QTRY_COMPARE(listed(u"sinks"_s, 1), QByteArrayList({"a", "b"}));
}

void PulseTest::survivesAKill()
{
    const auto streams = std::make_unique<Testing::Streams>(address().toUtf8());
    QVERIFY(streams->open("a", 1));
    QTRY_COMPARE(m_source->inputs().size(), 1U);
    for (int round = 0; round < 2; ++round) {
        m_heard->forget();
        m_server.kill();
        QTRY_VERIFY(!m_source->isOnline());
        QVERIFY(m_source->inputs().empty());
        QCOMPARE(m_source->sinks().size(), 2U);
        QVERIFY(!sink(u"a"_s).online);
        QVERIFY(!perform(SetSinkMute{u"a"_s, true}));
        QVERIFY2(start(), qPrintable(m_server.why()));
        QTRY_VERIFY(m_source->isOnline() && sink(u"a"_s).online && sink(u"a"_s).isDefault);
        QCOMPARE(m_heard->count(u"sink_input.remove"_s), round == 0 ? 1 : 0);
        QCOMPARE(m_heard->count(u"server.offline"_s), 1);
        QCOMPARE(m_heard->count(u"server.online"_s), 1);
        QCOMPARE(m_heard->count(u"sink.new"_s) + m_heard->count(u"sink.remove"_s), 0);
        QVERIFY(perform(SetSinkVolume{u"a"_s, 0.9}));
        QVERIFY(perform(SetSinkVolume{u"a"_s, 1}));
    }
}

/// Ten thousand in a loop: no more is kept than there is, and in the end it is as it is.
void PulseTest::survivesManyStreams()
{
    constexpr int all = 10'000;
    constexpr int atOnce = 30;
    {
        Testing::Streams streams(address().toUtf8());
        QVERIFY(streams.isReady());
        for (int i = 0; i < all; ++i) {
            QVERIFY(streams.open(i % 2 == 0 ? "a" : "b", atOnce));
            if (i % 1000 != 0)
                continue; // now and then somebody listens, but not always
            QCoreApplication::processEvents();
            QVERIFY(qsizetype(m_source->inputs().size()) <= Limits::soundServerInputs);
        }
        // There were as many of them when it was listened to last.
        const QByteArrayList last = listed(u"sink-inputs"_s, 0);
        QCOMPARE(last.size(), qsizetype(atOnce));
        QTRY_COMPARE(knownInputs(), last);
        QCOMPARE(m_heard->count(u"sink_input.new"_s) - m_heard->count(u"sink_input.remove"_s), atOnce);
        QVERIFY(perform(SetSinkVolume{u"a"_s, 0.5}));
        QVERIFY(perform(SetSinkVolume{u"a"_s, 1}));
    }
    QTRY_VERIFY(m_source->inputs().empty());
}

void PulseTest::neverStartsOne()
{
    const PulseSource source(u"unix:/nonexistent/native"_s);
    QTest::qWait(int(3 * Limits::reconnectFirst.count()));
    QVERIFY(!source.isOnline());
    QVERIFY(source.sinks().empty());
}

QTEST_GUILESS_MAIN(PulseTest)
#include "tst_pulse.moc"
