// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/engine/mixer.h"
#include "app/player/media.h"

#include <QObject>

#include <memory>
#include <mutex>
#include <thread>

namespace Player {

class Decoder;

/// What a feeder is to decode.
struct Feed {
    quint32 serial = 0;
    Media media;
    std::chrono::milliseconds from{0};
    std::chrono::milliseconds overlap{0}; ///< how long before the end of what it follows it may begin
};

/// Decodes into a mixer on a thread of its own: one media and, as far as its lane has room, the next. Signals
/// come in the thread it was made in.
class Feeder : public QObject
{
    Q_OBJECT

public:
    explicit Feeder(QObject *parent = nullptr);
    ~Feeder() override;
    Q_DISABLE_COPY_MOVE(Feeder)

    /// Instead of all that came before.
    void play(const Feed &feed, const std::shared_ptr<Mixer> &mixer);
    /// What comes after @p serial, instead of what was to come. Its own serial is even where that is odd.
    void setNext(quint32 serial, const std::optional<Feed> &feed);
    /// Lets go of the files and of the mixer.
    void stop();
    /// Of any thread: the mixer may have room again.
    void wake();

Q_SIGNALS:
    /// Its beginning is in the mixer. @p length is zero where it is not known.
    void opened(quint32 serial, std::chrono::milliseconds length);
    void failed(quint32 serial, const QString &sentence);
    /// All of it is decoded; @p problem says what was wrong with it, where something was.
    void decoded(quint32 serial, const QString &problem);

private:
    struct Task;
    struct Orders {
        std::optional<Feed> play;
        std::optional<std::pair<quint32, std::optional<Feed>>> next;
        std::shared_ptr<Mixer> mixer;
        bool stop = false;
        bool quit = false;
    };

    void order(const std::function<void(Orders &)> &change);
    void run();
    [[nodiscard]] bool obey();
    [[nodiscard]] bool work();
    void follow(quint32 serial, const std::optional<Feed> &feed);
    [[nodiscard]] std::unique_ptr<Task> open(const Feed &feed);
    [[nodiscard]] bool step(Task &task);
    void tellOpened(Task &task);
    void openNext();
    void goOn();
    template <typename Signal, typename... Values> void tell(Signal signal, const Values &...values);

    std::mutex m_mutex;
    Orders m_orders; ///< under the mutex
    std::atomic_bool m_cancelled = false; ///< what the thread is at is not wanted any more
    std::atomic<quint32> m_wakes = 0;

    // The thread's.
    std::shared_ptr<Mixer> m_mixer;
    std::unique_ptr<Task> m_task;
    std::unique_ptr<Task> m_nextTask;
    std::optional<Feed> m_next; ///< not opened yet
    std::int64_t m_totalBefore = 0; ///< frames of what was decoded before the task; zero where not sure
    std::jthread m_thread; // last: it uses the others
};

} // namespace Player
