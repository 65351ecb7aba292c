// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/link/clockfilter.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <utility>
#include <vector>

/// A hub and its clock behind a network, and someone who keeps asking it for the time. No real time passes.
namespace Simulated {

using namespace std::chrono_literals;
using std::chrono::microseconds;

constexpr microseconds disturbedAt = 300s;
constexpr microseconds congestedFor = 20s;

struct Network {
    microseconds there = 150us; ///< the least that the way to the hub takes
    microseconds back = 150us;
    microseconds jitter{0}; ///< evenly up to so much more, each way
    microseconds tailThere{0}; ///< exponentially, on the average
    microseconds tailBack{0};
    double spikes = 0; ///< a part of all ways
    microseconds spike = 20ms;
    double loss = 0; ///< of all exchanges
    double driftPpm = 20;
    // At disturbedAt:
    microseconds congestion{0}; ///< on the way there, for congestedFor; rising and falling
    microseconds sleep{0}; ///< nobody asks for so long
    microseconds step{0}; ///< the hub's clock is set, after the sleep
    double rateChangePpm = 0;
};

/// What somebody knew at a moment.
struct Reading {
    microseconds time{0}; ///< since the first question, without the sleep
    microseconds wrong{0}; ///< by so much the estimate was
    microseconds claimed{0}; ///< by so much it said it might be
    microseconds jump{0}; ///< the farthest a sample has moved it since the last reading
};

class Asking
{
public:
    Asking(const Network &network, unsigned seed)
        : m_network(network)
        , m_random(seed)
    {
    }

    std::vector<Reading> readings(microseconds length)
    {
        std::vector<Reading> all;
        for (microseconds awake = 0us; awake < length; awake += tick) {
            const microseconds now = awake < disturbedAt ? awake : awake + m_network.sleep;
            hear(now);
            if (awake >= m_nextAt)
                ask(awake, now);
            if (awake % readEvery != 0us)
                continue;
            if (const auto estimate = m_filter.at(now))
                all.push_back({.time = awake,
                               .wrong = std::chrono::abs(estimate->offset - offset(now)),
                               .claimed = estimate->error,
                               .jump = std::exchange(m_jump, 0us)});
        }
        return all;
    }

private:
    static constexpr microseconds tick = 5ms;
    static constexpr microseconds readEvery = 100ms;
    static constexpr microseconds hubWorks = 30us;

    [[nodiscard]] double part() { return std::uniform_real_distribution<double>(0, 1)(m_random); }

    /// What the hub's clock really is ahead.
    [[nodiscard]] microseconds offset(microseconds now) const
    {
        const microseconds after = std::max(0us, now - disturbedAt);
        const microseconds step = now >= disturbedAt + m_network.sleep ? m_network.step : 0us;
        const double drifted =
            (m_network.driftPpm * double(now.count()) + m_network.rateChangePpm * double(after.count()))
            / 1e6;
        return 7h + step + microseconds(std::llround(drifted));
    }

    [[nodiscard]] microseconds congestion(microseconds now) const
    {
        const double through =
            double((now - disturbedAt).count()) / double(microseconds(congestedFor).count());
        const double full = std::clamp(std::min(through, 1 - through) * 4, 0.0, 1.0);
        return microseconds(std::llround(full * double(m_network.congestion.count())));
    }

    [[nodiscard]] microseconds way(microseconds least, microseconds tail)
    {
        const double more =
            part() * double(m_network.jitter.count()) - std::log(1 - part()) * double(tail.count());
        return least + microseconds(std::llround(more)) + (part() < m_network.spikes ? m_network.spike : 0us);
    }

    void ask(microseconds awake, microseconds now)
    {
        m_nextAt = awake + m_filter.askAfter();
        const microseconds there = way(m_network.there, m_network.tailThere) + congestion(now);
        const microseconds back = way(m_network.back, m_network.tailBack);
        if (part() < m_network.loss)
            return;
        const microseconds reached = now + there;
        const microseconds left = reached + hubWorks;
        m_onTheWay.push_back({.sent = now,
                              .received = Sync::HubTime(reached + offset(reached)),
                              .answered = Sync::HubTime(left + offset(left)),
                              .heard = left + back});
    }

    void hear(microseconds now)
    {
        if (m_onTheWay.empty())
            return;
        std::ranges::sort(m_onTheWay, {}, &Sync::ClockSample::heard);
        auto next = m_onTheWay.begin();
        for (; next != m_onTheWay.end() && next->heard <= now; ++next) {
            const auto before = m_filter.at(now);
            m_filter.add(*next);
            if (before)
                m_jump = std::max(m_jump, std::chrono::abs(m_filter.at(now)->offset - before->offset));
        }
        m_onTheWay.erase(m_onTheWay.begin(), next);
    }

    Network m_network;
    std::mt19937 m_random;
    Sync::ClockFilter m_filter;
    std::vector<Sync::ClockSample> m_onTheWay;
    microseconds m_nextAt{0};
    microseconds m_jump{0};
};

} // namespace Simulated
