// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/sources/pulsemirror.h"

#include <pulse/pulseaudio.h>

namespace Sync::Sources {

/// What libpulse tells, as values.
[[nodiscard]] Pulse::Sink from(const pa_sink_info &sink);
[[nodiscard]] Pulse::Input from(const pa_sink_input_info &input);
[[nodiscard]] Pulse::Card from(const pa_card_info &card);

} // namespace Sync::Sources
