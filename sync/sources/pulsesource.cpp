// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/pulsesource.h"

#include "sync/limits.h"
#include "sync/link/backoff.h"
#include "sync/logging.h"
#include "sync/sources/pulsemodules.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Sync::Sources {

namespace {

/// It becomes an argument of a module among others.
bool isPlain(const QString &name)
{
    return !name.isEmpty() && name.size() <= Limits::nameBytes && std::ranges::all_of(name, [](QChar letter) {
        return letter.unicode() < 128 && (letter.isLetterOrNumber() || u"_.-"_s.contains(letter));
    });
}

struct WhyNot {
    const PulseMirror &mirror;

    [[nodiscard]] QString sink(const QString &name) const
    {
        return mirror.hasSink(name) ? QString() : u"There is no sink \"%1\"."_s.arg(name);
    }
    [[nodiscard]] QString input(quint32 index) const
    {
        return mirror.hasInput(index) ? QString() : u"There is no stream %1."_s.arg(index);
    }
    [[nodiscard]] static QString volume(double volume)
    {
        return volume >= 0 && volume <= 1 ? QString() : u"A volume is 0 to 1."_s;
    }
    template <typename... Reasons> [[nodiscard]] static QString first(const Reasons &...reasons)
    {
        QString found;
        ((found = found.isEmpty() ? reasons : found), ...);
        return found;
    }

    QString operator()(const SetSinkVolume &wish) const
    {
        return first(sink(wish.sink), volume(wish.volume));
    }
    QString operator()(const SetSinkMute &wish) const { return sink(wish.sink); }
    QString operator()(const SetDefaultSink &wish) const { return sink(wish.sink); }
    QString operator()(const MoveInput &wish) const { return first(input(wish.input), sink(wish.sink)); }
    QString operator()(const MoveAll &wish) const { return sink(wish.sink); }
    QString operator()(const SetInputVolume &wish) const
    {
        return first(input(wish.input), volume(wish.volume));
    }
    QString operator()(const SetInputMute &wish) const { return input(wish.input); }
    QString operator()(const Combine &wish) const
    {
        if (!isPlain(wish.name))
            return u"A sink's name has letters, digits, '.', '_' and '-'."_s;
        if (mirror.hasSink(wish.name))
            return u"There is a sink \"%1\" already."_s.arg(wish.name);
        if (wish.sinks.isEmpty() || wish.sinks.size() > Limits::soundServerSinks)
            return u"A combined sink needs sinks to play on."_s;
        for (const QString &name : wish.sinks)
            if (const QString reason =
                    first(sink(name),
                          isPlain(name) ? QString() : u"The sink \"%1\" cannot be combined."_s.arg(name));
                !reason.isEmpty())
                return reason;
        return {};
    }
    QString operator()(const PairUp &wish) const
    {
        if (wish.left == wish.right)
            return u"A stereo pair is made of two sinks."_s;
        const Pulse::Pair parts = Pulse::pairOf(wish.name);
        for (const QString &part : {parts.left, parts.right})
            if (mirror.hasSink(part))
                return u"There is a sink \"%1\" already."_s.arg(part);
        return first((*this)(Combine{.name = wish.name, .sinks = {wish.left, wish.right}}),
                     isPlain(parts.right) ? QString() : u"This is too long for the name of a pair."_s);
    }
    QString operator()(const Uncombine &wish) const { return sink(wish.name); }
    template <typename PlayerCommand> QString operator()(const PlayerCommand &) const
    {
        return u"A sound server has no players."_s;
    }
};

} // namespace

QString whyNot(const Command &command, const PulseMirror &mirror)
{
    if (!mirror.isOnline())
        return u"The sound server is not reachable right now."_s;
    return std::visit(WhyNot{mirror}, command);
}

PulseSource::PulseSource(QString server)
    : m_server(std::move(server))
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &PulseSource::connectNow);
    connectNow();
}

PulseSource::~PulseSource()
{
    m_client.reset();
    (void)m_mirror.lose();
    for (auto &[id, promise] : m_tasks) {
        promise.addResult(u"The sound server is not reachable right now."_s);
        promise.finish();
    }
}

QFuture<QString> PulseSource::perform(const Command &command)
{
    if (const QString reason = whyNot(command, m_mirror); !reason.isEmpty())
        return answered(reason);
    if (qsizetype(m_tasks.size()) >= Limits::sourceCommandsWaiting)
        return answered(u"The sound server has too much to do already."_s);
    const quint64 id = ++m_lastTask;
    QPromise<QString> &promise = m_tasks[id];
    promise.start();
    const QFuture<QString> future = promise.future();
    m_client->carryOut(id, command);
    return future;
}

void PulseSource::connectNow()
{
    m_client = std::make_unique<PulseClient>(m_server);
    connect(m_client.get(), &PulseClient::heard, this,
            qOverload<const QList<PulseClient::Heard> &>(&PulseSource::take));
    connect(m_client.get(), &PulseClient::ended, this, &PulseSource::lose);
}

void PulseSource::lose()
{
    if (m_mirror.isOnline())
        qCInfo(sourceLog) << "The sound server is gone; trying again.";
    m_client->disconnect(this);
    m_retry.start(backoff(m_attempt++, QRandomGenerator::global()->generateDouble()));
    const QList<Event> events = m_mirror.lose();
    for (auto &[id, promise] : std::exchange(m_tasks, {})) {
        promise.addResult(whyNot(SetDefaultSink{}, m_mirror));
        promise.finish();
    }
    tell(events);
}

void PulseSource::take(const QList<PulseClient::Heard> &heard)
{
    for (const PulseClient::Heard &one : heard)
        std::visit([this](const auto &what) { take(what); }, one);
    const bool hadRoom = std::exchange(m_hasRoomAgain, m_mirror.hasRoomAgain());
    if (m_hasRoomAgain && !hadRoom)
        m_client->askAnew(); // for those beyond
    mindFull();
}

void PulseSource::take(const Pulse::News &news)
{
    const bool wasOnline = m_mirror.isOnline();
    const QList<Event> events = m_mirror.take(news);
    if (!wasOnline && m_mirror.isOnline()) {
        qCInfo(sourceLog) << "The sound server is there, with" << m_mirror.sinks().size() << "sinks.";
        m_attempt = 0;
    }
    tell(events);
}

void PulseSource::take(const PulseClient::Done &done)
{
    auto task = m_tasks.extract(done.task);
    if (task.empty())
        return;
    task.mapped().addResult(done.reason);
    task.mapped().finish();
}

void PulseSource::mindFull()
{
    if (std::exchange(m_toldFull, m_mirror.isFull()) || !m_toldFull)
        return;
    qCWarning(sourceLog) << "The sound server has more than" << Limits::soundServerInputs << "streams or"
                         << Limits::soundServerSinks << "sinks; those beyond are not minded.";
}

void PulseSource::tell(const QList<Event> &events)
{
    for (const Event &event : events)
        Q_EMIT happened(event);
}

} // namespace Sync::Sources
