// SPDX-License-Identifier: Apache-2.0
#include "integration/sound/decoding.h"
#include "support/noise.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Decoding;
using namespace Player;
using namespace Qt::StringLiterals;

namespace {

constexpr int frames = 20 * Noise::sampleRate;
constexpr SoundFormat format{.sampleRate = Noise::sampleRate, .channels = Noise::channels};

/// Its numbers as they are given, though no sound is like that.
QByteArray wav(quint32 rate, quint16 channels)
{
    const auto number = [](auto value) {
        QByteArray bytes(sizeof(value), 0);
        qToLittleEndian(value, bytes.data());
        return bytes;
    };
    const quint16 inAFrame = quint16(channels * 2);
    return "RIFF" + number(quint32(40'036)) + "WAVEfmt " + number(quint32(16)) + number(quint16(1))
        + number(channels) + number(rate) + number(rate * inAFrame) + number(inAFrame) + number(quint16(16))
        + "data" + number(quint32(40'000)) + QByteArray(40'000, '\x01');
}

/// A tag in front with a picture of 5 MB.
QByteArray largeTag()
{
    QByteArray picture(5 * 1024 * 1024, Qt::Uninitialized);
    for (qsizetype i = 0; i < picture.size(); ++i)
        picture[i] = char(i * 7919 >> 3);
    const QByteArray content = QByteArray("\0image/jpeg\0\3\0", 14) + picture;
    QByteArray frame = "APIC" + QByteArray(4, 0) + QByteArray(2, 0) + content;
    qToBigEndian(quint32(content.size()), frame.data() + 4);
    QByteArray header("ID3\3\0\0", 6);
    for (const int shift : {21, 14, 7, 0})
        header += char((frame.size() >> shift) & 0x7f);
    return header + frame;
}

} // namespace

/// Files that are damaged, or are not what they say.
class BadSoundTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_noise = Noise::make(frames, 3);
        if (!Noise::write(path(u"good.wav"_s), m_noise))
            QSKIP("ffmpeg is not installed: no music can be made");
        m_wanted = floating(m_noise);
    }

    void goesOnBehindDamage_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<bool>("keepsPlace"); // it tells where each of its blocks belongs
        QTest::newRow("a.flac") << QStringList() << true;
        QTest::newRow("a.wv") << QStringList() << true;
        QTest::newRow("a.tta") << QStringList() << true;
        QTest::newRow("alac.m4a") << QStringList{u"-c:a"_s, u"alac"_s} << true;
        QTest::newRow("flac.oga") << QStringList{u"-c:a"_s, u"flac"_s} << true;
        QTest::newRow("flac.mka") << QStringList{u"-c:a"_s, u"flac"_s} << true;
        QTest::newRow("a.ogg") << QStringList() << true;
        QTest::newRow("a.opus") << QStringList{u"-b:a"_s, u"256k"_s} << true;
        QTest::newRow("a.m4a") << QStringList() << true;
        QTest::newRow("a.mpc") << QStringList() << true;
        QTest::newRow("a.wma") << QStringList() << false; // what comes first has no sound: all is early
        QTest::newRow("a.mp3") << QStringList() << false;
        QTest::newRow("a.mp2") << QStringList() << false;
        QTest::newRow("a.aac") << QStringList() << false;
    }

    void goesOnBehindDamage()
    {
        QFETCH(const QStringList, options);
        QFETCH(const bool, keepsPlace);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        QVERIFY(make(name, options));
        overwrite(name, 0.4, keepsPlace ? 5000 : 3000);
        const auto decoder = open(path(name));
        QVERIFY(decoder);
        decoder->setFormat(format);
        const Samples heard = readAll(*decoder, Noise::channels);
        QVERIFY2(decoder->problem().contains(name) && decoder->problem().contains(u"damaged"),
                 qPrintable(decoder->problem()));
        const std::int64_t decoded = std::int64_t(heard.size()) / Noise::channels;
        QVERIFY(decoded > frames * 8 / 10);
        QVERIFY(decoded < frames + 5000);
        for (const double part : {0.1, 0.9}) {
            const auto place = std::int64_t(part * double(decoded));
            const auto piece = std::span(heard).subspan(std::size_t(place * Noise::channels), 8192);
            const int most = keepsPlace ? 50 : 15'000;
            QVERIFY2(std::abs(lag(piece, m_wanted, place, most, Noise::channels)) < most,
                     qPrintable(QString::number(part)));
        }
    }

