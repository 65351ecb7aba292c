// SPDX-License-Identifier: Apache-2.0
#include "integration/sound/decoding.h"
#include "support/noise.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Decoding;
using namespace Player;
using namespace Qt::StringLiterals;

namespace {

constexpr int links = 3;
constexpr int each = 4 * Noise::sampleRate;
constexpr SoundFormat format{.sampleRate = Noise::sampleRate, .channels = Noise::channels};

} // namespace

/// Ogg files one behind the other in one file: that is Ogg as well.
class ChainedSoundTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_noise = Noise::make(links * each, 4);
        if (!Noise::write(path(u"probe.wav"_s), m_noise))
            QSKIP("ffmpeg is not installed: no music can be made");
    }

    void playsOnAndSeeks_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QString>("codec");
        QTest::addColumn<int>("secondRate");
        QTest::newRow("Vorbis") << u"ogg"_s << u"libvorbis"_s << Noise::sampleRate;
        QTest::newRow("Opus") << u"opus"_s << u"libopus"_s << 48000;
        QTest::newRow("FLAC") << u"oga"_s << u"flac"_s << Noise::sampleRate;
        QTest::newRow("Vorbis, then another rate") << u"ogg"_s << u"libvorbis"_s << 48000;
        QTest::newRow("FLAC, then another rate") << u"oga"_s << u"flac"_s << 96000;
    }

    void playsOnAndSeeks()
    {
        QFETCH(const QString, suffix);
        QFETCH(const QString, codec);
        QFETCH(const int, secondRate);
        const QString name = u"chain."_s + suffix;
        QVERIFY(makeChain(name, codec, secondRate));
        const auto decoder = open(path(name));
        QVERIFY(decoder);
        decoder->setFormat(format);
        QVERIFY(std::abs(decoder->length() - links * each) <= links);
        QVERIFY(decoder->lengthIsSure());
        const Samples whole = readAll(*decoder, Noise::channels);
        QCOMPARE(decoder->problem(), QString());
        const Samples wanted = floating(m_noise);
        // Where the rate changes, the last few are made up from less.
        QVERIFY(std::abs(std::int64_t(whole.size()) - std::int64_t(wanted.size())) <= 100);
        for (const int place : {1000, each + 5000, each * 2 - 9000, each * 2 + 5000, each * 3 - 12'000}) {
            decoder->seek(place);
            const Samples piece = read(*decoder, 8192, Noise::channels);
            const int off = lag(std::span(piece).subspan(8192), wanted, place + 4096, 50, Noise::channels);
            QVERIFY2(std::abs(off) <= (secondRate == Noise::sampleRate ? 0 : 1),
                     qPrintable(u"%1: %2"_s.arg(place).arg(off)));
        }
    }

    void cutInTheLastLinkIsTold()
    {
        QVERIFY(makeChain(u"cut.ogg"_s, u"libvorbis"_s, Noise::sampleRate));
        const qint64 size = QFile(path(u"cut.ogg"_s)).size();
        QVERIFY(QFile::resize(path(u"cut.ogg"_s), size * 8 / 10));
        const auto decoder = open(path(u"cut.ogg"_s));
        QVERIFY(decoder);
        QVERIFY(readAll(*decoder, Noise::channels).size() / Noise::channels > 2 * each);
        QVERIFY2(decoder->problem().contains(u"cut off"), qPrintable(decoder->problem()));
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_directory.filePath(name); }

    /// The second link has a rate of its own.
    [[nodiscard]] bool makeChain(const QString &name, const QString &codec, int secondRate) const
    {
        QFile chain(path(name));
        if (!chain.open(QIODevice::WriteOnly))
            return false;
        for (int i = 0; i < links; ++i) {
            const auto begin = m_noise.begin() + std::ptrdiff_t(i) * each * Noise::channels;
            QStringList options{u"-c:a"_s, codec, u"-serial_offset"_s, QString::number(i + 1)};
            if (i == 1)
                options += {u"-ar"_s, QString::number(secondRate)};
            QFile link(path(u"link.%1"_s.arg(name.section(u'.', -1))));
            if (!Noise::write(link.fileName(), {begin, begin + each * Noise::channels}, options)
                || !link.open(QIODevice::ReadOnly))
                return false;
            chain.write(link.readAll());
        }
        return true;
    }

    QTemporaryDir m_directory;
    std::vector<qint16> m_noise;
};

QTEST_GUILESS_MAIN(ChainedSoundTest)
#include "tst_chainedsound.moc"
