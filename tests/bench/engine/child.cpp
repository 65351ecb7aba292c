// SPDX-License-Identifier: Apache-2.0
#include "bench/engine/child.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Bench {

namespace {

constexpr auto patience = 30s;

} // namespace

Child::Child()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process, [this] { take(); });
}

Child::~Child()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill(); // some of Qt's backends hang at the end
        m_process.waitForFinished();
    }
}

bool Child::start(QProcessEnvironment environment, const QString &engine, const QString &device)
{
    const bool isOwn = engine == "own"_L1;
    if (!isOwn)
        environment.insert(u"QT_MEDIA_BACKEND"_s, engine);
    m_process.setProcessEnvironment(environment);
    m_process.start(QCoreApplication::applicationFilePath(), {u"--play"_s, isOwn ? engine : u"qt"_s, device});
    return m_process.waitForStarted() && waitFor("ready", patience);
}

std::optional<Child::Said> Child::order(const QString &command)
{
    const auto before = m_said.size();
    const QByteArray verb = command.section(u' ', 0, 0).toUtf8();
    say(command);
    if (!waitFor(verb, patience))
        return std::nullopt;
    return *std::find_if(m_said.begin() + std::ptrdiff_t(before), m_said.end(),
                         [&](const Said &said) { return said.what == verb; });
}

bool Child::waitFor(const QByteArray &what, std::chrono::seconds time)
{
    auto heard = m_said.size();
    bool found = false;
    QEventLoop loop;
    const auto look = [&] {
        for (; heard < m_said.size() && !found; ++heard)
            found = m_said[heard].what == what;
        if (found || m_process.state() == QProcess::NotRunning)
            loop.quit();
    };
    QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &loop, look);
    QObject::connect(&m_process, &QProcess::finished, &loop, look);
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
    return found;
}

void Child::take()
{
    m_rest += m_process.readAllStandardOutput();
    for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n')) {
        const auto words = m_rest.first(end).split(' ');
        m_rest.remove(0, end + 1);
        if (words.size() == 4)
            m_said.push_back({.what = words[0],
                              .at = std::chrono::microseconds(words[1].toLongLong()),
                              .value = words[2].toLongLong(),
                              .other = words[3].toLongLong()});
    }
}

} // namespace Bench
