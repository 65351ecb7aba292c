// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/media.h"
#include "sync/sources/source.h"

#include <QStringList>

#include <optional>

namespace Player {

/// As a Mopidy is told it, and tells it.
[[nodiscard]] QString addressOf(const Media &media);
/// Addresses of one track differ in their signatures.
[[nodiscard]] bool isSameTrack(const Media &one, const Media &other);
/// Nothing where it is not known.
[[nodiscard]] std::optional<std::chrono::milliseconds> lengthOf(const Media &media);

/// What a Mopidy's list has behind what it plays, as rules: what to tell it, so that it goes on by itself to
/// what is wished to follow. Only shortly before the end, as it answers nothing else while it looks into an
/// address. A value; carried by MopidyOutput.
class MopidyList
{
public:
    static constexpr std::chrono::milliseconds announcedBefore{30'000};

    /// It has been told to play this alone.
    void begin(const Media &playing);
    /// What is to follow; nothing: nothing.
    void wish(const std::optional<Media> &next);
    /// What is to be told now, with so much @p left to be played. Nothing more until that is answered.
    [[nodiscard]] std::optional<Sync::Sources::PlayNext> tell(const QString &player,
                                                              std::optional<std::chrono::milliseconds> left);
    void answered(bool isDone);

    /// Something is behind what it plays, or may be.
    [[nodiscard]] bool mayGoOn() const { return !m_listed.isEmpty(); }
    /// It plays what was wished to follow, by itself.
    [[nodiscard]] bool hasGoneOnTo(const QString &address) const;
    [[nodiscard]] bool isNext(const Media &media) const { return m_next && isSameTrack(media, *m_next); }
    /// Then that is what it plays now, and this is it as it was told.
    Media goOn();

private:
    Media m_playing;
    std::optional<Media> m_next;
    QStringList m_listed; ///< addresses that are there, or may be, besides what plays
    std::optional<Sync::Sources::PlayNext> m_told; ///< and has not been answered
    bool m_isStale = false; ///< what was told is about what played before
};

} // namespace Player
