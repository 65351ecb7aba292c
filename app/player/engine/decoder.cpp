// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/decoder.h"

#include "app/player/engine/chain.h"
#include "app/player/engine/converter.h"
#include "app/player/engine/reasons.h"
#include "app/player/failures.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace Player {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds cutOffFrom = 1s; // missing at the end
constexpr int longestSilence = 60; // seconds; a place that leaves more than that out is damaged itself
constexpr std::int64_t silenceAtOnce = 4096; // frames

} // namespace

class Decoder::Private
{
public:
    Private(Media media, const std::atomic_bool &cancelled)
        : m_media(std::move(media))
        , m_deadline(cancelled)
    {
    }

    /// Why not; empty where all is well.
    QString open();
    void setFormat(const SoundFormat &format);
    void seek(std::int64_t frame);
    std::int64_t read(std::span<float> samples);

    [[nodiscard]] const SoundFormat &native() const { return m_chain.format(); }
    [[nodiscard]] std::int64_t length() const;
    [[nodiscard]] bool lengthIsSure() const { return length() > 0 && m_chain.lengthIsSure(); }
    [[nodiscard]] QString problem() const;

private:
    void forgetSound();
    bool refill();
    void takePiece();
    void drop();
    [[nodiscard]] std::int64_t nativeStart() const;
    [[nodiscard]] std::int64_t converted(std::int64_t nativeFrames) const;
    [[nodiscard]] milliseconds timeOf(std::int64_t frames) const;

    const Media m_media;
    Deadline m_deadline;
    Chain m_chain{m_media.url, m_deadline};
    Converter m_converter;
    SoundFormat m_format;
    std::vector<float> m_ready; ///< converted and not read yet, from m_taken on
    std::size_t m_taken = 0;
    std::int64_t m_place = 0; ///< of the next frame to be read
    std::int64_t m_expected = 0; ///< where the next piece should begin, in native frames
    std::int64_t m_toDrop = 0; ///< frames before the place that was asked for
    std::int64_t m_silence = 0; ///< frames that come before the piece that is held
    bool m_held = false; ///< the piece is not converted yet
    bool m_sought = true; ///< no piece has come since
    bool m_drained = false; ///< nothing is left to decode
    bool m_sounded = false; ///< there was a piece
};

QString Decoder::Private::open()
{
    if (const QString reason = m_chain.open(); !reason.isEmpty())
        return refused(m_media.url, reason);
    setFormat(native());
    if (m_media.start > 0ms)
        seek(0);
    return {};
}

void Decoder::Private::setFormat(const SoundFormat &format)
{
    m_format = format;
    m_converter.setFormat(format);
    m_ready.clear();
    m_taken = 0;
}

std::int64_t Decoder::Private::converted(std::int64_t nativeFrames) const
{
    return av_rescale(nativeFrames, m_format.sampleRate, native().sampleRate);
}

std::int64_t Decoder::Private::nativeStart() const
{
    return av_rescale(m_media.start.count(), native().sampleRate, 1000);
}

milliseconds Decoder::Private::timeOf(std::int64_t frames) const
{
    return std::chrono::duration_cast<milliseconds>(m_format.timeOf(frames));
}

std::int64_t Decoder::Private::length() const
{
    if (m_media.length > 0ms)
        return av_rescale(m_media.length.count(), m_format.sampleRate, 1000);
    return std::max<std::int64_t>(converted(m_chain.length() - nativeStart()), 0);
}

void Decoder::Private::seek(std::int64_t frame)
{
    m_place = std::max<std::int64_t>(frame, 0);
    m_expected = nativeStart() + av_rescale(m_place, native().sampleRate, m_format.sampleRate);
    m_ready.clear();
    m_taken = 0;
    m_toDrop = 0;
    m_silence = 0;
    m_held = false;
    m_sought = true;
    m_drained = false;
    m_converter.reset();
    m_chain.seek(m_expected);
}

