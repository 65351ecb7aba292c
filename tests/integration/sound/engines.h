// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/engine/timelineoutput.h"
#include "app/player/mediaplayeroutput.h"

#include <memory>

/// The output a run of a test is about: the environment names it.
[[nodiscard]] inline std::unique_ptr<Player::Output> testedOutput()
{
    if (qEnvironmentVariable("SEGUE_TESTED_ENGINE") == QLatin1StringView("timeline"))
        return std::make_unique<Player::TimelineOutput>();
    return std::make_unique<Player::MediaPlayerOutput>();
}
