// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/timelineoutput.h"

#include "app/player/logging.h"

#include <algorithm>
#include <utility>

namespace Player {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds letGoAfter = 5s; // a sink that is opened anew costs 10 ms
constexpr milliseconds claimedWithin = 2s;
constexpr milliseconds alignedAgainAfter = 5ms;

} // namespace

TimelineOutput::TimelineOutput(QObject *parent)
    : Output(parent)
{
    for (QTimer *timer : {&m_due, &m_alignAgain, &m_unused, &m_unclaimed})
        timer->setSingleShot(true);
    m_due.setTimerType(Qt::PreciseTimer);
    m_alignAgain.setInterval(alignedAgainAfter);
    m_unused.setInterval(letGoAfter);
    m_unclaimed.setInterval(claimedWithin);
    connect(&m_due, &QTimer::timeout, this, &TimelineOutput::hear);
    connect(&m_alignAgain, &QTimer::timeout, this, &TimelineOutput::align);
    connect(&m_unused, &QTimer::timeout, this, &TimelineOutput::closeSink);
    connect(&m_unclaimed, &QTimer::timeout, this, [this] {
        if (m_ahead)
            halt();
    });
    connect(&m_sink, &DeviceSink::changed, this, [this] {
        if (m_sink.isOpen() || m_condition == Condition::Loading)
            moveSink();
    });
    connect(&m_sink, &DeviceSink::unplugged, this, [this] {
        if (isAtWork() && !m_wantPaused)
            Q_EMIT unplugged();
    });
    connect(&m_sink, &DeviceSink::noticed, this, &Output::deviceNotice);
    connect(&m_feeder, &Feeder::opened, this, &TimelineOutput::takeOpened);
    connect(&m_feeder, &Feeder::failed, this, [this](quint32 serial, const QString &sentence) {
        if (m_run && m_run->serial == serial)
            m_ahead ? halt() : fail(sentence); // whoever asks for it will hear why
    });
    connect(&m_feeder, &Feeder::decoded, this, &TimelineOutput::takeProblem);
}

TimelineOutput::~TimelineOutput() { closeSink(); }

void TimelineOutput::start(const Media &media, milliseconds from, bool paused)
{
    if (std::exchange(m_ahead, false) && media == m_run->media && from < nearEnough) {
        become(Condition::Sounding);
        takeProblem(m_run->serial, m_run->problem);
        if (paused)
            pause();
        return;
    }
    if (!paused && claims(media, from)) {
        m_claimed = true;
        return;
    }
    m_claimed = false;
    m_run = Run{.media = media};
    m_next.reset();
    m_place = std::max(from, 0ms);
    m_wantPaused = paused;
    become(Condition::Loading);
    begin();
}

/// Plays the run from where it is to begin.
void TimelineOutput::begin()
{
    takeClaimed();
    m_run->serial = ++m_lastSerial;
    m_run->isOpen = false;
    m_isHeld = m_timeline && !m_wantPaused;
    m_place = std::max(m_place, 0ms);
    m_heard.reset();
    m_ebb.reset();
    m_marks.clear();
    if (!m_sink.isSettled())
        return; // its change comes here again
    openSink();
    m_sink.mixer()->hold(m_isHeld ? m_run->serial : 0);
    m_sink.mixer()->setWanted(m_run->serial);
    m_sink.mixer()->setPaused(m_wantPaused);
    m_sink.cut();
    if (m_wantPaused)
        m_unused.start();
    m_feeder.play({.serial = m_run->serial, .media = m_run->media, .from = m_place}, m_sink.mixer());
    orderNext();
    align();
}

void TimelineOutput::setNext(const std::optional<Media> &media, milliseconds crossfade)
{
    if (!m_run || m_ahead)
        return;
    if (m_claimed) {
        m_afterClaimed = media ? std::optional(Run{.media = *media, .crossfade = crossfade}) : std::nullopt;
        return;
    }
    const bool same = m_next ? media == m_next->media && crossfade == m_next->crossfade : !media;
    if (same)
        return;
    m_next = media ? std::optional(Run{.media = *media, .crossfade = crossfade}) : std::nullopt;
    if (m_sink.isOpen())
        orderNext();
}

void TimelineOutput::orderNext()
{
    m_lastSerial += (m_lastSerial - m_run->serial) % 2 == 0 ? 1 : 2; // the other lane's
    m_sink.mixer()->setWanted(m_lastSerial, m_run->serial);
    if (m_next)
        m_next->serial = m_lastSerial;
    m_feeder.setNext(m_run->serial,
                     m_next
                         ? std::optional(Feed{
                               .serial = m_lastSerial, .media = m_next->media, .overlap = m_next->crossfade})
                         : std::nullopt);
}

