// SPDX-License-Identifier: Apache-2.0
// How soon the window is there with a large library, how it scrolls, and what it and the headless program
// weigh.
#include "bench/library/trials.h"
#include "bench/support/processcost.h"
#include "bench/window/windowtrial.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[values.size() / 2];
}

QStringList wordsOf(const QString &data, const QString &music)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {u"--open"_s, data, music});
    if (!child.waitForFinished(-1) || child.exitCode() != 0)
        return {};
    return QString::fromUtf8(child.readAllStandardOutput().simplified().split('\n').last()).split(u' ');
}

bool measureWindow(const QString &data, const QString &music, int rounds)
{
    std::vector<std::vector<double>> columns(5);
    for (int round = 0; round <= rounds; ++round) {
        const QStringList words = wordsOf(data, music);
        if (words.size() != int(columns.size()))
            return false;
        for (int i = 0; round > 0 && i < words.size(); ++i) // the first one fills the page cache
            columns[size_t(i)].push_back(words[i].toDouble());
    }
    std::printf(
        "window: first frame after %.0f ms, %.0f MiB anonymous; scrolling: median %.1f, p95 %.1f, longest "
        "%.1f ms a frame\n",
        median(columns[0]), median(columns[1]) / 1024, median(columns[2]), median(columns[3]),
        median(columns[4]));
    return true;
}

bool measureHeadless(const QString &program, const QString &data, const QString &music)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(program, {u"--no-audio"_s, u"--port"_s, u"0"_s, u"--data-dir"_s, data, u"--music"_s, music});
    if (!child.waitForReadyRead(30'000))
        return false;
    const double idleSeconds = 8; // the scan is over by then
    (void)child.waitForFinished(int(idleSeconds * 1000));
    std::printf("segued: %.1f MiB anonymous\n", double(Bench::anonymousKib(child.processId())) / 1024);
    child.terminate();
    return child.waitForFinished();
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    if (argc == 4 && qstrcmp(argv[1], "--open") == 0)
        return Bench::openWindowHere(argc, argv, QString::fromLocal8Bit(argv[2]),
                                     QString::fromLocal8Bit(argv[3]));
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Opens the window over a large library."_s);
    parser.addHelpOption();
    parser.addOption({u"segued"_s, u"The headless program."_s, u"program"_s});
    parser.addOption({u"tracks"_s, u"Tracks of the library."_s, u"count"_s, u"100000"_s});
    parser.addOption({u"rounds"_s, u"Rounds that count; one more goes before."_s, u"count"_s, u"3"_s});
    parser.process(application);
    const QTemporaryDir folder;
    const QString music = folder.filePath(u"music"_s);
    QDir(folder.path()).mkpath(u"data"_s);
    const QString data = folder.filePath(u"data"_s);
    if (!Bench::fillCatalogue(data + "/catalogue.sqlite"_L1, music, parser.value(u"tracks"_s).toInt()))
        return 1;
    bool done = measureWindow(data, music, parser.value(u"rounds"_s).toInt());
    if (parser.isSet(u"segued"_s))
        done = measureHeadless(parser.value(u"segued"_s), data, music) && done;
    return done ? 0 : 1;
}