    void cutOffIsTold_data()
    {
        QTest::addColumn<QStringList>("options");
        for (const char *name :
             {"a.wav", "a.flac", "a.aiff", "a.wv", "a.tta", "a.mp3", "a.ogg", "a.opus", "a.mpc", "a.mka"})
            QTest::newRow(name) << QStringList();
        QTest::newRow("flac.oga") << QStringList{u"-c:a"_s, u"flac"_s};
        QTest::newRow("front.m4a") << QStringList{u"-movflags"_s, u"faststart"_s};
    }

    void cutOffIsTold()
    {
        QFETCH(const QStringList, options);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        QVERIFY(make(name, options));
        cut(name, 0.6);
        const auto decoder = open(path(name));
        QVERIFY(decoder);
        decoder->setFormat(format);
        const auto decoded = std::int64_t(readAll(*decoder, Noise::channels).size()) / Noise::channels;
        QVERIFY(decoded > frames * 4 / 10);
        QVERIFY(decoded < frames * 7 / 10);
        QVERIFY2(decoder->problem().contains(u"cut off"), qPrintable(decoder->problem()));
        QVERIFY2(decoder->problem().contains(u"0:1"), qPrintable(decoder->problem())); // about 12 s
    }

    void withoutItsIndexItIsRefused()
    {
        QVERIFY(make(u"end.m4a"_s));
        cut(u"end.m4a"_s, 0.6);
        const QString sentence = refusal(path(u"end.m4a"_s));
        QVERIFY2(sentence.contains(u"end.m4a"_s) && sentence.contains(u"cut off"_s), qPrintable(sentence));
    }

