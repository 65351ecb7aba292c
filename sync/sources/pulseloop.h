// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/sources/pulseclient.h"
#include "sync/sources/pulsefacts.h"
#include "sync/sources/pulsemodules.h"

#include <functional>
#include <list>
#include <set>
#include <utility>

namespace Sync::Sources {

/// What belongs to libpulse's thread. All but coming and going happens under its lock.
class PulseClient::Loop
{
public:
    Loop(PulseClient &client, const QByteArray &server);
    ~Loop();
    Q_DISABLE_COPY_MOVE(Loop)

    void carryOut(quint64 task, const Command &command);
    void askAnew();
    [[nodiscard]] QList<Heard> takeHeard();

private:
    using Then = std::function<void()>;
    /// What waits for an answer; it goes with the connection where there is none.
    struct Question {
        Loop &loop;
        std::function<void(const void *)> each;
        std::function<void(bool)> over;
        std::list<Question>::iterator self{};
    };
    using About = std::pair<Pulse::Kind, quint32>;

    struct Lock {
        explicit Lock(pa_threaded_mainloop *held)
            : loop(held)
        {
            pa_threaded_mainloop_lock(loop);
        }
        ~Lock() { pa_threaded_mainloop_unlock(loop); }
        Q_DISABLE_COPY_MOVE(Lock)
        pa_threaded_mainloop *loop;
    };

    void mindState();
    void mindEvent(pa_subscription_event_type_t event, quint32 index);
    void tell(const Heard &heard);
    void miss();
    void wake();
    void done(quint64 task, const QString &reason = {}) { tell(Done{.task = task, .reason = reason}); }

    // Questions
    Question *question(std::function<void(const void *)> each, std::function<void(bool)> over);
    static void close(Question *question, bool good);
    static void start(pa_operation *operation, Question *question);
    template <typename Info> static void takeInfo(pa_context *, const Info *info, int end, void *data)
    {
        auto *const question = static_cast<Question *>(data);
        if (end == 0)
            question->each(info);
        else
            close(question, end > 0);
    }
    static void takeAck(pa_context *, int success, void *data)
    {
        close(static_cast<Question *>(data), success != 0);
    }
    /// Tells what has come of it.
    template <typename Info> Question *telling(Then then)
    {
        return question(
            [this](const void *info) { tell(Pulse::News(from(*static_cast<const Info *>(info)))); },
            [then = std::move(then)](bool) {
                if (then)
                    then();
            });
    }
    void ask(Pulse::Kind kind, quint32 index, const Then &then = {});
    void lose(const About &about);
    void askAgain(const About &about);
    void askDefault(const Then &then = {});
    void askAll(const Then &then = {});

    // Commands; one overload for each alternative
    void operate(quint64 task, const SetSinkVolume &wish);
    void operate(quint64 task, const SetSinkMute &wish);
    void operate(quint64 task, const SetDefaultSink &wish);
    void operate(quint64 task, const MoveInput &wish);
    void operate(quint64 task, const MoveAll &wish);
    void operate(quint64 task, const SetInputVolume &wish);
    void operate(quint64 task, const SetInputMute &wish);
    void operate(quint64 task, const Combine &wish);
    void operate(quint64 task, const PairUp &wish);
    void operate(quint64 task, const Uncombine &wish);
    void load(quint64 task, QList<Pulse::Module> modules, const QList<quint32> &loaded = {});
    void unload(QList<quint32> modules, const Then &then);
    /// What makes the sink @p name, by its @p owner.
    void takeApart(quint64 task, const QString &name, quint32 owner);
    template <typename PlayerCommand> void operate(quint64 task, const PlayerCommand &)
    {
        done(task, QStringLiteral("This is a sound server and cannot do that."));
    }
    /// Calls @p act with what is known of it, or ends the task.
    template <typename Info, typename Act> Question *finding(quint64 task, const Act &act);
    /// Goes on with @p then where the server agrees, or ends the task.
    Question *agreeing(quint64 task, const Then &then);
    [[nodiscard]] QString error() const;

    PulseClient &m_client;
    pa_threaded_mainloop *const m_loop = pa_threaded_mainloop_new();
    pa_context *m_context = nullptr;
    std::list<Question> m_questions;
    std::set<About> m_asked; ///< what is being asked about because of an event
    std::set<About> m_changed; ///< of those: what has changed since
    Pulse::Listing m_listing; ///< as far as it has come
    QList<Heard> m_heard; ///< and not taken yet
    bool m_hasTold = false; ///< that there is something to take
    bool m_missedSome = false;
};

} // namespace Sync::Sources
