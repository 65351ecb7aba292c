// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/engine/soundformat.h"
#include "app/player/media.h"

#include <QString>

#include <atomic>
#include <cstdint>
#include <memory>
#include <span>
#include <variant>

namespace Player {

/// Makes sound of a file or of what a server sends, through FFmpeg's libraries. Belongs to one thread at a
/// time.
///
/// Frames are counted in the asked-for format from the media's beginning, without what an encoder put in
/// front of it or behind it.
class Decoder
{
public:
    /// Why not, in a sentence. Blocks while the headers are read, or until @p cancelled.
    [[nodiscard]] static std::variant<std::unique_ptr<Decoder>, QString>
    open(const Media &media, const std::atomic_bool &cancelled);
    ~Decoder();

    /// As it is in the file.
    [[nodiscard]] SoundFormat native() const;
    /// Before the first read() or followed by a seek(). At first it is the native one.
    void setFormat(const SoundFormat &format);

    /// Zero where it is not known.
    [[nodiscard]] std::int64_t length() const;
    /// It is not guessed from how many bytes there are.
    [[nodiscard]] bool lengthIsSure() const;

    /// The next read() begins exactly there, or at the end where that lies before.
    void seek(std::int64_t frame);

    /// Fills the span, which holds whole frames, and tells how many there are; fewer only at the end.
    [[nodiscard]] std::int64_t read(std::span<float> samples);

    /// What was wrong with the part read so far; empty where nothing was.
    [[nodiscard]] QString problem() const;

private:
    class Private;
    explicit Decoder(std::unique_ptr<Private> d);

    const std::unique_ptr<Private> d;
};

} // namespace Player
