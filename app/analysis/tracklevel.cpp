// SPDX-License-Identifier: Apache-2.0
#include "app/analysis/tracklevel.h"

#include "app/player/engine/decoder.h"
#include "app/player/failures.h"

namespace Analysis {

using Player::Decoder;

namespace {

constexpr std::size_t framesAtATime = 4096;

} // namespace

TrackLevel levelOf(const Player::Media &media, const std::atomic_bool &cancelled)
{
    auto opened = Decoder::open(media, cancelled);
    if (QString *sentence = std::get_if<QString>(&opened))
        return {.meter = std::nullopt, .problem = std::move(*sentence)};
    Decoder &decoder = *std::get<std::unique_ptr<Decoder>>(opened);
    const auto channels = std::size_t(decoder.native().channels);
    std::vector<float> samples(framesAtATime * channels);
    Meter meter(decoder.native());
    bool isEmpty = true;
    for (std::size_t frames = framesAtATime; frames == framesAtATime && !cancelled;) {
        frames = std::size_t(decoder.read(samples));
        meter.take(std::span(samples).first(frames * channels));
        isEmpty = isEmpty && frames == 0;
    }
    if (cancelled)
        return {};
    meter.finish();
    return {.meter = std::move(meter),
            .problem = isEmpty ? Player::whyNot(media.url, {}) : decoder.problem()};
}

} // namespace Analysis
