// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/pulseloop.h"

#include "sync/limits.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace Sync::Sources {

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
    if (qsizetype(m_asked.size()) >= Limits::soundServerNews)
        return miss();
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
    wake();
}

/// Then all is asked for as soon as somebody listens again.
void PulseClient::Loop::miss()
{
    m_missedSome = true;
    wake();
}

void PulseClient::Loop::wake()
{
    if (!std::exchange(m_hasTold, true))
        QMetaObject::invokeMethod(&m_client, &PulseClient::drain, Qt::QueuedConnection);
}

void PulseClient::Loop::askAnew()
{
    const Lock lock(m_loop);
    miss();
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

} // namespace Sync::Sources