void TimelineOutput::pause()
{
    m_wantPaused = true;
    if (m_sink.isOpen())
        m_sink.mixer()->setPaused(true);
    if (m_condition == Condition::Sounding) {
        const Ebb ebb{.place = heardAt(), .since = std::chrono::steady_clock::now()};
        if (const auto unheard = m_sink.cut()) { // it is wanted again on resuming
            m_place = std::chrono::duration_cast<milliseconds>(placeAt(*unheard));
            begin();
            m_ebb = ebb;
        }
    }
    if (m_condition == Condition::Sounding || (m_condition == Condition::Loading && m_run->isOpen))
        become(Condition::Paused);
}

void TimelineOutput::resume()
{
    m_wantPaused = false;
    if (m_condition != Condition::Paused)
        return;
    m_unused.stop();
    if (!m_sink.isOpen())
        return moveSink();
    m_sink.mixer()->setPaused(false);
    m_sink.hurry();
    become(Condition::Sounding);
}

void TimelineOutput::seek(milliseconds to)
{
    m_place = std::max(to, 0ms);
    if (isAtWork())
        begin();
}

void TimelineOutput::stop()
{
    halt();
    m_place = 0ms;
    become(Condition::Idle);
}

void TimelineOutput::halt()
{
    m_place = position();
    if (m_sink.isOpen()) {
        m_sink.mixer()->setWanted(++m_lastSerial);
        m_sink.cut();
    }
    m_feeder.stop();
    m_run.reset();
    m_next.reset();
    m_heard.reset();
    m_ahead = false;
    m_claimed = false;
    m_unused.start();
}

void TimelineOutput::setVolume(double volume)
{
    m_volume = std::clamp(volume, 0.0, 1.0);
    if (m_sink.isOpen())
        m_sink.mixer()->setGain(gainAt(m_volume));
}

void TimelineOutput::setEqualization(const Equalization &equalization)
{
    m_equalization = equalization;
    if (m_sink.isOpen())
        m_sink.mixer()->setEqualization(equalization);
}

milliseconds TimelineOutput::position() const { return std::chrono::duration_cast<milliseconds>(heardAt()); }

Delays TimelineOutput::delays() const { return {.start = 27ms, .jump = 27ms}; }

void TimelineOutput::openSink()
{
    m_unused.stop();
    if (m_sink.isOpen())
        return;
    m_sink.open(
        {.marked =
             [this] { QMetaObject::invokeMethod(this, &TimelineOutput::takeMarks, Qt::QueuedConnection); },
         .pulled = [this] { m_feeder.wake(); }});
    setVolume(m_volume);
    setEqualization(m_equalization);
    if (m_timeline)
        m_sink.setPace(0);
}

void TimelineOutput::closeSink()
{
    m_place = position();
    if (std::exchange(m_ahead, false))
        m_run.reset();
    m_heard.reset();
    m_feeder.stop();
    m_marks.clear();
    m_sink.close();
}

/// Goes on where it was, on the best device there is now.
void TimelineOutput::moveSink()
{
    closeSink();
    if (!isAtWork())
        return;
    if (!m_wantPaused)
        become(Condition::Loading);
    begin();
}

void TimelineOutput::takeOpened(quint32 serial, milliseconds length)
{
    if (m_next && m_next->serial == serial)
        m_next->length = length;
    if (!m_run || m_run->serial != serial)
        return;
    m_run->length = length;
    m_run->isOpen = true;
    if (m_wantPaused && m_condition == Condition::Loading)
        become(Condition::Paused);
    if (!m_wantPaused && !m_isHeld)
        m_sink.hurry();
}

void TimelineOutput::takeProblem(quint32 serial, const QString &problem)
{
    if (m_run && m_run->serial == serial && !m_ahead && !problem.isEmpty())
        Q_EMIT flawed(problem);
    for (std::optional<Run> *run : {&m_run, &m_next}) // nobody has asked for it yet
        if (*run && (*run)->serial == serial)
            (*run)->problem = problem;
}

void TimelineOutput::fail(const QString &sentence)
{
    halt();
    qCWarning(playerLog).noquote() << sentence;
    become(Condition::Failed);
    Q_EMIT failed(sentence);
}

void TimelineOutput::become(Condition condition)
{
    if (std::exchange(m_condition, condition) != condition)
        Q_EMIT conditionChanged();
}

} // namespace Player
