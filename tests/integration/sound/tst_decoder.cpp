// SPDX-License-Identifier: Apache-2.0
#include "integration/sound/decoding.h"
#include "support/noise.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <taglib/mp4file.h>

#include <numbers>

using namespace Decoding;
using namespace Player;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int frames = 10 * Noise::sampleRate;
constexpr SoundFormat format{.sampleRate = Noise::sampleRate, .channels = Noise::channels};

/// What a format keeps of the sound it is given.
enum class Keeps {
    Samples, ///< all, as they were
    Length, ///< the sound, and how much of it there was
    Sound, ///< not what its encoder put in front and behind
    Little, ///< the same, and it counts in milliseconds
};

} // namespace

/// Real files of every format the library takes up, made with ffmpeg and mpcenc.
class DecoderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_noise = Noise::make(frames, 1);
        if (!Noise::write(path(u"probe.wav"_s), m_noise))
            QSKIP("ffmpeg is not installed: no music can be made");
    }

    void decodesAndSeeks_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<Keeps>("keeps");

        QTest::newRow("a.wav") << QStringList() << Keeps::Samples;
        QTest::newRow("a.flac") << QStringList() << Keeps::Samples;
        QTest::newRow("a.aif") << QStringList() << Keeps::Samples;
        QTest::newRow("a.aiff") << QStringList() << Keeps::Samples;
        QTest::newRow("a.aifc") << QStringList{u"-f"_s, u"aiff"_s, u"-c:a"_s, u"pcm_s16le"_s}
                                << Keeps::Samples;
        QTest::newRow("a.wv") << QStringList() << Keeps::Samples;
        QTest::newRow("a.tta") << QStringList() << Keeps::Samples;
        QTest::newRow("alac.m4a") << QStringList{u"-c:a"_s, u"alac"_s} << Keeps::Samples;
        QTest::newRow("flac.oga") << QStringList{u"-c:a"_s, u"flac"_s} << Keeps::Samples;
        QTest::newRow("flac.mka") << QStringList{u"-c:a"_s, u"flac"_s} << Keeps::Samples;
        QTest::newRow("a.mp3") << QStringList{u"-b:a"_s, u"256k"_s} << Keeps::Length;
        QTest::newRow("variable.mp3") << QStringList{u"-q:a"_s, u"2"_s} << Keeps::Length;
        QTest::newRow("low.mp3") << QStringList{u"-ar"_s, u"22050"_s} << Keeps::Length;
        QTest::newRow("a.ogg") << QStringList{u"-q:a"_s, u"8"_s} << Keeps::Length;
        QTest::newRow("a.opus") << QStringList{u"-b:a"_s, u"256k"_s} << Keeps::Length;
        QTest::newRow("a.m4a") << QStringList{u"-b:a"_s, u"256k"_s} << Keeps::Length;
        QTest::newRow("a.m4b") << QStringList{u"-f"_s, u"ipod"_s} << Keeps::Length;
        QTest::newRow("a.mp4") << QStringList() << Keeps::Length;
        QTest::newRow("a.mpc") << QStringList() << Keeps::Length;
        QTest::newRow("noindex.mp3") << QStringList{u"-q:a"_s, u"2"_s, u"-write_xing"_s, u"0"_s}
                                     << Keeps::Sound;
        QTest::newRow("a.mp2") << QStringList() << Keeps::Sound;
        QTest::newRow("a.aac") << QStringList() << Keeps::Sound;
        QTest::newRow("a.spx") << QStringList{u"-ar"_s, u"32000"_s, u"-q:a"_s, u"10"_s} << Keeps::Sound;
        QTest::newRow("opus.mka") << QStringList{u"-c:a"_s, u"libopus"_s} << Keeps::Little;
        QTest::newRow("a.mka") << QStringList() << Keeps::Little;
        QTest::newRow("a.wma") << QStringList() << Keeps::Little;
    }

    void decodesAndSeeks()
    {
        QFETCH(const QStringList, options);
        QFETCH(const Keeps, keeps);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        QVERIFY(make(name, options));
        const auto decoder = open(path(name));
        QVERIFY(decoder);
        decoder->setFormat(format);
        const std::int64_t length = decoder->length();
        const Samples whole = readAll(*decoder, Noise::channels);
        QCOMPARE(decoder->problem(), QString());
        const std::int64_t decoded = std::int64_t(whole.size()) / Noise::channels;
        if (keeps == Keeps::Samples || keeps == Keeps::Length) {
            QCOMPARE(length, frames);
            QVERIFY(decoder->lengthIsSure());
            QCOMPARE(decoded, frames);
        } else {
            QVERIFY(std::abs(decoded - frames) < 5000);
            QVERIFY(!decoder->lengthIsSure() || std::abs(length - decoded) < 5000);
        }
        if (keeps == Keeps::Samples)
            QCOMPARE(whole, floating(m_noise));
        if (keeps == Keeps::Length) {
            const std::span middle = std::span(whole).subspan(200'000, 8192);
            QCOMPARE(lag(middle, floating(m_noise), 100'000, 50, Noise::channels), 0);
        }
        seeks(*decoder, whole, keeps);
    }

    void tellsHowDeepItIs_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("bits");
        QTest::newRow("eight.wav") << QStringList{u"-c:a"_s, u"pcm_u8"_s} << 16;
        QTest::newRow("sixteen.wav") << QStringList() << 16;
        QTest::newRow("deep.wav") << QStringList{u"-c:a"_s, u"pcm_s24le"_s} << 24;
        QTest::newRow("deepest.wav") << QStringList{u"-c:a"_s, u"pcm_s32le"_s} << 32;
        QTest::newRow("float.wav") << QStringList{u"-c:a"_s, u"pcm_f32le"_s} << 32;
        QTest::newRow("sixteen.flac") << QStringList() << 16;
        QTest::newRow("deep.flac") << QStringList{u"-sample_fmt"_s, u"s32"_s} << 24;
        QTest::newRow("sixteen.wv") << QStringList{u"-sample_fmt"_s, u"s16p"_s} << 16;
        QTest::newRow("lossy.mp3") << QStringList() << 32;
        QTest::newRow("lossy.opus") << QStringList() << 32;
    }

    void tellsHowDeepItIs()
    {
        QFETCH(const QStringList, options);
        QFETCH(const int, bits);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        QVERIFY(make(name, options));
        const auto decoder = open(path(name));
        QVERIFY(decoder);
        QCOMPARE(decoder->native().bits, bits);
    }

    void playsAPart()
    {
        QVERIFY(make(u"part.flac"_s));
        const auto decoder = open({QUrl::fromLocalFile(path(u"part.flac"_s)), 2s, 3s});
        QVERIFY(decoder);
        QCOMPARE(decoder->length(), 3 * Noise::sampleRate);
        const Samples part = readAll(*decoder, Noise::channels);
        QCOMPARE(part.size(), std::size_t(3 * Noise::sampleRate * Noise::channels));
        const Samples wanted = floating(m_noise);
        QVERIFY(std::ranges::equal(
            part, std::span(wanted).subspan(2 * Noise::sampleRate * Noise::channels, part.size())));
        QCOMPARE(decoder->problem(), QString());
    }

    void convertsToAnotherFormat()
    {
        QVERIFY(make(u"high.flac"_s, {u"-ar"_s, u"192000"_s, u"-sample_fmt"_s, u"s32"_s}));
        const auto decoder = open(path(u"high.flac"_s));
        QVERIFY(decoder);
        QCOMPARE(decoder->native(), (SoundFormat{.sampleRate = 192000, .channels = 2, .bits = 24}));
        decoder->setFormat({.sampleRate = 48000, .channels = 6});
        const auto made = readAll(*decoder, 6).size() / 6;
        QVERIFY(std::abs(int(made) - 10 * 48000) < 20);
    }

    /// As iTunes writes it: no edit list, a tag.
    void trimsByITunesTag()
    {
        QVERIFY(make(u"itunes.m4a"_s, {u"-use_editlist"_s, u"0"_s}));
        {
            TagLib::MP4::File file(path(u"itunes.m4a"_s).toLocal8Bit().constData());
            const QByteArray tag =
                " 00000000 00000400 00000158 " + QByteArray::number(frames, 16).rightJustified(16, '0');
            file.tag()->setItem("----:com.apple.iTunes:iTunSMPB", TagLib::StringList(tag.constData()));
            QVERIFY(file.save());
        }
        const auto decoder = open(path(u"itunes.m4a"_s));
        QVERIFY(decoder);
        QCOMPARE(decoder->length(), frames);
        const Samples whole = readAll(*decoder, Noise::channels);
        QCOMPARE(whole.size(), m_noise.size());
        QCOMPARE(
            lag(std::span(whole).subspan(200'000, 8192), floating(m_noise), 100'000, 50, Noise::channels), 0);
    }

    /// Cut from one recording: put together again it is whole.
    void joinsAnAlbumOfMp3()
    {
        constexpr int pieces = 5;
        constexpr int each = frames / pieces;
        Samples all;
        for (int i = 0; i < pieces; ++i) {
            const auto begin = m_noise.begin() + std::ptrdiff_t(i) * each * Noise::channels;
            const QString name = u"track%1.mp3"_s.arg(i);
            QVERIFY(
                Noise::write(path(name), {begin, begin + each * Noise::channels}, {u"-b:a"_s, u"256k"_s}));
            const auto decoder = open(path(name));
            QVERIFY(decoder);
            const Samples piece = readAll(*decoder, Noise::channels);
            QCOMPARE(piece.size(), std::size_t(each * Noise::channels));
            all.insert(all.end(), piece.begin(), piece.end());
        }
        const Samples wanted = floating(m_noise);
        for (int i = 1; i < pieces; ++i) { // 10 ms on both sides of each joint, and where they are
            const std::size_t begin = std::size_t(i * each - 441) * Noise::channels;
            const std::span joint = std::span(all).subspan(begin, 882 * Noise::channels);
            QCOMPARE(lag(joint, wanted, i * each - 441, 100, Noise::channels), 0);
        }
    }

    void channelsAreMixed_data()
    {
        QTest::addColumn<QString>("layout");
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("loud"); // the one that sounds
        QTest::newRow("mono") << u"mono"_s << 1 << 0;
        QTest::newRow("5.1, in front on the left") << u"5.1"_s << 6 << 0;
        QTest::newRow("5.1, centre") << u"5.1"_s << 6 << 2;
        QTest::newRow("5.1, behind") << u"5.1"_s << 6 << 4;
        QTest::newRow("7.1, centre") << u"7.1"_s << 8 << 2;
        QTest::newRow("7.1, behind") << u"7.1"_s << 8 << 4;
        QTest::newRow("7.1, on the right") << u"7.1"_s << 8 << 7;
        QTest::newRow("twelve of no known place") << QString() << 12 << 11;
        QTest::newRow("5.1, all at full scale") << u"5.1"_s << 6 << -1;
        QTest::newRow("7.1, all at full scale") << u"7.1"_s << 8 << -1;
    }

    void channelsAreMixed()
    {
        QFETCH(const QString, layout);
        QFETCH(const int, channels);
        QFETCH(const int, loud);
        constexpr int length = Noise::sampleRate;
        std::vector<qint16> samples(std::size_t(length * channels));
        for (int frame = 0; frame < length; ++frame)
            for (int channel = 0; channel < channels; ++channel)
                if (loud < 0 || channel == loud)
                    samples[std::size_t(frame * channels + channel)] =
                        qint16(32767 * std::sin(frame * 2 * std::numbers::pi * 440 / length));
        const QStringList named =
            layout.isEmpty() ? QStringList() : QStringList{u"-channel_layout"_s, layout};
        QVERIFY(Noise::write(path(u"many.wav"_s), samples, named, channels));
        const auto decoder = open(path(u"many.wav"_s));
        QVERIFY(decoder);
        QCOMPARE(decoder->native().channels, channels);
        decoder->setFormat(format);
        const Samples mixed = readAll(*decoder, Noise::channels);
        QCOMPARE(mixed.size(), std::size_t(length * Noise::channels));
        QVERIFY(std::ranges::max(mixed) <= 1.0001F);
        QVERIFY(std::ranges::min(mixed) >= -1.0001F);
        QVERIFY2(loudness(mixed) > 0.07, qPrintable(QString::number(loudness(mixed))));
        if (channels == 1) // as loud in each as it was
            QVERIFY(std::abs(loudness(mixed) - std::sqrt(0.5)) < 0.01);
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_directory.filePath(name); }

    [[nodiscard]] bool make(const QString &name, const QStringList &options = {}) const
    {
        if (!name.endsWith(u".mpc"))
            return Noise::write(path(name), m_noise, options);
        return QProcess::execute(u"mpcenc"_s,
                                 {u"--silent"_s, u"--overwrite"_s, path(u"probe.wav"_s), path(name)})
            == 0;
    }

    static void seeks(Decoder &decoder, const Samples &whole, Keeps keeps)
    {
        for (int i = 0; i < 20; ++i) {
            const std::int64_t place = i * 7919 * 13 % (frames - 20'000);
            decoder.seek(place);
            const Samples piece = read(decoder, 8192, Noise::channels);
            QCOMPARE(piece.size(), std::size_t(8192 * Noise::channels));
            if (keeps == Keeps::Samples) {
                const std::span expected(whole.data() + place * Noise::channels, piece.size());
                QVERIFY(std::ranges::equal(piece, expected));
                continue;
            }
            // What a codec carries over from before the place dies out.
            const auto later = std::span(piece).subspan(8192);
            const int off = lag(later, whole, place + 4096, 200, Noise::channels);
            const bool isConverted =
                decoder.native().sampleRate != Noise::sampleRate; // a place may lie between two
            QVERIFY2(std::abs(off) <= (keeps == Keeps::Little ? Noise::sampleRate / 1000
                                           : isConverted      ? 1
                                                              : 0),
                     qPrintable(u"%1: %2"_s.arg(place).arg(off)));
        }
    }

    QTemporaryDir m_directory;
    std::vector<qint16> m_noise;
};

QTEST_GUILESS_MAIN(DecoderTest)
#include "tst_decoder.moc"