bool Decoder::Private::refill()
{
    m_ready.clear();
    m_taken = 0;
    while (m_taken == m_ready.size() && !m_drained) {
        m_ready.clear();
        if (m_silence > 0) {
            const std::int64_t frames = std::min(m_silence, silenceAtOnce);
            m_silence -= frames;
            m_ready.resize(std::size_t(frames * m_format.channels));
        } else if (std::exchange(m_held, false)) {
            m_converter.take(m_chain.piece(), m_ready);
        } else if (m_chain.next()) {
            takePiece();
        } else {
            m_drained = true;
            m_converter.drain(m_ready);
        }
        drop();
    }
    return m_taken < m_ready.size();
}

/// It belongs where it says: what is missing before it is silent, so that all behind damage comes in time.
void Decoder::Private::takePiece()
{
    const std::int64_t gap = m_chain.place() - m_expected;
    if (gap > 0 && (m_sought || m_chain.isBehindDamage())
        && gap <= std::int64_t(longestSilence) * native().sampleRate) {
        m_converter.drain(m_ready);
        m_silence = converted(gap);
    } else if (gap < 0 && m_sought) {
        m_toDrop = converted(m_expected) - converted(m_chain.place());
    }
    m_sought = false;
    m_sounded = true;
    m_held = true;
    m_expected = m_chain.end();
}

void Decoder::Private::drop()
{
    const auto dropped = std::min<std::int64_t>(m_toDrop, std::int64_t(m_ready.size()) / m_format.channels);
    m_toDrop -= dropped;
    m_taken = std::size_t(dropped * m_format.channels);
}

std::int64_t Decoder::Private::read(std::span<float> samples)
{
    std::size_t limit = samples.size();
    if (m_media.length > 0ms || m_chain.lengthIsLimit())
        limit =
            std::min(limit, std::size_t(std::max<std::int64_t>(length() - m_place, 0) * m_format.channels));
    std::size_t done = 0;
    while (done < limit && (m_taken < m_ready.size() || refill())) {
        const std::size_t count = std::min(limit - done, m_ready.size() - m_taken);
        std::copy_n(m_ready.begin() + std::ptrdiff_t(m_taken), count, samples.begin() + std::ptrdiff_t(done));
        m_taken += count;
        done += count;
    }
    const std::int64_t frames = std::int64_t(done) / m_format.channels;
    m_place += frames;
    return frames;
}

QString Decoder::Private::problem() const
{
    const QString lost = m_drained ? m_chain.lost() : QString();
    if (!lost.isEmpty())
        return brokenOff(m_media.url, timeOf(m_place), lost);
    if (m_drained && !m_sounded && m_place == 0 && m_media.start == 0ms)
        return refused(m_media.url, noSound());
    const Stream::Damage damage = m_chain.damage();
    if (damage.places > 0)
        return damaged(m_media.url, damage.places, timeOf(converted(damage.first - nativeStart())));
    if (m_drained && lengthIsSure() && timeOf(length() - m_place) >= cutOffFrom)
        return cutOff(m_media.url, timeOf(m_place), timeOf(length()));
    if (damage.inARow)
        return brokenOff(m_media.url, timeOf(m_place), damagedEnd());
    if (m_drained && !m_chain.endIsMarked())
        return brokenOff(m_media.url, timeOf(m_place), unmarkedEnd());
    return {};
}

std::variant<std::unique_ptr<Decoder>, QString> Decoder::open(const Media &media,
                                                              const std::atomic_bool &cancelled)
{
    auto opened = std::make_unique<Private>(media, cancelled);
    if (QString sentence = opened->open(); !sentence.isEmpty())
        return sentence;
    return std::unique_ptr<Decoder>(new Decoder(std::move(opened)));
}

Decoder::Decoder(std::unique_ptr<Private> opened)
    : d(std::move(opened))
{
}

Decoder::~Decoder() = default;

SoundFormat Decoder::native() const { return d->native(); }

void Decoder::setFormat(const SoundFormat &format) { d->setFormat(format); }

std::int64_t Decoder::length() const { return d->length(); }

bool Decoder::lengthIsSure() const { return d->lengthIsSure(); }

void Decoder::seek(std::int64_t frame) { d->seek(frame); }

std::int64_t Decoder::read(std::span<float> samples) { return d->read(samples); }

QString Decoder::problem() const { return d->problem(); }

} // namespace Player
