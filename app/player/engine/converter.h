// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/engine/soundformat.h"

#include <memory>
#include <vector>

struct AVFrame;
struct SwrContext;

namespace Player {

/// Turns what a codec gives into interleaved floating-point samples of one format, through libswresample.
class Converter
{
public:
    Converter();
    ~Converter();

    /// Forgets what it holds.
    void setFormat(const SoundFormat &format);
    void reset();
    /// Appends what becomes of the frame; a few samples are held back until there are more.
    void take(AVFrame &frame, std::vector<float> &samples);
    /// Appends what was held back: nothing comes any more.
    void drain(std::vector<float> &samples);

private:
    struct Free {
        void operator()(SwrContext *context) const;
    };

    [[nodiscard]] bool adapt(AVFrame &frame, std::vector<float> &samples);
    [[nodiscard]] bool open(AVFrame &frame, const std::vector<double> &matrix);
    [[nodiscard]] std::vector<double> mixOfAll() const;
    void convert(const AVFrame *frame, std::vector<float> &samples);

    SoundFormat m_format;
    std::unique_ptr<SwrContext, Free> m_context;
    SoundFormat m_from;
    int m_fromSamples = -1;
};

} // namespace Player
