// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Player {

/// What an ICY metadata block ("StreamTitle='Artist - Title';StreamUrl='…';", padded with zeros) says is
/// playing. Nothing where it says nothing. UTF-8 where it is that, else Latin-1.
[[nodiscard]] std::optional<QString> icyTitleIn(const QByteArray &block);

/// Finds the first metadata block of a stream that has one after each @p interval bytes of sound.
class IcyBlock
{
public:
    explicit IcyBlock(qsizetype interval)
        : m_sound(interval)
    {
    }

    /// The block, once it is whole; an empty one where the stream says that nothing has changed.
    [[nodiscard]] std::optional<QByteArray> take(const QByteArray &bytes);

private:
    qsizetype m_sound; ///< still to come before the block
    std::optional<qsizetype> m_size;
    QByteArray m_block;
};

} // namespace Player
