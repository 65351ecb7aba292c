// SPDX-License-Identifier: Apache-2.0
#include "app/analysis/tracklevel.h"

#include "app/player/engine/decoder.h"
#include "app/player/failures.h"

namespace Analysis {

using namespace std::chrono_literals;
using Player::Decoder;
using std::chrono::milliseconds;

namespace {

constexpr std::size_t framesAtATime = 4096;
constexpr milliseconds cutOffFrom = 1s; // missing at the end

milliseconds timeOf(std::int64_t frames, const Decoder &decoder)
{
    return std::chrono::duration_cast<milliseconds>(decoder.native().timeOf(frames));
}

QString problemOf(const Player::Media &media, const Decoder &decoder, std::int64_t decoded)
{
    if (decoded == 0)
        return Player::whyNot(media.url, {});
    if (decoder.lengthIsSure() && timeOf(decoder.length() - decoded, decoder) >= cutOffFrom)
        return Player::cutOff(media.url, timeOf(decoded, decoder), timeOf(decoder.length(), decoder));
    return decoder.problem();
}

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
    std::int64_t decoded = 0;
    for (std::size_t frames = framesAtATime; frames == framesAtATime && !cancelled;) {
        frames = std::size_t(decoder.read(samples));
        meter.take(std::span(samples).first(frames * channels));
        decoded += std::int64_t(frames);
    }
    if (cancelled)
        return {};
    meter.finish();
    return {.meter = std::move(meter), .problem = problemOf(media, decoder, decoded)};
}

} // namespace Analysis
