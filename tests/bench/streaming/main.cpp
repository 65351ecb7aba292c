// SPDX-License-Identifier: Apache-2.0
// How fast and at what cost segued sends files, beside nginx, and what that does to its WebSockets.
#include "app/library/cataloguereader.h"
#include "bench/streaming/downloads.h"
#include "bench/streaming/nginxprocess.h"
#include "bench/streaming/roundtrips.h"
#include "bench/support/processcost.h"
#include "bench/support/report.h"
#include "bench/support/statistics.h"
#include "support/hub/rawclient.h"
#include "support/program/runningprogram.h"
#include "support/waiting.h"
#include "sync/limits.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QtEndian>

#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mebibyte = 1 << 20;
constexpr qint64 scannedWithinMs = 60'000;
constexpr double goalOfNginx = 0.8;
constexpr double goalOfIdle = 2;
constexpr int slowers = 20; // downloads beside the WebSockets
constexpr std::array transcodings{96, 128, 192, 256}; // kbit/s of MP3: each is made by itself

struct Plan {
    qint64 megabytes = 0;
    int rounds = 0;
    int roundTrips = 0;
    QString nginx;
};

/// A WAV file of noise.
bool writeSound(const QString &path, qint64 bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    const auto number = [](quint32 value) {
        const quint32 little = qToLittleEndian(value);
        return QByteArray(reinterpret_cast<const char *>(&little), 4);
    };
    const QByteArray format =
        QByteArray::fromHex("0100020044ac000010b1020004001000"); // 44.1 kHz, 16 bits, stereo
    file.write("RIFF" + number(quint32(bytes + 36)) + "WAVEfmt " + number(quint32(format.size())) + format
               + "data" + number(quint32(bytes)));
    QByteArray block(mebibyte, Qt::Uninitialized);
    for (qint64 written = 0; written < bytes; written += block.size()) {
        QRandomGenerator::global()->generate(reinterpret_cast<quint32 *>(block.begin()),
                                             reinterpret_cast<quint32 *>(block.end()));
        if (file.write(block) != block.size())
            return false;
    }
    return true;
}

/// What the scan finds there; 0 where that takes too long.
Sync::TrackId trackAt(const QString &path, const QString &catalogue)
{
    QElapsedTimer since;
    since.start();
    const Library::CatalogueReader reader(catalogue);
    while (since.elapsed() < scannedWithinMs) {
        const auto found = reader.tracksAt(path);
        if (!found.isEmpty())
            return found.first();
        QThread::msleep(50);
    }
    return 0;
}

struct Contender {
    QString name;
    qint64 process;
    Bench::Wanted wanted;
};

struct Figures {
    double perSecond = 0; ///< GB
    double processor = 0; ///< seconds for a GB
};

std::optional<Figures> measure(const Contender &contender, int count, int rounds)
{
    std::vector<double> perSecond;
    std::vector<double> processor;
    const double gigabytes = double(contender.wanted.bytes) * count / 1e9;
    for (int round = 0; round < rounds; ++round) {
        const double before = Bench::processorSeconds(contender.process);
        const auto taken = Bench::fetch(contender.wanted, count);
        if (!taken)
            return std::nullopt;
        perSecond.push_back(gigabytes / taken->count());
        processor.push_back((Bench::processorSeconds(contender.process) - before) / gigabytes);
    }
    return Figures{.perSecond = Bench::quantile(perSecond, 0.5),
                   .processor = Bench::quantile(processor, 0.5)};
}

bool compare(const QString &what, const std::vector<Contender> &contenders, int rounds)
{
    Bench::Table table(what,
                       {u"at once"_s, u"server"_s, u"GB/s"_s, u"ratio"_s, u"CPU s per GB"_s, u"ratio"_s});
    bool met = true;
    for (const int count : {1, 8}) {
        std::optional<Figures> own;
        for (const Contender &contender : contenders) {
            Bench::sayProgress(u"%1, %2 at once"_s.arg(contender.name).arg(count));
            const auto figures = measure(contender, count, rounds);
            if (!figures)
                return false;
            if (!own)
                own = figures;
            table.add({QString::number(count), contender.name, Bench::number(figures->perSecond, 2),
                       Bench::number(own->perSecond / figures->perSecond, 2),
                       Bench::number(figures->processor, 3),
                       Bench::number(own->processor / figures->processor, 2)});
            met = met && own->perSecond >= goalOfNginx * figures->perSecond;
        }
    }
    table.print();
    if (contenders.size() > 1)
        Bench::sayGoal(u"at least %1 of nginx"_s.arg(goalOfNginx), met);
    return true;
}

