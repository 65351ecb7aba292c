// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/feeder.h"

#include "app/player/engine/decoder.h"

#include <algorithm>
#include <utility>

namespace Player {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

/// A sink may pull as much at once when it hears of it.
constexpr milliseconds aheadAtFirst = 250ms;

std::int64_t framesInChunk(const SoundFormat &format)
{
    return std::int64_t(Chunk::mostSamples) / format.channels;
}

/// So much of a media is to be there before it begins. At high rates a lane has no room for more.
std::int64_t framesAtFirst(const SoundFormat &format)
{
    return std::min(format.framesIn(aheadAtFirst), std::int64_t(Mixer::runChunks) * framesInChunk(format));
}

} // namespace

struct Feeder::Task {
    Feed feed;
    std::unique_ptr<Decoder> decoder;
    std::int64_t place = 0; ///< of the next frame to be decoded
    std::int64_t pushed = 0; ///< frames
    std::int64_t overlap = 0; ///< frames
    Chunk chunk{}; ///< decoded, and not pushed yet where `ready`
    bool ready = false;
    bool first = true;
    bool told = false; ///< that it is opened
    bool done = false; ///< all of it is pushed

    /// Zero where that is not sure.
    [[nodiscard]] std::int64_t total() const { return decoder->lengthIsSure() ? decoder->length() : 0; }

    void decode(const SoundFormat &format)
    {
        const auto frames = std::size_t(framesInChunk(format));
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
        chunk.total = total();
        chunk.overlap = overlap;
        chunk.exact = feed.media.gain == 1 && isAsIn(format);
        place += chunk.frames;
        ready = true;
    }

    [[nodiscard]] bool isAsIn(const SoundFormat &format) const
    {
        const SoundFormat native = decoder->native();
        return native.sampleRate == format.sampleRate && native.channels == format.channels
            && native.bits <= format.bits;
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
        m_totalBefore = 0;
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
    if (m_task && m_task->done) {
        goOn();
        return true;
    }
    if (!m_task)
        return false;
    if (step(*m_task))
        return true;
    if (m_next) {
        openNext();
        return true;
    }
    return m_nextTask && step(*m_nextTask);
}

/// One chunk further; false where there is no room for it, or none is left.
bool Feeder::step(Task &task)
{
    if (task.done)
        return false;
    if (!task.ready)
        task.decode(m_mixer->format());
    const bool hasRoom = m_mixer->hasRoomFor(task.chunk);
    if (m_cancelled)
        return hasRoom;
    if (hasRoom) {
        m_mixer->push(task.chunk);
        task.pushed += task.chunk.frames;
        task.ready = false;
        task.done = task.chunk.last;
    }
    // What was cut off may still fill the lane: that there is no room does not mean that there is enough.
    if (hasRoom && !task.told && (task.done || task.pushed >= framesAtFirst(m_mixer->format())))
        tellOpened(task);
    return hasRoom;
}

void Feeder::tellOpened(Task &task)
{
    task.told = true;
    m_mixer->letBegin(task.feed.serial);
    const auto length = m_mixer->format().timeOf(task.decoder->length());
    tell(&Feeder::opened, task.feed.serial, std::chrono::duration_cast<milliseconds>(length));
}

/// What is wanted after @p serial may be told while that is decoded, or is itself the next, or after both.
void Feeder::follow(quint32 serial, const std::optional<Feed> &feed)
{
    if (!m_mixer)
        return;
    m_next = feed;
    if (m_task && m_task->feed.serial == serial)
        m_nextTask.reset();
    if (m_task && m_task->feed.serial != serial && !(m_nextTask && m_nextTask->feed.serial == serial))
        m_task.reset(); // it had gone on to what was to come
    if (!m_task)
        goOn();
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
    return task;
}

void Feeder::openNext()
{
    const std::int64_t before = m_task ? m_task->total() : m_totalBefore;
    m_nextTask = open(*std::exchange(m_next, std::nullopt));
    if (!m_nextTask)
        return;
    // Half of either may be another fade's.
    m_nextTask->overlap =
        std::min({m_mixer->format().framesIn(m_nextTask->feed.overlap), before / 2, m_nextTask->total() / 2});
}

/// The task, if there is one, is done.
void Feeder::goOn()
{
    if (m_task) {
        const quint32 serial = m_task->feed.serial;
        if (m_task->place == 0 && m_task->feed.from == 0ms)
            tell(&Feeder::failed, serial, m_task->decoder->problem());
        else
            tell(&Feeder::decoded, serial, m_task->decoder->problem());
        m_totalBefore = m_task->total();
        m_task.reset();
    }
    if (!m_nextTask && m_next)
        openNext();
    m_task = std::move(m_nextTask);
}

} // namespace Player
