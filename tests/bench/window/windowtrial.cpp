// SPDX-License-Identifier: Apache-2.0
#include "bench/window/windowtrial.h"

#include "app/desktop/window.h"
#include "app/process.h"
#include "app/windowedprogram.h"
#include "bench/support/processcost.h"
#include "bench/window/age.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSettings>

#include <algorithm>
#include <cstdio>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace Bench {

namespace {

constexpr int frames = 400;
constexpr double step = 700; // of the list at each frame: a screenful is new

void waitFor(const auto *sender, auto signal)
{
    QEventLoop loop;
    QObject::connect(sender, signal, &loop, &QEventLoop::quit);
    loop.exec();
}

/// The longest list that is to be seen.
QQuickItem *longestList(QQuickItem *item)
{
    QQuickItem *longest = item->inherits("QQuickListView") && item->isVisible() ? item : nullptr;
    for (QQuickItem *child : item->childItems()) {
        QQuickItem *found = longestList(child);
        if (found
            && (!longest
                || found->property("contentHeight").toDouble()
                    > longest->property("contentHeight").toDouble()))
            longest = found;
    }
    return longest;
}

std::vector<double> scroll(QQuickWindow &window)
{
    QQuickItem *const list = longestList(window.contentItem());
    std::vector<double> times;
    QElapsedTimer timer;
    for (int frame = 1; list && frame <= frames; ++frame) {
        list->setProperty("contentY", frame * step);
        timer.start();
        window.update();
        waitFor(&window, &QQuickWindow::frameSwapped);
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    return times;
}

} // namespace

int openWindowHere(int argc, char *argv[], const QString &data, const QString &music)
{
    QSettings(data + "/state.ini"_L1, QSettings::IniFormat).setValue(u"page"_s, u"tracks"_s);
    App::prepareProcess();
    const QGuiApplication application(argc, argv);
    App::Options options;
    options.music = QStringList(music);
    options.dataDir = data;
    options.port = 0;
    options.noAudio = true;
    options.theme = App::Theme::Light;
    App::WindowedProgram segue(options);
    App::Program &program = segue.program();
    Desktop::Window &window = segue.window();
    if (!window.show())
        return 1;
    waitFor(window.view(), &QQuickWindow::frameSwapped);
    const double readyMs = sinceStartMs();
    if (program.scanner().isRunning())
        waitFor(&program.scanner(), &Library::Scanner::finished);
    const std::vector<double> times = scroll(*window.view());
    if (times.empty())
        return 1;
    std::printf("%.0f %lld %.1f %.1f %.1f\n", readyMs, qlonglong(anonymousKib(getpid())),
                times[times.size() / 2], times[times.size() * 95 / 100], times.back());
    return 0;
}

} // namespace Bench
