// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/pulseclient.h"

#include "sync/limits.h"

#include <QCoreApplication>

#include <pulse/pulseaudio.h>

#include <algorithm>
#include <functional>
#include <list>
#include <set>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace Sync::Sources {

namespace {

constexpr const char *combining = "module-combine-sink";

QString textFrom(const char *text) { return QString::fromUtf8(text).left(Limits::sourceTextLength); }

/// As PulseAudio's own programs show it: a part of the normal volume, of the loudest channel.
double partOf(const pa_cvolume &volume) { return double(pa_cvolume_max(&volume)) / PA_VOLUME_NORM; }

/// The same balance as before.
pa_cvolume scaled(pa_cvolume volume, double part)
{
    pa_cvolume_scale(&volume, pa_volume_t(part * PA_VOLUME_NORM + 0.5));
    return volume;
}

SinkFacts::State stateFrom(pa_sink_state_t state)
{
    if (state == PA_SINK_RUNNING)
        return SinkFacts::State::Running;
    return state == PA_SINK_IDLE ? SinkFacts::State::Idle : SinkFacts::State::Suspended;
}

Pulse::Sink from(const pa_sink_info &sink)
{
    return {.index = sink.index,
            .name = QString::fromUtf8(sink.name),
            .description = textFrom(sink.description),
            .state = stateFrom(sink.state),
            .volume = partOf(sink.volume),
            .muted = sink.mute != 0};
}

Pulse::Input from(const pa_sink_input_info &input)
{
    const QString what = textFrom(input.name);
    const QString program = textFrom(pa_proplist_gets(input.proplist, PA_PROP_APPLICATION_NAME));
    return {.index = input.index,
            .name =
                program.isEmpty() || what.contains(program) ? u""_s + what : u"%1: %2"_s.arg(program, what),
            .sink = input.sink,
            .volume = partOf(input.volume),
            .muted = input.mute != 0};
}

Pulse::Card from(const pa_card_info &card)
{
    return {.index = card.index,
            .name = textFrom(card.name),
            .profile = card.active_profile2 ? textFrom(card.active_profile2->name) : u""_s};
}

} // namespace

/// What belongs to libpulse's thread. All but coming and going happens under its lock.
class PulseClient::Loop
{
public:
    Loop(PulseClient &client, const QByteArray &server);
    ~Loop();
    Q_DISABLE_COPY_MOVE(Loop)