    void aHeaderAloneIsNoSound_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::newRow("a.wav") << 44;
        QTest::newRow("a.flac") << 4096;
        QTest::newRow("a.ogg") << 300;
        QTest::newRow("a.opus") << 300;
        QTest::newRow("a.mp3") << 300;
        QTest::newRow("a.m4a") << 300;
        QTest::newRow("a.wv") << 200;
        QTest::newRow("a.tta") << 300;
        QTest::newRow("a.mka") << 300;
        QTest::newRow("a.wma") << 300;
    }

    void aHeaderAloneIsNoSound()
    {
        QFETCH(const int, bytes);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        QVERIFY(make(name));
        QVERIFY(QFile::resize(path(name), bytes));
        QString sentence = refusal(path(name));
        if (sentence.isEmpty()) {
            const auto decoder = open(path(name));
            QVERIFY(readAll(*decoder, decoder->native().channels).empty());
            sentence = decoder->problem();
        }
        QVERIFY2(sentence.contains(name) && sentence.contains(u"cannot be played"), qPrintable(sentence));
    }

    void whatIsNoSoundIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("why");
        QTest::newRow("nothing.mp3") << QByteArray() << u"is empty"_s;
        QTest::newRow("text.mp3") << QByteArray("Nothing was played today.\n").repeated(300)
                                  << u"not audio"_s;
        QTest::newRow("junk.wav") << QByteArray(5000, 'x') << u"not audio"_s;
        QTest::newRow("slow.wav") << wav(1, 2) << u"sample rate of 1 Hz"_s;
        QTest::newRow("still.wav") << wav(0, 2) << u"damaged"_s;
        QTest::newRow("fast.wav") << wav(2'000'000'000, 2) << u"sample rate of 2000000000 Hz"_s;
        QTest::newRow("many.wav") << wav(44100, 300) << u"300 channel"_s;
        QTest::newRow("none.wav") << wav(44100, 0) << u"no sound"_s;
        QTest::newRow("song.png") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\10\2\0\0\0",
                                                29)
                                  << u"something else"_s;
    }

    void whatIsNoSoundIsRefused()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, why);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        write(name, bytes);
        const QString sentence = refusal(path(name));
        QVERIFY2(sentence.contains(name) && sentence.contains(why), qPrintable(sentence));
    }

    /// Though it could be: what it names is good.
    void aPlaylistIsNotFollowed_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray good = path(u"good.wav"_s).toLocal8Bit();
        QTest::newRow("segments.mp3")
            << "#EXTM3U\n#EXT-X-TARGETDURATION:20\n#EXTINF:20,\n" + good + "\n#EXT-X-ENDLIST\n";
        QTest::newRow("segments.m3u8")
            << "#EXTM3U\n#EXT-X-TARGETDURATION:20\n#EXTINF:20,\n" + good + "\n#EXT-X-ENDLIST\n";
        QTest::newRow("list.mp3") << "#EXTM3U\n#EXTINF:20,Good\n" + good + "\n";
        QTest::newRow("concat.mp3") << "ffconcat version 1.0\nfile '" + good + "'\n";
    }

    void aPlaylistIsNotFollowed()
    {
        QFETCH(const QByteArray, text);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        write(name, text);
        const QString sentence = refusal(path(name));
        QVERIFY2(sentence.contains(name) && sentence.contains(u"cannot be played"), qPrintable(sentence));
    }

    void aWrongNameDoesNotMatter_data()
    {
        QTest::addColumn<QString>("real");
        QTest::newRow("music.flac") << u"a.mp3"_s;
        QTest::newRow("music.mp3") << u"a.wav"_s;
        QTest::newRow("music.wav") << u"a.ogg"_s;
        QTest::newRow("music.ogg") << u"a.flac"_s;
        QTest::newRow("music.m4a") << u"a.opus"_s;
        QTest::newRow("music") << u"a.wv"_s;
    }

    void aWrongNameDoesNotMatter()
    {
        QFETCH(const QString, real);
        QVERIFY(make(real));
        playsWhole(QString::fromLatin1(QTest::currentDataTag()), bytesOf(real));
    }

    void whatStandsAroundTheSoundDoesNotMatter_data()
    {
        QTest::addColumn<QString>("real");
        QTest::addColumn<QByteArray>("front");
        QTest::addColumn<QByteArray>("behind");
        const QByteArray old = "TAG" + QByteArray(125, 'x');
        QTest::newRow("cover.mp3") << u"a.mp3"_s << largeTag() << QByteArray();
        QTest::newRow("covered.flac") << u"a.mp3"_s << largeTag() << QByteArray();
        QTest::newRow("tagged.flac") << u"a.flac"_s << largeTag() << QByteArray();
        QTest::newRow("twice.mp3") << u"a.mp3"_s << largeTag() + largeTag() << old;
        QTest::newRow("old.mp3") << u"a.mp3"_s << QByteArray() << old;
    }

    void whatStandsAroundTheSoundDoesNotMatter()
    {
        QFETCH(const QString, real);
        QFETCH(const QByteArray, front);
        QFETCH(const QByteArray, behind);
        QVERIFY(make(real));
        playsWhole(QString::fromLatin1(QTest::currentDataTag()), front + bytesOf(real) + behind);
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_directory.filePath(name); }

    [[nodiscard]] bool make(const QString &name, const QStringList &options = {}) const
    {
        if (!name.endsWith(u".mpc"))
            return Noise::write(path(name), m_noise, options);
        return QProcess::execute(u"mpcenc"_s,
                                 {u"--silent"_s, u"--overwrite"_s, path(u"good.wav"_s), path(name)})
            == 0;
    }

    [[nodiscard]] QByteArray bytesOf(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    void overwrite(const QString &name, double part, int count) const
    {
        QByteArray bytes = bytesOf(name);
        for (int i = 0; i < count; ++i)
            bytes[qsizetype(double(bytes.size()) * part) + i] = char(i * 7919 >> 4);
        write(name, bytes);
    }

    void cut(const QString &name, double part) const
    {
        const QByteArray bytes = bytesOf(name);
        write(name, bytes.first(qsizetype(double(bytes.size()) * part)));
    }

    void playsWhole(const QString &name, const QByteArray &bytes) const
    {
        write(name, bytes);
        const auto decoder = open(path(name));
        QVERIFY(decoder);
        decoder->setFormat(format);
        const Samples whole = readAll(*decoder, Noise::channels);
        QCOMPARE(whole.size(), m_noise.size());
        QVERIFY(likeness(whole, m_wanted) > 0.9);
        QCOMPARE(decoder->problem(), QString());
    }

    QTemporaryDir m_directory;
    std::vector<qint16> m_noise;
    Samples m_wanted;
};

QTEST_GUILESS_MAIN(BadSoundTest)
#include "tst_badsound.moc"
