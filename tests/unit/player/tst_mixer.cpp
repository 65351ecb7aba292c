// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/mixer.h"

#include <QTest>

#include <cmath>
#include <vector>

using namespace Player;

namespace {

constexpr SoundFormat mono{.sampleRate = 1500, .channels = 1}; // a fade takes ten frames

constexpr float unit = 1.F / 4096; // exact, and nothing gets too loud

/// Counts up from one unit, so that each frame tells where it is from.
Chunk piece(quint32 serial, std::int64_t place, int frames, bool last = false)
{
    Chunk chunk;
    chunk.serial = serial;
    chunk.place = place;
    chunk.frames = frames;
    chunk.first = place == 0;
    chunk.last = last;
    for (int i = 0; i < frames; ++i)
        chunk.samples.at(std::size_t(i)) = float(place + 1 + i) * unit;
    return chunk;
}

} // namespace

class MixerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_mixer = std::make_unique<Mixer>(mono, Mixer::Listeners{.marked = [] { }, .pulled = [] { }});
        m_mixer->setWanted(1);
    }

    void nothingIsChangedOnTheWay()
    {
        push(piece(1, 0, 30));
        push(piece(1, 30, 20, true));
        QCOMPARE(pull(50), counted(1, 50));
        QCOMPARE(marks(), (QList<Mark>{{Mark::Kind::Runs, 0, 1, 0}, {Mark::Kind::Ends, 50, 1, 50}}));
        QCOMPARE(pull(5), Samples(5, 0));
        QCOMPARE(marks(), (QList<Mark>{{Mark::Kind::Rests, 50, 1, 50}}));
        QCOMPARE(m_mixer->underruns(), quint64(0));
    }

    void beginsWhenThereIsEnough()
    {
        m_mixer->push(piece(1, 0, 30));
        QCOMPARE(pull(10), Samples(10, 0));
        m_mixer->letBegin(1);
        QCOMPARE(pull(10), counted(1, 10));
        m_mixer->setWanted(2);
        Chunk after = piece(2, 500, 100);
        after.first = true;
        m_mixer->push(after);
        (void)pull(20); // faded
        QCOMPARE(pull(10), Samples(10, 0));
        m_mixer->letBegin(2);
        QCOMPARE(pull(10), counted(501, 10));
        QCOMPARE(m_mixer->underruns(), quint64(0));
    }

    void theNextFollowsWithoutAGap()
    {
        push(piece(1, 0, 30, true));
        push(piece(2, 0, 30));
        Samples expected = counted(1, 30);
        expected.append(counted(1, 10));
        QCOMPARE(pull(40), expected);
        QCOMPARE(marks(),
                 (QList<Mark>{{Mark::Kind::Runs, 0, 1, 0},
                              {Mark::Kind::Ends, 30, 1, 30},
                              {Mark::Kind::Runs, 30, 2, 0}}));
    }

    void anotherNextStillWins()
    {
        push(piece(1, 0, 30, true));
        push(piece(2, 0, 30));
        QCOMPARE(pull(20), counted(1, 20));
        m_mixer->setWanted(3, 1);
        push(piece(3, 0, 30));
        Samples expected = counted(21, 10);
        expected.append(counted(1, 10));
        QCOMPARE(pull(20), expected);
        QCOMPARE(marks().last(), (Mark{Mark::Kind::Runs, 30, 3, 0}));
    }

    void aCutFades()
    {
        push(piece(1, 0, 1000));
        (void)pull(100);
        m_mixer->setWanted(2);
        Chunk after = piece(2, 500, 1000);
        after.first = true;
        after.fadesIn = true;
        push(after);
        const Samples cut = pull(40);
        QVERIFY(cut.first() > 90 && cut.first() < 101); // still nearly as loud
        for (int i = 0; i < 9; ++i)
            QVERIFY(cut.at(i + 1) < cut.at(i));
        QVERIFY(std::abs(*std::ranges::min_element(cut)) < 0.001);
        QCOMPARE(cut.last(), 500 + 40 - (marks().last().frame - 100));
    }

    void pausesAndGoesOnWhereItWas()
    {
        push(piece(1, 0, 1000));
        (void)pull(100);
        m_mixer->setPaused(true);
        const Samples paused = pull(50);
        QCOMPARE(paused.last(), 0.F);
        const Mark rests = marks().last();
        QCOMPARE(rests.kind, Mark::Kind::Rests);
        QVERIFY(rests.place >= 110 && rests.place <= 112); // a fade
        m_mixer->setPaused(false);
        const Samples resumed = pull(50);
        QVERIFY(resumed.first() < float(rests.place));
        QCOMPARE(resumed.last(), float(rests.place + 50));
        QCOMPARE(marks().last(), (Mark{Mark::Kind::Runs, 150, 1, rests.place}));
    }

    void startsPaused()
    {
        m_mixer->setPaused(true);
        push(piece(1, 0, 100));
        QCOMPARE(pull(10), Samples(10, 0));
        m_mixer->setPaused(false);
        QCOMPARE(pull(100), counted(1, 100)); // no fade: it begins here
    }

    void theVolumeChangesSlowly()
    {
        Chunk loud = piece(1, 0, 100);
        std::fill_n(loud.samples.begin(), 100, unit);
        push(loud);
        (void)pull(10);
        m_mixer->setGain(0.5F);
        const Samples softer = pull(20);
        for (int i = 0; i + 1 < softer.size(); ++i)
            QVERIFY(softer.at(i) - softer.at(i + 1) < 0.11F && softer.at(i + 1) <= softer.at(i));
        QCOMPARE(softer.last(), 0.5F);
    }

    void countsWhatCameTooLate()
    {
        push(piece(1, 0, 10));
        (void)pull(20);
        QCOMPARE(m_mixer->underruns(), quint64(1));
        push(piece(1, 10, 30));
        const Samples later = pull(20);
        QVERIFY(later.first() < 11); // faded in
        QCOMPARE(later.last(), 30.F);
        QCOMPARE(marks().last(), (Mark{Mark::Kind::Runs, 20, 1, 10}));
    }

    void aMediaWithoutAnySoundEnds()
    {
        Chunk nothing = piece(1, 0, 0, true);
        push(nothing);
        QCOMPARE(pull(10), Samples(10, 0));
        QCOMPARE(marks(), (QList<Mark>{{Mark::Kind::Ends, 0, 1, 0}}));
    }

    void crossfades()
    {
        push(level(1, 0, 30, 8));
        Chunk after = level(2, 0, 60, 8);
        after.overlap = 20;
        push(after);
        QCOMPARE(pull(10), Samples(10, 8));
        const Samples fade = pull(21); // power is what stays
        QVERIFY(fade.at(0) > 7.9F && fade.at(0) < 8.7F);
        QVERIFY(std::abs(fade.at(10) - 8 * std::sqrt(2.F)) < 0.01F);
        QVERIFY(std::abs(fade.at(19) - 8) < 1);
        QCOMPARE(fade.at(20), 8.F);
        QCOMPARE(marks(),
                 (QList<Mark>{{Mark::Kind::Runs, 0, 1, 0},
                              {Mark::Kind::Ends, 10, 1, 10},
                              {Mark::Kind::Runs, 10, 2, 0}}));
        push(level(2, 60, 10, 8));
        QCOMPARE(pull(40).size(), 40);
        QCOMPARE(m_mixer->underruns(), quint64(0));
    }

    void aTailThatComesTooLateIsMissed()
    {
        push(level(1, 0, 30, 8, 100)); // says that it is longer than it is
        Chunk after = level(2, 0, 60, 8);
        after.overlap = 90;
        push(after);
        (void)pull(10);
        const Samples fade = pull(50);
        QVERIFY(fade.at(49) > 4 && fade.at(49) < 8);
        QCOMPARE(marks().last(), (Mark{Mark::Kind::Runs, 10, 2, 0}));
    }

    void aCutInACrossfadeEndsBoth()
    {
        push(level(1, 0, 30, 8));
        Chunk after = level(2, 0, 60, 8);
        after.overlap = 20;
        push(after);
        (void)pull(15);
        m_mixer->setWanted(4);
        push(level(4, 0, 60, 4));
        const Samples cut = pull(40);
        QVERIFY(std::abs(*std::ranges::min_element(cut)) < 0.01F);
        QCOMPARE(cut.last(), 4.F); // at once as loud as it is
    }

    void pausesInACrossfade()
    {
        push(level(1, 0, 30, 8));
        Chunk after = level(2, 0, 60, 8);
        after.overlap = 20;
        push(after);
        (void)pull(15);
        m_mixer->setPaused(true);
        QCOMPARE(pull(20).last(), 0.F);
        m_mixer->setPaused(false);
        const Samples resumed = pull(20);
        QVERIFY(resumed.first() < 4);
        QCOMPARE(resumed.last(), 8.F);
        QCOMPARE(marks().last().serial, quint32(2));
    }

    void whatFollowsDoesNotOvertakeWhatIsLate()
    {
        push(piece(1, 0, 10));
        push(piece(2, 0, 10));
        QCOMPARE(pull(20).last(), 0.F);
        push(piece(1, 10, 10, true));
        (void)pull(20);
        QCOMPARE(marks().last(), (Mark{Mark::Kind::Runs, 30, 2, 0}));
    }

    void keepsPlacesForWhatComesAfterACut()
    {
        int pushed = 0;
        for (Chunk chunk = piece(1, 0, 10); m_mixer->hasRoomFor(chunk); chunk = piece(1, 10 * ++pushed, 10))
            push(chunk);
        QVERIFY(pushed > int(Mixer::laneChunks) / 2);
        QVERIFY(m_mixer->hasRoomFor(piece(2, 0, 10)));
    }

    void whatIsHeldWaitsForItsAlignment()
    {
        m_mixer->hold(1);
        push(piece(1, 0, 100));
        QCOMPARE(pull(10), Samples(10, 0));
        m_mixer->align({.serial = 1, .frame = 25, .place = 0});
        Samples expected(15, 0);
        expected.append(counted(1, 10));
        QCOMPARE(pull(25), expected);
        QCOMPARE(marks(), (QList<Mark>{{Mark::Kind::Runs, 25, 1, 0}}));
    }

    void whatIsLateBeginsFurtherOn()
    {
        m_mixer->hold(1);
        push(piece(1, 0, 30));
        push(piece(1, 30, 100));
        (void)pull(50);
        m_mixer->align({.serial = 1, .frame = 10, .place = 0});
        const Samples late = pull(40);
        QVERIFY(late.first() < 40); // faded in
        QCOMPARE(late.last(), 80.F);
        QCOMPARE(marks(), (QList<Mark>{{Mark::Kind::Runs, 50, 1, 40}}));
        QCOMPARE(m_mixer->underruns(), quint64(0));
    }

    void anAlignmentMayNameAPlaceBeforeTheBeginning()
    {
        m_mixer->hold(1);
        push(piece(1, 0, 100));
        m_mixer->align({.serial = 1, .frame = 0, .place = -20});
        Samples expected(20, 0);
        expected.append(counted(1, 10));
        QCOMPARE(pull(30), expected);
    }

    void whatSoundedFadesBeforeWhatIsAligned()
    {
        push(piece(1, 0, 100));
        (void)pull(50);
        m_mixer->hold(2);
        m_mixer->setWanted(2);
        push(piece(2, 0, 100));
        m_mixer->align({.serial = 2, .frame = 80, .place = 0});
        const Samples fade = pull(30);
        QVERIFY(fade.first() > 40);
        QCOMPARE(fade.last(), 0.F);
        QCOMPARE(pull(10), counted(1, 10));
    }

