// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/decoder.h"
#include "support/noise.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Player;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int frames = 10 * Noise::sampleRate;
constexpr SoundFormat format{.sampleRate = Noise::sampleRate, .channels = Noise::channels};

using Samples = std::vector<float>;

/// How alike two pieces are, 1 where they are the same.
double likeness(std::span<const float> a, std::span<const float> b)
{
    double both = 0;
    double left = 0;
    double right = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        both += double(a[i]) * b[i];
        left += double(a[i]) * a[i];
        right += double(b[i]) * b[i];
    }
    return both / (std::sqrt(left * right) + 1e-12);
}

} // namespace

/// Real files of every format, made with ffmpeg.
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
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<bool>("lossless");

        const auto lossless = [](const char *name, const QStringList &options = {}) {
            QTest::newRow(name) << QString::fromLatin1(name) << options << true;
        };
        const auto lossy = [](const char *name, const QStringList &options = {}) {
            QTest::newRow(name) << QString::fromLatin1(name) << options << false;
        };
        lossless("a.wav");
        lossless("a.flac");
        lossless("a.aiff");
        lossless("a.wv");
        lossless("alac.m4a", {u"-c:a"_s, u"alac"_s});
        lossy("a.mp3", {u"-b:a"_s, u"256k"_s});
        lossy("variable.mp3", {u"-q:a"_s, u"2"_s});
        lossy("noindex.mp3", {u"-q:a"_s, u"2"_s, u"-write_xing"_s, u"0"_s});
        lossy("a.ogg", {u"-q:a"_s, u"8"_s});
        lossy("a.opus", {u"-b:a"_s, u"256k"_s});
        lossy("a.m4a", {u"-b:a"_s, u"256k"_s});
    }

    void decodesAndSeeks()
    {
        QFETCH(const QString, name);
        QFETCH(const QStringList, options);
        QFETCH(const bool, lossless);
        if (!Noise::write(path(name), m_noise, options))
            QSKIP("ffmpeg cannot make this kind");
        const auto decoder = open({QUrl::fromLocalFile(path(name))});
        QVERIFY(decoder);
        decoder->setFormat(format);
        const Samples whole = read(*decoder, frames + 5000);
        // Without an index nobody can tell what was put in front and behind.
        if (name != u"noindex.mp3") {
            QCOMPARE(whole.size(), m_noise.size());
            const Samples wanted = floating(m_noise);
            if (lossless)
                QCOMPARE(whole, wanted);
            else
                QVERIFY(likeness(whole, wanted) > 0.95);
        }
        for (int i = 0; i < 20; ++i) {
            const std::int64_t place = i * 7919 * 13 % (frames - 20'000);
            decoder->seek(place);
            const Samples piece = read(*decoder, 8192);
            const std::span expected(whole.data() + place * Noise::channels, piece.size());
            if (lossless)
                QVERIFY(std::ranges::equal(piece, expected));
            else // what a codec carries over from before the place dies out
                QVERIFY2(likeness(std::span(piece).subspan(4096), expected.subspan(4096)) > 0.95,
                         qPrintable(QString::number(place)));
        }
    }

    void playsAPart()
    {
        QVERIFY(Noise::write(path(u"part.flac"_s), m_noise));
        const auto decoder = open({QUrl::fromLocalFile(path(u"part.flac"_s)), 2s, 3s});
        QVERIFY(decoder);
        QCOMPARE(decoder->length(), 3 * Noise::sampleRate);
        const Samples part = read(*decoder, frames);
        QCOMPARE(part.size(), std::size_t(3 * Noise::sampleRate * Noise::channels));
        const Samples wanted = floating(m_noise);
        QVERIFY(std::ranges::equal(
            part, std::span(wanted).subspan(2 * Noise::sampleRate * Noise::channels, part.size())));
    }

    void convertsToAnotherFormat()
    {
        QVERIFY(Noise::write(path(u"high.flac"_s), m_noise, {u"-ar"_s, u"192000"_s}));
        const auto decoder = open({QUrl::fromLocalFile(path(u"high.flac"_s))});
        QVERIFY(decoder);
        QCOMPARE(decoder->native(), (SoundFormat{.sampleRate = 192000, .channels = 2}));
        decoder->setFormat({.sampleRate = 48000, .channels = 6});
        const auto made = read(*decoder, 20 * 48000, 6).size() / 6;
        QVERIFY(std::abs(int(made) - 10 * 48000) < 20);
    }

    void damageIsTold()
    {
        QVERIFY(Noise::write(path(u"damaged.flac"_s), m_noise));
        QFile file(path(u"damaged.flac"_s));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2));
        QCOMPARE(file.write(QByteArray(60'000, '\x55')), 60'000);
        file.close();
        const auto decoder = open({QUrl::fromLocalFile(file.fileName())});
        QVERIFY(decoder);
        QVERIFY(read(*decoder, 2 * frames).size() > m_noise.size() / 2);
        QVERIFY2(decoder->problem().contains(u"damaged.flac"_s), qPrintable(decoder->problem()));
    }

    void whatIsNoSoundIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("junk") << QByteArray(5000, 'x');
        QByteArray slow("RIFF\x2c\x01\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x02\x00", 24);
        slow += QByteArray("\x01\x00\x00\x00\x04\x00\x00\x00\x04\x00\x10\x00"
                           "data\x00\x01\x00\x00",
                           20);
        QTest::newRow("one sample a second") << slow + QByteArray(256, '\x01');
    }

    void whatIsNoSoundIsRefused()
    {
        QFETCH(const QByteArray, bytes);
        QFile file(path(u"bad.wav"_s));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
        file.close();
        auto opened = Decoder::open({QUrl::fromLocalFile(file.fileName())}, m_cancelled);
        const QString *sentence = std::get_if<QString>(&opened);
        QVERIFY(sentence);
        QVERIFY2(sentence->contains(u"bad.wav"_s), qPrintable(*sentence));
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_directory.filePath(name); }
    [[nodiscard]] std::unique_ptr<Decoder> open(const Media &media) const
    {
        auto opened = Decoder::open(media, m_cancelled);
        auto *decoder = std::get_if<std::unique_ptr<Decoder>>(&opened);
        return decoder ? std::move(*decoder) : nullptr;
    }
    static Samples read(Decoder &decoder, int atMost, int channels = Noise::channels)
    {
        Samples samples(std::size_t(atMost) * std::size_t(channels));
        samples.resize(std::size_t(decoder.read(samples)) * std::size_t(channels));
        return samples;
    }
    static Samples floating(const std::vector<qint16> &samples)
    {
        Samples made;
        for (const qint16 sample : samples)
            made.push_back(float(sample) / 32768.F);
        return made;
    }

    QTemporaryDir m_directory;
    std::vector<qint16> m_noise;
    std::atomic_bool m_cancelled = false;
};

QTEST_GUILESS_MAIN(DecoderTest)
#include "tst_decoder.moc"