    void carryOut(quint64 task, const Command &command);
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
    void operate(quint64 task, const Uncombine &wish);
    template <typename PlayerCommand> void operate(quint64 task, const PlayerCommand &)
    {
        done(task, u"This is a sound server and cannot do that."_s);
    }
    /// Calls @p act with what is known of it, or ends the task.
    template <typename Info, typename Act> Question *finding(quint64 task, Act act);
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

PulseClient::Loop::Loop(PulseClient &client, const QByteArray &server)
    : m_client(client)
{
    const QByteArray name = QCoreApplication::applicationName().toUtf8();
    m_context = pa_context_new(pa_threaded_mainloop_get_api(m_loop), name.constData());
    pa_context_set_state_callback(
        m_context, [](pa_context *, void *self) { static_cast<Loop *>(self)->mindState(); }, this);
    pa_context_set_subscribe_callback(
        m_context,
        [](pa_context *, pa_subscription_event_type_t event, uint32_t index, void *self) {
            static_cast<Loop *>(self)->mindEvent(event, index);
        },
        this);
    // A refusal is told twice, here and to the callback: the second is enough.
    std::ignore = pa_context_connect(m_context, server.isEmpty() ? nullptr : server.constData(),
                                     PA_CONTEXT_NOAUTOSPAWN, nullptr);
    pa_threaded_mainloop_start(m_loop);
}

PulseClient::Loop::~Loop()
{
    pa_threaded_mainloop_stop(m_loop);
    pa_context_set_state_callback(m_context, nullptr, nullptr);
    pa_context_disconnect(m_context);
    pa_context_unref(m_context);
    pa_threaded_mainloop_free(m_loop);
}

void PulseClient::Loop::mindState()
{
    const pa_context_state_t state = pa_context_get_state(m_context);
    if (state == PA_CONTEXT_READY) {
        const auto events = pa_subscription_mask_t(PA_SUBSCRIPTION_MASK_SINK | PA_SUBSCRIPTION_MASK_SINK_INPUT
                                                   | PA_SUBSCRIPTION_MASK_CARD | PA_SUBSCRIPTION_MASK_SERVER);
        pa_operation_unref(pa_context_subscribe(m_context, events, nullptr, nullptr));
        askAll();
    } else if (!PA_CONTEXT_IS_GOOD(state)) {
        QMetaObject::invokeMethod(&m_client, &PulseClient::ended, Qt::QueuedConnection);
    }
}

void PulseClient::Loop::mindEvent(pa_subscription_event_type_t event, quint32 index)
{
    const auto facility = event & PA_SUBSCRIPTION_EVENT_FACILITY_MASK;
    if (facility == PA_SUBSCRIPTION_EVENT_SERVER)
        return askDefault();
    const Pulse::Kind kind = facility == PA_SUBSCRIPTION_EVENT_SINK ? Pulse::Kind::Sink
        : facility == PA_SUBSCRIPTION_EVENT_CARD                    ? Pulse::Kind::Card
                                                                    : Pulse::Kind::Input;
    if ((event & PA_SUBSCRIPTION_EVENT_TYPE_MASK) == PA_SUBSCRIPTION_EVENT_REMOVE)
        return lose({kind, index});
    askAgain({kind, index});
}

/// Also out of a list that is being told right now.
void PulseClient::Loop::lose(const About &about)
{
    const auto isIt = [index = about.second](const auto &one) { return one.index == index; };
    switch (about.first) {
    case Pulse::Kind::Sink:
        m_listing.sinks.removeIf(isIt);
        break;
    case Pulse::Kind::Input:
        m_listing.inputs.removeIf(isIt);
        break;
    case Pulse::Kind::Card:
        m_listing.cards.removeIf(isIt);
        break;
    }
    tell(Pulse::News(Pulse::Gone{.kind = about.first, .index = about.second}));
}

/// Once at a time: a volume that is being turned tells of itself more often than it can be asked for.
void PulseClient::Loop::askAgain(const About &about)
{
    if (m_asked.contains(about)) {
        m_changed.insert(about);
        return;
    }
    if (qsizetype(m_asked.size()) >= Limits::soundServerNews) {
        m_missedSome = true;
        return;
    }
    m_asked.insert(about);
    ask(about.first, about.second, [this, about] {
        m_asked.erase(about);
        if (m_changed.erase(about) > 0)
            askAgain(about);
    });
}

void PulseClient::Loop::tell(const Heard &heard)
{
    const bool isAnswer = std::holds_alternative<Done>(heard);
    if (m_heard.size() >= Limits::soundServerNews && !isAnswer) {
        // Nobody listens for long: all that is left of it in the end is how it is then.
        m_heard.removeIf([](const Heard &one) { return std::holds_alternative<Pulse::News>(one); });
        m_missedSome = true;
    }
    if (!m_missedSome || isAnswer)
        m_heard.append(heard);
    if (!std::exchange(m_hasTold, true))
        QMetaObject::invokeMethod(&m_client, &PulseClient::drain, Qt::QueuedConnection);
}

QList<PulseClient::Heard> PulseClient::Loop::takeHeard()
{
    const Lock lock(m_loop);
    m_hasTold = false;
    if (std::exchange(m_missedSome, false))
        askAll();
    return std::exchange(m_heard, {});
}

PulseClient::Loop::Question *PulseClient::Loop::question(std::function<void(const void *)> each,
                                                         std::function<void(bool)> over)
{
    Question &question =
        m_questions.emplace_back(Question{.loop = *this, .each = std::move(each), .over = std::move(over)});
    question.self = std::prev(m_questions.end());
    return &question;
}

void PulseClient::Loop::close(Question *question, bool good)
{
    const auto over = std::move(question->over);
    question->loop.m_questions.erase(question->self);
    over(good);
}

void PulseClient::Loop::start(pa_operation *operation, Question *question)
{
    if (operation)
        pa_operation_unref(operation);
    else
        close(question, false);
}

void PulseClient::Loop::ask(Pulse::Kind kind, quint32 index, const Then &then)
{
    switch (kind) {
    case Pulse::Kind::Sink: {
        Question *const sink = telling<pa_sink_info>(then);
        return start(pa_context_get_sink_info_by_index(m_context, index, takeInfo<pa_sink_info>, sink), sink);
    }
    case Pulse::Kind::Input: {
        Question *const input = telling<pa_sink_input_info>(then);
        return start(pa_context_get_sink_input_info(m_context, index, takeInfo<pa_sink_input_info>, input),
                     input);
    }
    case Pulse::Kind::Card: {
        Question *const card = telling<pa_card_info>(then);
        return start(pa_context_get_card_info_by_index(m_context, index, takeInfo<pa_card_info>, card), card);
    }
    }
}

void PulseClient::Loop::askDefault(const Then &then)
{
    Question *const server = question(
        [this](const void *info) {
            const char *const name = static_cast<const pa_server_info *>(info)->default_sink_name;
            tell(Pulse::News(Pulse::DefaultSink{.name = QString::fromUtf8(name)}));
        },
        [then](bool) {
            if (then)
                then();
        });
    start(pa_context_get_server_info(
              m_context,
              [](pa_context *, const pa_server_info *info, void *data) {
                  auto *const asked = static_cast<Question *>(data);
                  if (info)
                      asked->each(info);
                  close(asked, info != nullptr);
              },
              server),
          server);
}

/// The answers come in the order of the questions.
void PulseClient::Loop::askAll(const Then &then)
{
    const auto ignore = [](bool) { };
    Question *const server = question(
        [this](const void *info) {
            m_listing = {};
            m_listing.defaultSink =
                QString::fromUtf8(static_cast<const pa_server_info *>(info)->default_sink_name);
        },
        ignore);
    start(pa_context_get_server_info(
              m_context,
              [](pa_context *, const pa_server_info *info, void *data) {
                  auto *const asked = static_cast<Question *>(data);
                  if (info)
                      asked->each(info);
                  close(asked, info != nullptr);
              },
              server),
          server);
    Question *const sinks = question(
        [this](const void *info) { m_listing.sinks.append(from(*static_cast<const pa_sink_info *>(info))); },
        ignore);
    start(pa_context_get_sink_info_list(m_context, takeInfo<pa_sink_info>, sinks), sinks);
    Question *const cards = question(
        [this](const void *info) { m_listing.cards.append(from(*static_cast<const pa_card_info *>(info))); },
        ignore);
    start(pa_context_get_card_info_list(m_context, takeInfo<pa_card_info>, cards), cards);
    Question *const inputs = question(
        [this](const void *info) {
            m_listing.inputs.append(from(*static_cast<const pa_sink_input_info *>(info)));
        },
        [this, then](bool good) {
            if (good)
                tell(Pulse::News(std::exchange(m_listing, {})));
            if (then)
                then();
        });
    start(pa_context_get_sink_input_info_list(m_context, takeInfo<pa_sink_input_info>, inputs), inputs);
}

QString PulseClient::Loop::error() const
{
    return u"The sound server refuses: %1."_s.arg(
        QString::fromUtf8(pa_strerror(pa_context_errno(m_context))));
}

template <typename Info, typename Act>
PulseClient::Loop::Question *PulseClient::Loop::finding(quint64 task, Act act)
{
    return question([act](const void *info) { act(*static_cast<const Info *>(info)); },
                    [this, task](bool found) {
                        if (!found)
                            done(task, error());
                    });
}

PulseClient::Loop::Question *PulseClient::Loop::agreeing(quint64 task, const Then &then)
{
    return question({}, [this, task, then](bool good) {
        if (good)
            then();
        else
            done(task, error());
    });
}

void PulseClient::Loop::carryOut(quint64 task, const Command &command)
{
    const Lock lock(m_loop);
    std::visit([this, task](const auto &wish) { operate(task, wish); }, command);
}

void PulseClient::Loop::operate(quint64 task, const SetSinkVolume &wish)
{
    Question *const sink =
        finding<pa_sink_info>(task, [this, task, part = wish.volume](const pa_sink_info &info) {
            const pa_cvolume volume = scaled(info.volume, part);
            Question *const set = agreeing(task, [this, task, index = info.index] {
                ask(Pulse::Kind::Sink, index, [this, task] { done(task); });
            });
            start(pa_context_set_sink_volume_by_index(m_context, info.index, &volume, takeAck, set), set);
        });
    start(pa_context_get_sink_info_by_name(m_context, wish.sink.toUtf8().constData(), takeInfo<pa_sink_info>,
                                           sink),
          sink);
}

void PulseClient::Loop::operate(quint64 task, const SetSinkMute &wish)
{
    Question *const sink =
        finding<pa_sink_info>(task, [this, task, muted = wish.muted](const pa_sink_info &info) {
            Question *const set = agreeing(task, [this, task, index = info.index] {
                ask(Pulse::Kind::Sink, index, [this, task] { done(task); });
            });
            start(pa_context_set_sink_mute_by_index(m_context, info.index, muted, takeAck, set), set);
        });
    start(pa_context_get_sink_info_by_name(m_context, wish.sink.toUtf8().constData(), takeInfo<pa_sink_info>,
                                           sink),
          sink);
}

void PulseClient::Loop::operate(quint64 task, const SetDefaultSink &wish)
{
    Question *const set = agreeing(task, [this, task] { askDefault([this, task] { done(task); }); });
    start(pa_context_set_default_sink(m_context, wish.sink.toUtf8().constData(), takeAck, set), set);
}

void PulseClient::Loop::operate(quint64 task, const MoveInput &wish)
{
    Question *const moved = agreeing(task, [this, task, index = wish.input] {
        ask(Pulse::Kind::Input, index, [this, task] { done(task); });
    });
    start(pa_context_move_sink_input_by_name(m_context, wish.input, wish.sink.toUtf8().constData(), takeAck,
                                             moved),
          moved);
}

void PulseClient::Loop::operate(quint64 task, const MoveAll &wish)
{
    const auto stuck = std::make_shared<int>(0);
    Question *const inputs = question(
        [this, stuck, sink = wish.sink.toUtf8()](const void *info) {
            Question *const moved = question({}, [stuck](bool good) { *stuck += good ? 0 : 1; });
            start(pa_context_move_sink_input_by_name(m_context,
                                                     static_cast<const pa_sink_input_info *>(info)->index,
                                                     sink.constData(), takeAck, moved),
                  moved);
        },
        [this, task, stuck](bool) {
            askAll([this, task, stuck] {
                done(task, *stuck == 0 ? QString() : u"%1 streams could not be moved."_s.arg(*stuck));
            });
        });
    start(pa_context_get_sink_input_info_list(m_context, takeInfo<pa_sink_input_info>, inputs), inputs);
}

void PulseClient::Loop::operate(quint64 task, const SetInputVolume &wish)
{
    Question *const input =
        finding<pa_sink_input_info>(task, [this, task, part = wish.volume](const pa_sink_input_info &info) {
            const pa_cvolume volume = scaled(info.volume, part);
            Question *const set = agreeing(task, [this, task, index = info.index] {
                ask(Pulse::Kind::Input, index, [this, task] { done(task); });
            });
            start(pa_context_set_sink_input_volume(m_context, info.index, &volume, takeAck, set), set);
        });
    start(pa_context_get_sink_input_info(m_context, wish.input, takeInfo<pa_sink_input_info>, input), input);
}

void PulseClient::Loop::operate(quint64 task, const SetInputMute &wish)
{
    Question *const set = agreeing(task, [this, task, index = wish.input] {
        ask(Pulse::Kind::Input, index, [this, task] { done(task); });
    });
    start(pa_context_set_sink_input_mute(m_context, wish.input, wish.muted, takeAck, set), set);
}

void PulseClient::Loop::operate(quint64 task, const Combine &wish)
{
    const QString arguments = u"sink_name=%1 slaves=%2 sink_properties=device.description=%1"_s.arg(
        wish.name, wish.sinks.join(u','));
    Question *const loaded = agreeing(task, [this, task] { askAll([this, task] { done(task); }); });
    start(pa_context_load_module(
              m_context, combining, arguments.toUtf8().constData(),
              [](pa_context *, uint32_t index, void *data) {
                  close(static_cast<Question *>(data), index != PA_INVALID_INDEX);
              },
              loaded),
          loaded);
}

void PulseClient::Loop::operate(quint64 task, const Uncombine &wish)
{
    const auto unload = [this, task](const pa_module_info &module) {
        if (qstrcmp(module.name, combining) != 0)
            return done(task, u"This sink is not a combined one."_s);
        Question *const gone = agreeing(task, [this, task] { askAll([this, task] { done(task); }); });
        start(pa_context_unload_module(m_context, module.index, takeAck, gone), gone);
    };
    Question *const sink = finding<pa_sink_info>(task, [this, task, unload](const pa_sink_info &info) {
        Question *const module = finding<pa_module_info>(task, unload);
        start(pa_context_get_module_info(m_context, info.owner_module, takeInfo<pa_module_info>, module),
              module);
    });
    start(pa_context_get_sink_info_by_name(m_context, wish.name.toUtf8().constData(), takeInfo<pa_sink_info>,
                                           sink),
          sink);
}

PulseClient::PulseClient(const QString &server)
    : m_loop(std::make_unique<Loop>(*this, server.toUtf8()))
{
}

PulseClient::~PulseClient() = default;

void PulseClient::carryOut(quint64 task, const Command &command) { m_loop->carryOut(task, command); }

void PulseClient::drain()
{
    if (const QList<Heard> news = m_loop->takeHeard(); !news.isEmpty())
        Q_EMIT heard(news);
}

} // namespace Sync::Sources