/// The round trips while ffmpegs work; none where they do not do so all the time. @p cache: where they write.
std::vector<double> besideTranscodings(const Contender &own, Sync::TrackId track, int count,
                                       const QString &cache)
{
    const auto underWay = [&cache] { return QDir(cache).entryList({u"*.part"_s}, QDir::Files).size(); };
    // Nobody reads: the ffmpegs work all the same, and this program has nothing to do beside its round trips.
    std::vector<std::unique_ptr<Testing::RawClient>> wishes;
    for (const int kilobits : transcodings) {
        wishes.push_back(
            std::make_unique<Testing::RawClient>(own.wanted.port, Testing::RawClient::Reading::Never));
        wishes.back()->write("GET " + own.wanted.path + "?format=mp3&bitrate=" + QByteArray::number(kilobits)
                             + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(own.wanted.port)
                             + "\r\n\r\n");
    }
    if (!QTest::qWaitFor([&] { return underWay() == Sync::Limits::transcodersAtOnce; }, Testing::patienceMs))
        return {};
    auto all = Bench::roundTripsMs(own.wanted.port, track, count);
    return underWay() == Sync::Limits::transcodersAtOnce ? all : std::vector<double>();
}

/// The round trips of the own WebSockets while @p server sends to all who download.
std::vector<double> besideDownloads(const Contender &server, quint16 own, Sync::TrackId track, int count)
{
    const Bench::Downloads downloads(server.wanted, slowers);
    return Bench::roundTripsMs(own, track, count);
}

/// @p contenders: the own one, and perhaps another: what its downloads do is the machine's doing.
bool disturb(const std::vector<Contender> &contenders, Sync::TrackId track, int count, const QString &cache)
{
    Bench::sayProgress(u"round trips"_s);
    const Contender &own = contenders.front();
    const auto idle = Bench::roundTripsMs(own.wanted.port, track, count);
    const auto busy = besideDownloads(own, own.wanted.port, track, count);
    std::vector<double> others;
    if (contenders.size() > 1)
        others = besideDownloads(contenders.back(), own.wanted.port, track, count);
    if (idle.size() < std::size_t(count) || busy.size() < std::size_t(count))
        return false;
    const auto transcoding = besideTranscodings(own, track, count, cache);
    Bench::Table table(own.wanted.secure ? u"From one WebSocket to another, downloads over TLS"_s
                                         : u"From one WebSocket to another"_s,
                       {u"meanwhile"_s, u"p50 ms"_s, u"p99 ms"_s, u"slowest ms"_s});
    const auto row = [](const QString &name, const std::vector<double> &all) {
        return QStringList{name, Bench::number(Bench::quantile(all, 0.5), 3),
                           Bench::number(Bench::quantile(all, 0.99), 3),
                           Bench::number(Bench::quantile(all, 1), 3)};
    };
    table.add(row(u"nothing"_s, idle));
    table.add(row(u"%1 downloads"_s.arg(slowers), busy));
    if (!others.empty())
        table.add(row(u"%1 downloads, of %2"_s.arg(slowers).arg(contenders.back().name), others));
    const bool transcodes = transcoding.size() == std::size_t(count);
    if (transcodes)
        table.add(row(u"%1 transcodings, %2 of them at once"_s.arg(transcodings.size())
                          .arg(Sync::Limits::transcodersAtOnce),
                      transcoding));
    table.print();
    if (!transcodes)
        Bench::sayLoudly(
            u"NOT MEASURED BESIDE TRANSCODINGS: ffmpeg is not installed, or was done too early (--megabytes)"_s);
    const auto sayRatio = [&idle](const QString &meanwhile, const std::vector<double> &all) {
        const double ratio = Bench::quantile(all, 0.99) / Bench::quantile(idle, 0.99);
        Bench::sayGoal(u"p99 beside %1 at most %2 times that of idle: %3"_s.arg(meanwhile)
                           .arg(goalOfIdle)
                           .arg(ratio, 0, 'f', 2),
                       ratio <= goalOfIdle);
    };
    sayRatio(u"downloads"_s, busy);
    if (!others.empty())
        sayRatio(u"downloads of "_s + contenders.back().name, others);
    if (transcodes)
        sayRatio(u"transcodings"_s, transcoding);
    return true;
}

