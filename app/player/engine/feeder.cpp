// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/feeder.h"

#include "app/player/engine/decoder.h"

#include <utility>

namespace Player {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

struct Feeder::Task {
    Feed feed;
    std::unique_ptr<Decoder> decoder;
    std::int64_t place = 0; ///< of the next frame to be decoded
    Chunk chunk{}; ///< decoded, and not pushed yet where `ready`
    bool ready = false;
    bool first = true;

    void decode(const SoundFormat &format)
    {
        const std::size_t frames = Chunk::mostSamples / std::size_t(format.channels);
        const std::size_t samples = frames * std::size_t(format.channels);
        chunk.serial = feed.serial;
        chunk.place = place;
        chunk.frames = int(decoder->read(std::span(chunk.samples).first(samples)));
        if (feed.media.gain != 1)
            for (float &sample : chunk.samples)
                sample *= feed.media.gain;
        chunk.first = std::exchange(first, false);
        chunk.fadesIn = chunk.first && feed.from > 0ms;
        chunk.last = std::size_t(chunk.frames) < frames;
        place += chunk.frames;
        ready = true;
    }
};

Feeder::Feeder(QObject *parent)
    : QObject(parent)
    , m_thread([this] { run(); })
{
}

Feeder::~Feeder()
{
    order([](Orders &orders) { orders.quit = true; });
}

void Feeder::play(const Feed &feed, const std::shared_ptr<Mixer> &mixer)
{
    order([&](Orders &orders) { orders = {.play = feed, .mixer = mixer}; });
}

void Feeder::setNext(quint32 serial, const std::optional<Feed> &feed)
{
    order([&](Orders &orders) { orders.next.emplace(serial, feed); });
}

void Feeder::stop()
{
    order([](Orders &orders) { orders = {.stop = true}; });
}

void Feeder::order(const std::function<void(Orders &)> &change)
{
    const std::scoped_lock lock(m_mutex);
    change(m_orders);
    if (m_orders.play || m_orders.stop || m_orders.quit)
        m_cancelled = true;
    wake();
}

void Feeder::wake()
{
    m_wakes.fetch_add(1);
    m_wakes.notify_one();
}

template <typename Signal, typename... Values> void Feeder::tell(Signal signal, const Values &...values)
{
    QMetaObject::invokeMethod(
        this, [this, signal, values...] { Q_EMIT(this->*signal)(values...); }, Qt::QueuedConnection);
}

void Feeder::run()
{
    for (;;) {
        const quint32 seen = m_wakes;
        if (!obey())
            return;
        if (!work())
            m_wakes.wait(seen);
    }
}

bool Feeder::obey()
{
    Orders orders;
    {
        const std::scoped_lock lock(m_mutex);
        orders = std::exchange(m_orders, {});
        m_cancelled = false;
    }
    if (orders.play || orders.stop || orders.quit) {
        m_task.reset();
        m_nextTask.reset();
        m_next.reset();
        m_mixer = orders.mixer;
    }
    if (orders.play)
        m_task = open(*orders.play);
    if (orders.next)
        follow(orders.next->first, orders.next->second);
    return !orders.quit;
}

/// True where there may be more to do at once.
bool Feeder::work()
{
    if (m_task) {
        if (!m_task->ready)
            m_task->decode(m_mixer->format());
        if (!m_mixer->hasRoomFor(m_task->chunk))
            return prepare();
        if (m_cancelled)
            return true;
        m_mixer->push(m_task->chunk);
        m_task->ready = false;
        if (m_task->chunk.last)
            finish();
        return true;
    }
    return false;
}

/// Opens what comes next while there is nothing else to do.
bool Feeder::prepare()
{
    if (!m_next)
        return false;
    m_nextTask = open(*std::exchange(m_next, std::nullopt));
    if (m_nextTask)
        m_nextTask->decode(m_mixer->format());
    return true;
}

void Feeder::follow(quint32 serial, const std::optional<Feed> &feed)
{
    if (!m_mixer)
        return;
    m_nextTask.reset();
    m_next = feed;
    if (m_task && m_task->feed.serial != serial) // it had gone on to what was to come
        m_task.reset();
    if (!m_task && m_next)
        m_task = open(*std::exchange(m_next, std::nullopt));
}

std::unique_ptr<Feeder::Task> Feeder::open(const Feed &feed)
{
    auto opened = Decoder::open(feed.media, m_cancelled);
    if (m_cancelled)
        return nullptr;
    if (const QString *sentence = std::get_if<QString>(&opened)) {
        tell(&Feeder::failed, feed.serial, *sentence);
        return nullptr;
    }
    auto task = std::make_unique<Task>();
    task->feed = feed;
    task->decoder = std::move(std::get<std::unique_ptr<Decoder>>(opened));
    task->decoder->setFormat(m_mixer->format());
    task->place = m_mixer->format().framesIn(feed.from);
    if (task->place > 0)
        task->decoder->seek(task->place);
    const auto length = m_mixer->format().timeOf(task->decoder->length());
    tell(&Feeder::opened, feed.serial, std::chrono::duration_cast<milliseconds>(length));
    return task;
}

void Feeder::finish()
{
    const quint32 serial = m_task->feed.serial;
    if (m_task->chunk.first && m_task->chunk.frames == 0 && m_task->feed.from == 0ms)
        tell(&Feeder::failed, serial, m_task->decoder->problem());
    else
        tell(&Feeder::decoded, serial, m_task->decoder->problem());
    m_task = std::move(m_nextTask);
    if (!m_task && m_next)
        m_task = open(*std::exchange(m_next, std::nullopt));
}

} // namespace Player
