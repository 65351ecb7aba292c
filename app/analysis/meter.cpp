// SPDX-License-Identifier: Apache-2.0
#include "app/analysis/meter.h"

#include <ebur128.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <new>
#include <utility>

namespace Analysis {

namespace {

constexpr double reference = -18; // LUFS
constexpr int mode = EBUR128_MODE_I | EBUR128_MODE_SAMPLE_PEAK | EBUR128_MODE_HISTOGRAM;
// Buffers for sound that does not come.
constexpr unsigned restingRate = 1000;

struct Place {
    int channels;
    unsigned index;
    channel is;
};
// Where FFmpeg's usual layouts differ from what the library takes for granted.
constexpr std::array places{
    Place{1, 0, EBUR128_DUAL_MONO}, // two loudspeakers play it
    Place{3, 2, EBUR128_UNUSED}, // 2.1
    Place{4, 2, EBUR128_CENTER}, // 4.0
    Place{4, 3, EBUR128_Mp180}, // behind
    Place{7, 3, EBUR128_UNUSED}, // 6.1
    Place{7, 4, EBUR128_Mp180}, // behind
    Place{7, 5, EBUR128_Mp090}, // at the side
    Place{7, 6, EBUR128_Mm090}, // at the side
    Place{8, 4, EBUR128_Mp135}, // 7.1
    Place{8, 5, EBUR128_Mm135}, // behind
    Place{8, 6, EBUR128_Mp090}, // at the side
    Place{8, 7, EBUR128_Mm090}, // at the side
};

/// Silence has no loudness, and broken samples have any.
std::optional<float> gainOf(double loudness)
{
    return std::isfinite(loudness) ? std::optional(float(reference - loudness)) : std::nullopt;
}

} // namespace

class Meter::State
{
public:
    explicit State(const Player::SoundFormat &format)
        : m_state(ebur128_init(unsigned(format.channels), unsigned(format.sampleRate), mode))
    {
        if (!m_state)
            throw std::bad_alloc();
        for (const Place &place : places)
            if (place.channels == format.channels)
                ebur128_set_channel(m_state, place.index, place.is);
    }
    ~State() { ebur128_destroy(&m_state); }
    Q_DISABLE_COPY_MOVE(State)

    [[nodiscard]] ebur128_state *get() const { return m_state; }

    [[nodiscard]] std::optional<float> peak() const
    {
        double highest = 0;
        for (unsigned channel = 0; channel < m_state->channels; ++channel) {
            double peak = 0;
            ebur128_sample_peak(m_state, channel, &peak);
            highest = std::max(highest, peak);
        }
        return highest > 0 && std::isfinite(highest) ? std::optional(float(highest)) : std::nullopt;
    }

private:
    ebur128_state *m_state;
};

Meter::Meter(const Player::SoundFormat &format)
    : m_state(std::make_unique<State>(format))
{
}

Meter::~Meter() = default;
Meter::Meter(Meter &&other) noexcept = default;
Meter &Meter::operator=(Meter &&other) noexcept = default;

void Meter::take(std::span<const float> samples)
{
    if (ebur128_add_frames_float(m_state->get(), samples.data(), samples.size() / m_state->get()->channels)
        != EBUR128_SUCCESS)
        throw std::bad_alloc();
}

void Meter::finish()
{
    double loudness = 0;
    ebur128_loudness_global(m_state->get(), &loudness);
    m_measured = {.gain = gainOf(loudness), .peak = m_state->peak()};
    if (ebur128_change_parameters(m_state->get(), 1, restingRate) == EBUR128_ERROR_NOMEM)
        throw std::bad_alloc();
}

Library::Measured Meter::together(const std::vector<Meter> &meters)
{
    std::vector<ebur128_state *> states;
    Library::Measured measured;
    for (const Meter &meter : meters) {
        states.push_back(meter.m_state->get());
        measured.peak = std::max(measured.peak, meter.m_measured.peak); // nothing is less than anything
    }
    double loudness = 0;
    ebur128_loudness_global_multiple(states.data(), states.size(), &loudness);
    measured.gain = gainOf(loudness);
    return measured;
}

} // namespace Analysis
