// SPDX-License-Identifier: Apache-2.0
// What a sound server is asked to do; asking it what there is, is in pulseloop.cpp.
#include "sync/sources/pulseloop.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sync::Sources {

namespace {

/// The same balance as before.
pa_cvolume scaled(pa_cvolume volume, double part)
{
    pa_cvolume_scale(&volume, pa_volume_t(part * PA_VOLUME_NORM + 0.5));
    return volume;
}

} // namespace

template <typename Info, typename Act>
PulseClient::Loop::Question *PulseClient::Loop::finding(quint64 task, const Act &act)
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

void PulseClient::Loop::operate(quint64 task, const Combine &wish) { load(task, Pulse::modulesFor(wish)); }

void PulseClient::Loop::operate(quint64 task, const PairUp &wish) { load(task, Pulse::modulesFor(wish)); }

/// One after the other, as they play on each other; where one is refused those before it go again.
void PulseClient::Loop::load(quint64 task, QList<Pulse::Module> modules, const QList<quint32> &loaded)
{
    if (modules.isEmpty())
        return askAll([this, task] { done(task); });
    const Pulse::Module next = modules.takeFirst();
    const auto index = std::make_shared<quint32>(PA_INVALID_INDEX);
    Question *const asked =
        question([index](const void *said) { *index = *static_cast<const uint32_t *>(said); },
                 [this, task, modules, loaded, index](bool good) {
                     if (good)
                         return load(task, modules, loaded + QList{*index});
                     unload(loaded, [this, task, reason = error()] { done(task, reason); });
                 });
    start(pa_context_load_module(
              m_context, next.name.constData(), next.arguments.constData(),
              [](pa_context *, uint32_t said, void *data) {
                  auto *const question = static_cast<Question *>(data);
                  question->each(&said);
                  close(question, said != PA_INVALID_INDEX);
              },
              asked),
          asked);
}

/// Those that are gone already, with what they played on, are no matter.
void PulseClient::Loop::unload(QList<quint32> modules, const Then &then)
{
    if (modules.isEmpty())
        return then();
    const quint32 next = modules.takeFirst();
    Question *const gone = question({}, [this, modules, then](bool) { unload(modules, then); });
    start(pa_context_unload_module(m_context, next, takeAck, gone), gone);
}

void PulseClient::Loop::operate(quint64 task, const Uncombine &wish)
{
    Question *const sink =
        finding<pa_sink_info>(task, [this, task, name = wish.name](const pa_sink_info &info) {
            takeApart(task, name, info.owner_module);
        });
    start(pa_context_get_sink_info_by_name(m_context, wish.name.toUtf8().constData(), takeInfo<pa_sink_info>,
                                           sink),
          sink);
}

void PulseClient::Loop::takeApart(quint64 task, const QString &name, quint32 owner)
{
    const auto found = std::make_shared<QList<quint32>>();
    Question *const listed = question(
        [found, name, owner](const void *info) {
            const auto &module = *static_cast<const pa_module_info *>(info);
            if (module.index == owner && qstrcmp(module.name, Pulse::combining) == 0)
                found->prepend(owner);
            else if (Pulse::isPartOf(name, {.name = module.name, .arguments = module.argument}))
                found->append(module.index);
        },
        [this, task, found, owner](bool) {
            if (!found->contains(owner))
                return done(task, u"This sink is not a combined one."_s);
            unload(*found, [this, task] { askAll([this, task] { done(task); }); });
        });
    start(pa_context_get_module_info_list(m_context, takeInfo<pa_module_info>, listed), listed);
}

} // namespace Sync::Sources
