// SPDX-License-Identifier: Apache-2.0
#include "bench/seeks/trial.h"

#include "support/soundserver.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace Seeks {

namespace {

QStringList childWords(const Plan &plan, const Material &material)
{
    return {u"--play"_s, material.path, plan.strategy, QString::number(plan.seeks),
            QString::number(material.durationMs())};
}

QProcessEnvironment with(QProcessEnvironment environment, const Plan &plan)
{
    environment.insert(u"QT_MEDIA_BACKEND"_s, plan.backend);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    return environment;
}

std::vector<Step> stepsFrom(const QByteArray &told, bool *done)
{
    std::vector<Step> steps;
    for (const auto &line : told.split('\n')) {
        const auto words = line.split(' ');
        if (words.size() != 3)
            continue;
        const std::chrono::microseconds at(words[1].toLongLong());
        const int value = words[2].toInt();
        if (words[0] == "start" || words[0] == "seek")
            steps.push_back({.at = at, .isStart = words[0] == "start", .targetMs = value, .said = {}});
        else if (words[0] == "position" && !steps.empty())
            steps.back().said.push_back({at, value});
        else if (words[0] == "done")
            *done = true;
    }
    return steps;
}

QString endOf(const QProcess &child, bool done)
{
    if (child.exitStatus() == QProcess::CrashExit)
        return done ? u"crashed at exit, signal %1"_s.arg(child.exitCode())
                    : u"crashed, signal %1"_s.arg(child.exitCode());
    return child.exitCode() == 0 ? QString() : u"exit code %1"_s.arg(child.exitCode());
}

/// The monitor of a fresh sink speaks late the first time.
void waitForSound(const Testing::Recorder &recorder)
{
    QEventLoop loop;
    QObject::connect(&recorder, &Testing::Recorder::grown, &loop, &QEventLoop::quit);
    QObject::connect(&recorder, &Testing::Recorder::ended, &loop, &QEventLoop::quit);
    loop.exec();
}

void runChild(QProcess &child, const QStringList &words)
{
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QEventLoop loop;
    QObject::connect(&child, &QProcess::finished, &loop, &QEventLoop::quit);
    child.start(QCoreApplication::applicationFilePath(), words);
    loop.exec();
}

} // namespace

Outcome tryOut(const Plan &plan, const Material &material)
{
    Outcome outcome{.starts = {}, .seeks = {}, .asked = plan.seeks, .crashed = false, .end = {}};
    Testing::SoundServer server;
    if (!server.start()) {
        outcome.end = server.why();
        return outcome;
    }
    Testing::Recorder recorder(server.environment(), u"a"_s);
    waitForSound(recorder);
    QProcess child;
    child.setProcessEnvironment(with(server.environment(), plan));
    runChild(child, childWords(plan, material));
    bool done = false;
    const auto steps = stepsFrom(child.readAllStandardOutput(), &done);
    outcome.crashed = child.exitStatus() == QProcess::CrashExit;
    outcome.end = endOf(child, done);
    const Listener listener(material, recorder.recording(), recorder.origin());
    for (const auto &step : steps)
        (step.isStart ? outcome.starts : outcome.seeks).push_back(listener.judge(step));
    return outcome;
}

QString tryWithoutSound(const Plan &plan, const Material &material)
{
    QProcess child;
    child.setProcessEnvironment(with(Testing::environmentWithoutSound(), plan));
    runChild(child, childWords(plan, material));
    bool done = false;
    const auto steps = stepsFrom(child.readAllStandardOutput(), &done);
    QStringList words;
    for (const auto &step : steps) {
        if (!step.said.empty())
            words << u"%1 from %2 reached %3"_s.arg(step.isStart ? u"start"_s : u"seek"_s)
                         .arg(step.targetMs)
                         .arg(step.said.back().positionMs);
    }
    const auto end = endOf(child, done);
    return words.join(u", "_s) + (end.isEmpty() ? QString() : u"; "_s + end);
}

} // namespace Seeks
