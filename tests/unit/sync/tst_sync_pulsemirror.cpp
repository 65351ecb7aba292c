// SPDX-License-Identifier: Apache-2.0
#include "sync/limits.h"
#include "sync/sources/pulsemodules.h"
#include "sync/sources/pulsesource.h"

#include <QTest>

using namespace Sync;
using namespace Sync::Sources;
using namespace Qt::StringLiterals;

namespace {

using News = Pulse::News;

Pulse::Sink sink(quint32 index, const QString &name, double volume = 0.5)
{
    return {.index = index,
            .name = name,
            .description = u"Sink "_s + name,
            .state = SinkFacts::State::Idle,
            .volume = volume,
            .muted = false};
}

Pulse::Input input(quint32 index, quint32 sink = 0, double volume = 1)
{
    return {.index = index, .name = u"input %1"_s.arg(index), .sink = sink, .volume = volume, .muted = false};
}

Pulse::Listing listing(const QList<Pulse::Sink> &sinks, const QList<Pulse::Input> &inputs)
{
    return {.sinks = sinks, .inputs = inputs, .cards = {}, .defaultSink = u"a"_s};
}

QString wordsFor(const Event &event)
{
    const QJsonValue name = event.data.value("name"_L1);
    return name.isString() ? event.event + u' ' + name.toString() : event.event;
}

QStringList told(PulseMirror &mirror, const QList<News> &all)
{
    QStringList words;
    for (const News &news : all)
        for (const Event &event : mirror.take(news))
            words.append(wordsFor(event));
    return words;
}

} // namespace

class PulseMirrorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsDifferences_data();
    void tellsDifferences();
    void survivesTheServer();
    void namesTheSink();
    void isBounded();
    void refuses_data();
    void refuses();
    void makesSinksOfOthers();
};

void PulseMirrorTest::tellsDifferences_data()
{
    QTest::addColumn<QList<News>>("news");
    QTest::addColumn<QStringList>("expected");

    QTest::newRow("the same again") << QList<News>{sink(0, u"a"_s), input(5)} << QStringList{};
    QTest::newRow("volume of a sink") << QList<News>{sink(0, u"a"_s, 0.3)} << QStringList{u"sink.change a"_s};
    QTest::newRow("new sink") << QList<News>{sink(1, u"b"_s)} << QStringList{u"sink.new b"_s};
    QTest::newRow("gone sink") << QList<News>{Pulse::Gone{Pulse::Kind::Sink, 0}}
                               << QStringList{u"sink.remove a"_s};
    QTest::newRow("new stream") << QList<News>{input(6)} << QStringList{u"sink_input.new input 6"_s};
    QTest::newRow("stream's volume") << QList<News>{input(5, 0, 0.2)}
                                     << QStringList{u"sink_input.change input 5"_s};
    QTest::newRow("moved stream") << QList<News>{sink(1, u"b"_s), input(5, 1)}
                                  << QStringList{u"sink.new b"_s, u"sink_input.change input 5"_s};
    QTest::newRow("gone stream") << QList<News>{Pulse::Gone{Pulse::Kind::Input, 5},
                                                Pulse::Gone{Pulse::Kind::Input, 5}}
                                 << QStringList{u"sink_input.remove input 5"_s};
    QTest::newRow("card") << QList<News>{Pulse::Card{0, u"c"_s, u"off"_s}, Pulse::Card{0, u"c"_s, u"on"_s},
                                         Pulse::Gone{Pulse::Kind::Card, 0}}
                          << QStringList{u"card.new c"_s, u"card.change c"_s, u"card.remove c"_s};
    QTest::newRow("default") << QList<News>{Pulse::DefaultSink{u"b"_s}, Pulse::DefaultSink{u"b"_s}}
                             << QStringList{u"server.change"_s};
    QTest::newRow("listed anew") << QList<News>{listing({sink(1, u"b"_s)}, {input(6, 1)})}
                                 << QStringList{u"sink_input.remove input 5"_s, u"sink.remove a"_s,
                                                u"sink.new b"_s, u"sink_input.new input 6"_s};
    QTest::newRow("listed the same") << QList<News>{listing({sink(0, u"a"_s)}, {input(5)})} << QStringList{};
}

void PulseMirrorTest::tellsDifferences()
{
    QFETCH(QList<News>, news);
    QFETCH(QStringList, expected);
    PulseMirror mirror;
    (void)mirror.take(listing({sink(0, u"a"_s)}, {input(5)}));
    QCOMPARE(told(mirror, news), expected);
}

void PulseMirrorTest::survivesTheServer()
{
    PulseMirror mirror;
    QVERIFY(mirror.lose().isEmpty());
    QCOMPARE(told(mirror, {listing({sink(0, u"a"_s), sink(1, u"b"_s)}, {input(5)})}),
             QStringList({u"server.online"_s, u"server.change"_s, u"sink.new a"_s, u"sink.new b"_s,
                          u"sink_input.new input 5"_s}));
    QStringList words;
    for (const Event &event : mirror.lose())
        words.append(wordsFor(event));
    QCOMPARE(words,
             QStringList({u"sink_input.remove input 5"_s, u"sink.change a"_s, u"sink.change b"_s,
                          u"server.offline"_s}));
    QVERIFY(mirror.inputs().empty());
    QCOMPARE(mirror.sinks().size(), 2U);
    QVERIFY(!mirror.sinks().front().online);
    QVERIFY(!mirror.hasSink(u"a"_s));
    // b is not there any more, and the other has another number.
    QCOMPARE(told(mirror, {listing({sink(7, u"a"_s)}, {})}),
             QStringList({u"server.online"_s, u"sink.remove b"_s, u"sink.change a"_s}));
    QCOMPARE(mirror.sinks().size(), 1U);
    QCOMPARE(mirror.sinks().front().index, 7U);
    QVERIFY(mirror.sinks().front().online);
    QVERIFY(mirror.sinks().front().isDefault);
}