bool run(const Plan &plan)
{
    const QTemporaryDir folder;
    const QString music = folder.filePath(u"music"_s);
    const QString path = music + "/noise.wav"_L1;
    const QString data = folder.filePath(u"data"_s);
    Testing::RunningProgram segued;
    if (!QDir().mkpath(music) || !writeSound(path, plan.megabytes * mebibyte))
        return false;
    segued.start(u"segued"_s,
                 {u"--data-dir"_s, data, u"--music"_s, music, u"--port"_s, u"0"_s, u"--no-audio"_s,
                  u"--tls"_s, u"own"_s});
    const quint16 port = segued.readyPort();
    const Sync::TrackId track = port == 0 ? 0 : trackAt(path, data + "/catalogue.sqlite"_L1);
    if (track == 0) {
        Bench::sayLoudly(u"NOTHING MEASURED: segued does not serve the file"_s);
        return false;
    }
    const qint64 bytes = QFileInfo(path).size();
    std::vector<Contender> contenders{
        {u"own"_s,
         segued.processId(),
         {.port = port, .path = "/media/" + QByteArray::number(track), .bytes = bytes}}};
    Bench::NginxProcess nginx;
    if (!plan.nginx.isEmpty() && nginx.start(plan.nginx, music, data + "/tls.pem"_L1))
        contenders.push_back(
            {u"nginx"_s, nginx.processId(), {.port = nginx.port(), .path = "/noise.wav", .bytes = bytes}});
    else
        Bench::sayLoudly(u"NOT COMPARED: nginx is not installed, or does not start"_s);
    const QString cache = data + "/cache/transcoded"_L1;
    std::vector<Contender> overTls = contenders;
    for (Contender &contender : overTls) {
        contender.wanted.secure = true;
        if (contender.process == nginx.processId())
            contender.wanted.port = nginx.tlsPort();
    }
    return compare(u"A file, from loopback"_s, contenders, plan.rounds)
        && compare(u"The same over TLS, which the client decrypts"_s, overTls, plan.rounds)
        && disturb(contenders, track, plan.roundTrips, cache)
        && disturb(overTls, track, plan.roundTrips, cache);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Measures how files are sent, beside nginx."_s);
    parser.addHelpOption();
    parser.addOption({u"markdown"_s, u"Prints tables as Markdown."_s});
    parser.addOption({u"megabytes"_s, u"Of the file."_s, u"count"_s, u"512"_s});
    parser.addOption({u"rounds"_s, u"Of each figure; the median counts."_s, u"count"_s, u"5"_s});
    parser.addOption({u"round-trips"_s, u"Of the WebSockets."_s, u"count"_s, u"2000"_s});
    parser.addOption({u"nginx"_s, u"The nginx to compare with."_s, u"program"_s,
                      QStandardPaths::findExecutable(u"nginx"_s, {u"/usr/sbin"_s})});
    parser.process(application);
    Bench::useMarkdown(parser.isSet(u"markdown"_s));
    return run({.megabytes = parser.value(u"megabytes"_s).toLongLong(),
                .rounds = parser.value(u"rounds"_s).toInt(),
                .roundTrips = parser.value(u"round-trips"_s).toInt(),
                .nginx = parser.value(u"nginx"_s)})
        ? 0
        : 1;
}
