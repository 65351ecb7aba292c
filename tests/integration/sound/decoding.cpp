// SPDX-License-Identifier: Apache-2.0
#include "integration/sound/decoding.h"

#include <algorithm>
#include <cmath>

using namespace Player;

namespace Decoding {

namespace {

const std::atomic_bool never = false;
constexpr double sameSound = 0.9;

} // namespace

std::unique_ptr<Decoder> open(const Media &media)
{
    auto opened = Decoder::open(media, never);
    auto *decoder = std::get_if<std::unique_ptr<Decoder>>(&opened);
    return decoder ? std::move(*decoder) : nullptr;
}

std::unique_ptr<Decoder> open(const QString &path) { return open(Media(QUrl::fromLocalFile(path))); }

QString refusal(const Media &media)
{
    const auto opened = Decoder::open(media, never);
    const QString *sentence = std::get_if<QString>(&opened);
    return sentence ? *sentence : QString();
}

QString refusal(const QString &path) { return refusal(Media(QUrl::fromLocalFile(path))); }

Samples read(Decoder &decoder, std::int64_t frames, int channels)
{
    Samples samples(std::size_t(frames * channels));
    samples.resize(std::size_t(decoder.read(samples) * channels));
    return samples;
}

Samples readAll(Decoder &decoder, int channels)
{
    Samples all;
    for (Samples piece; !(piece = read(decoder, 4096, channels)).empty();)
        all.insert(all.end(), piece.begin(), piece.end());
    return all;
}

Samples floating(const std::vector<qint16> &samples)
{
    Samples made;
    made.reserve(samples.size());
    for (const qint16 sample : samples)
        made.push_back(float(sample) / 32768.F);
    return made;
}

double likeness(std::span<const float> a, std::span<const float> b)
{
    double both = 0;
    double left = 0;
    double right = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        both += double(a[i]) * b[i];
        left += double(a[i]) * a[i];
        right += double(b[i]) * b[i];
    }
    return both / (std::sqrt(left * right) + 1e-12);
}

int lag(std::span<const float> piece, std::span<const float> whole, std::int64_t place, int most,
        int channels)
{
    piece = piece.first(std::min<std::size_t>(piece.size(), 1024)); // is enough to tell
    int nearest = most;
    double best = sameSound;
    for (int frames = -most; frames <= most; ++frames) {
        const std::int64_t begin = (place + frames) * channels;
        if (begin < 0 || begin + std::int64_t(piece.size()) > std::int64_t(whole.size()))
            continue;
        const double alike = likeness(piece, whole.subspan(std::size_t(begin), piece.size()));
        if (alike > best) {
            best = alike;
            nearest = frames;
        }
    }
    return nearest;
}

double loudness(std::span<const float> samples)
{
    double sum = 0;
    for (const float sample : samples)
        sum += double(sample) * sample;
    return std::sqrt(sum / std::max<double>(double(samples.size()), 1));
}

} // namespace Decoding
