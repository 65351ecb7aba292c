// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <stop_token>

namespace Analysis {

/// Does @p work on a thread that gets only what nobody else wants of the processors, and waits for it. Once
/// @p stop is asked for it waits no longer than a moment. False where the work is not done by then: with all
/// processors busy it may last seconds until it notices, so @p work owns whatever it touches.
[[nodiscard]] bool runWhenIdle(std::function<void()> work, const std::stop_token &stop);

} // namespace Analysis
