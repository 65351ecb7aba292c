// SPDX-License-Identifier: Apache-2.0
#include "app/player/engineoutput.h"

#include "app/player/engine/timelineoutput.h"
#include "app/player/mediaplayeroutput.h"

namespace Player {

using std::chrono::milliseconds;

EngineOutput::EngineOutput(std::optional<Engine> forced, QObject *parent)
    : Output(parent)
    , m_forced(forced)
    , m_engine(forced.value_or(Engine::Timeline))
{
    use(m_engine); // so that the first track need not wait for it
}

EngineOutput::~EngineOutput()
{
    for (Output *output : {m_timeline.get(), m_mediaPlayer.get()})
        if (output)
            output->disconnect(this); // it may speak while it dies
}

void EngineOutput::start(const Media &media, milliseconds from, bool paused)
{
    m_media = media;
    m_from = from;
    m_paused = paused;
    m_opened = false;
    m_refusal.reset();
    use(engineFor(media, m_forced, false));
    m_output->setTimeline(m_line);
    m_output->start(media, from, paused);
}

void EngineOutput::use(Engine engine)
{
    std::unique_ptr<Output> &output = outputOf(engine);
    if (!output)
        output = made(engine);
    if (m_output && m_output != output.get())
        m_output->stop();
    m_engine = engine;
    m_output = output.get();
}

std::unique_ptr<Output> &EngineOutput::outputOf(Engine engine)
{
    return engine == Engine::Timeline ? m_timeline : m_mediaPlayer;
}

std::unique_ptr<Output> EngineOutput::made(Engine engine)
{
    std::unique_ptr<Output> output;
    if (engine == Engine::Timeline)
        output = std::make_unique<TimelineOutput>();
    else
        output = std::make_unique<MediaPlayerOutput>();
    const auto inUse = [this, from = output.get()] { return from == m_output; };
    connect(output.get(), &Output::conditionChanged, this, [this, inUse] {
        if (condition() == Condition::Sounding || condition() == Condition::Paused) {
            m_opened = true;
            m_refusal.reset();
        }
        if (inUse())
            Q_EMIT conditionChanged();
    });
    connect(output.get(), &Output::ended, this, [this, inUse] {
        if (inUse())
            Q_EMIT ended();
    });
    connect(output.get(), &Output::failed, this, [this, inUse](const QString &sentence) {
        if (inUse())
            fail(sentence);
    });
    connect(output.get(), &Output::flawed, this, &Output::flawed);
    connect(output.get(), &Output::deviceNotice, this, &Output::deviceNotice);
    connect(output.get(), &Output::unplugged, this, &Output::unplugged);
    output->setVolume(m_volume);
    output->setDevice(m_device);
    output->setEqualization(m_equalization);
    return output;
}

void EngineOutput::fail(const QString &sentence)
{
    if (m_opened || m_engine == engineFor(m_media, m_forced, true))
        return Q_EMIT failed(m_refusal.value_or(sentence));
    m_refusal = sentence;
    use(engineFor(m_media, m_forced, true));
    m_output->start(m_media, m_from, m_paused);
}

void EngineOutput::pause()
{
    m_paused = true;
    m_output->pause();
}

void EngineOutput::resume()
{
    m_paused = false;
    m_output->resume();
}

void EngineOutput::seek(milliseconds to)
{
    m_from = to;
    m_output->seek(to);
}

void EngineOutput::stop() { m_output->stop(); }

void EngineOutput::setVolume(double volume)
{
    m_volume = volume;
    for (Output *output : {m_timeline.get(), m_mediaPlayer.get()})
        if (output)
            output->setVolume(volume);
}

void EngineOutput::setDevice(const SoundDevice &device)
{
    m_device = device;
    for (Output *output : {m_timeline.get(), m_mediaPlayer.get()})
        if (output)
            output->setDevice(device);
}

void EngineOutput::setEqualization(const Equalization &equalization)
{
    m_equalization = equalization;
    for (Output *output : {m_timeline.get(), m_mediaPlayer.get()})
        if (output)
            output->setEqualization(equalization);
}

void EngineOutput::setTimeline(const std::optional<Timeline> &timeline)
{
    m_line = timeline;
    m_output->setTimeline(timeline);
}

void EngineOutput::setNext(const std::optional<Media> &media, milliseconds crossfade)
{
    const bool same = media && engineFor(*media, m_forced, false) == m_engine;
    m_output->setNext(same ? media : std::nullopt, crossfade);
}

milliseconds EngineOutput::position() const { return m_output->position(); }

Condition EngineOutput::condition() const { return m_output->condition(); }

} // namespace Player