private:
    /// As the whole beginning.
    void push(const Chunk &chunk)
    {
        m_mixer->push(chunk);
        m_mixer->letBegin(chunk.serial);
    }
    using Samples = QList<float>;

    /// All the same, in units; a media that ends with it where nothing else is said.
    static Chunk level(quint32 serial, std::int64_t place, int frames, float units, std::int64_t total = 0)
    {
        Chunk chunk = piece(serial, place, frames, true);
        std::fill_n(chunk.samples.begin(), frames, units * unit);
        chunk.total = total > 0 ? total : place + frames;
        return chunk;
    }

    /// In units.
    static Samples counted(int from, int count)
    {
        Samples samples(count);
        for (int i = 0; i < count; ++i)
            samples[i] = float(from + i);
        return samples;
    }
    /// In units.
    Samples pull(int frames)
    {
        Samples samples(frames, -1);
        m_mixer->pull({samples.data(), std::size_t(frames)});
        for (float &sample : samples)
            sample /= unit;
        return samples;
    }
    QList<Mark> marks()
    {
        QList<Mark> all;
        while (const auto mark = m_mixer->takeMark())
            all.append(*mark);
        return all;
    }

    std::unique_ptr<Mixer> m_mixer;
};

QTEST_APPLESS_MAIN(MixerTest)
#include "tst_mixer.moc"