void PulseMirrorTest::namesTheSink()
{
    PulseMirror mirror;
    (void)mirror.take(listing({sink(0, u"a"_s)}, {input(5), input(6, 99)}));
    QCOMPARE(mirror.inputs().at(0).sink, u"a"_s);
    QCOMPARE(mirror.inputs().at(0).sinkDescription, u"Sink a"_s);
    QVERIFY(!mirror.inputs().at(1).sink.isNull());
}

void PulseMirrorTest::isBounded()
{
    PulseMirror mirror;
    (void)mirror.take(listing({sink(0, u"a"_s)}, {}));
    for (quint32 index = 0; index < 10'000; ++index)
        (void)mirror.take(input(index));
    QCOMPARE(qsizetype(mirror.inputs().size()), Limits::soundServerInputs);
    QVERIFY(mirror.isFull());
    QVERIFY(!mirror.hasRoomAgain());
    for (quint32 index = 0; index < quint32(Limits::soundServerInputs / 2); ++index)
        (void)mirror.take(Pulse::Gone{.kind = Pulse::Kind::Input, .index = index});
    QVERIFY(mirror.hasRoomAgain());
    (void)mirror.take(listing({sink(0, u"a"_s)}, {input(9'999)}));
    QCOMPARE(mirror.inputs().size(), 1U);
    QVERIFY(!mirror.isFull());
    QVERIFY(!mirror.hasRoomAgain());
}

void PulseMirrorTest::refuses_data()
{
    QTest::addColumn<Command>("command");
    QTest::addColumn<bool>("good");

    QTest::newRow("volume") << Command(SetSinkVolume{u"a"_s, 0.5}) << true;
    QTest::newRow("too loud") << Command(SetSinkVolume{u"a"_s, 1.5}) << false;
    QTest::newRow("no number") << Command(SetSinkVolume{u"a"_s, qQNaN()}) << false;
    QTest::newRow("no such sink") << Command(SetSinkVolume{u"x"_s, 0.5}) << false;
    QTest::newRow("no such stream") << Command(MoveInput{6, u"a"_s}) << false;
    QTest::newRow("move") << Command(MoveInput{5, u"a"_s}) << true;
    QTest::newRow("combine") << Command(Combine{u"all"_s, {u"a"_s}}) << true;
    QTest::newRow("combine by a name with arguments")
        << Command(Combine{u"all slaves=x"_s, {u"a"_s}}) << false;
    QTest::newRow("combine nothing") << Command(Combine{u"all"_s, {}}) << false;
    QTest::newRow("combine what is there") << Command(Combine{u"a"_s, {u"a"_s}}) << false;
    QTest::newRow("pair") << Command(PairUp{u"p"_s, u"a"_s, u"b"_s}) << true;
    QTest::newRow("pair one with itself") << Command(PairUp{u"p"_s, u"a"_s, u"a"_s}) << false;
    QTest::newRow("pair with nothing") << Command(PairUp{u"p"_s, u"a"_s, u"x"_s}) << false;
    QTest::newRow("pair by a name with arguments")
        << Command(PairUp{u"p slaves=x"_s, u"a"_s, u"b"_s}) << false;
    QTest::newRow("pair what is there") << Command(PairUp{u"b"_s, u"a"_s, u"b"_s}) << false;
    QTest::newRow("pair by a name that is too long")
        << Command(PairUp{QString(Limits::nameBytes - 3, u'p'), u"a"_s, u"b"_s}) << false;
    QTest::newRow("a player's") << Command(Play{u"a"_s}) << false;
}

void PulseMirrorTest::refuses()
{
    QFETCH(Command, command);
    QFETCH(bool, good);
    PulseMirror mirror;
    QVERIFY(!whyNot(command, mirror).isEmpty());
    (void)mirror.take(listing({sink(0, u"a"_s), sink(1, u"b"_s)}, {input(5)}));
    QCOMPARE(whyNot(command, mirror).isEmpty(), good);
}

void PulseMirrorTest::makesSinksOfOthers()
{
    const QList<Pulse::Module> both = Pulse::modulesFor(Combine{u"both"_s, {u"a"_s, u"b"_s}});
    QCOMPARE(both.size(), 1);
    QCOMPARE(both.first().name, "module-combine-sink");
    QCOMPARE(both.first().arguments, "sink_name=both slaves=a,b sink_properties=device.description=both");
    const QList<Pulse::Module> pair = Pulse::modulesFor(PairUp{u"p"_s, u"a"_s, u"b"_s});
    QCOMPARE(pair.size(), 3);
    for (const bool isRight : {false, true}) {
        const Pulse::Module &part = pair.at(isRight ? 1 : 0);
        QVERIFY(part.arguments.startsWith(isRight ? "sink_name=p.right master=b "
                                                  : "sink_name=p.left master=a "));
        QVERIFY(part.arguments.contains(isRight ? " channel_map=front-right " : " channel_map=front-left "));
        QVERIFY(Pulse::isPartOf(u"p"_s, part));
        QVERIFY(!Pulse::isPartOf(u"q"_s, part));
        QVERIFY(!Pulse::isPartOf(u"p.right"_s, part));
    }
    QVERIFY(pair.last().arguments.contains(
        "slaves=p.left,p.right channels=2 channel_map=front-left,front-right"));
    QVERIFY(!Pulse::isPartOf(u"p"_s, pair.last()));
}

QTEST_GUILESS_MAIN(PulseMirrorTest)
#include "tst_sync_pulsemirror.moc"
