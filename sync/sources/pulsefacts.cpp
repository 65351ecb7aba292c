// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/pulsefacts.h"

#include "sync/limits.h"

using namespace Qt::StringLiterals;

namespace Sync::Sources {

namespace {

QString textFrom(const char *text) { return QString::fromUtf8(text).left(Limits::sourceTextLength); }

/// As PulseAudio's own programs show it: a part of the normal volume, of the loudest channel.
double partOf(const pa_cvolume &volume) { return double(pa_cvolume_max(&volume)) / PA_VOLUME_NORM; }

SinkFacts::State stateFrom(pa_sink_state_t state)
{
    if (state == PA_SINK_RUNNING)
        return SinkFacts::State::Running;
    return state == PA_SINK_IDLE ? SinkFacts::State::Idle : SinkFacts::State::Suspended;
}

} // namespace

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

} // namespace Sync::Sources
