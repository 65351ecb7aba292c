// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bench/insync/sections.h"
#include "bench/insync/tape.h"
#include "support/soundserver.h"

#include <array>
#include <memory>
#include <vector>

namespace Bench {

/// The two sinks, by PulseAudio's names, which are also the ids of Qt's devices.
inline constexpr std::array<const char *, 2> sinkNames{"left", "right"};

/// A sound server with two sinks, and all that they play on one clock. Parts of one device are recorded
/// together, sample by sample, so there is nothing to be wrong about; but then also nothing is as with two
/// devices, whose blocks begin at different times.
class Hall
{
public:
    /// Throws where there is no sound server.
    explicit Hall(Sinks sinks);

    [[nodiscard]] const QProcessEnvironment &environment() const { return m_environment; }
    /// Lets events happen for so long, and until what was played meanwhile is recorded.
    void listenFor(std::chrono::microseconds time);
    /// Lets events happen until something sounds on both sinks, for so long at most; throws where none does.
    void awaitSound(std::chrono::seconds time);

    [[nodiscard]] Tape tape(std::size_t sink) const;
    /// The first sink once more, by another recorder: what differs between the two is the recording's fault.
    [[nodiscard]] Tape again() const { return m_recorders.back()->tape(0); }

private:
    void startServer();

    const Sinks m_sinks;
    Testing::SoundServer m_server;
    QProcessEnvironment m_environment;
    std::vector<std::unique_ptr<TapeRecorder>> m_recorders;
};

} // namespace Bench
