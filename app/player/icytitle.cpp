// SPDX-License-Identifier: Apache-2.0
#include "app/player/icytitle.h"

#include <QStringDecoder>

namespace Player {

std::optional<QString> icyTitleIn(const QByteArray &block)
{
    constexpr QByteArrayView key = "StreamTitle='";
    const qsizetype begin = block.indexOf(key);
    if (begin < 0)
        return std::nullopt;
    const qsizetype from = begin + key.size();
    const qsizetype end = block.indexOf("';", from); // a title may have apostrophes of its own
    if (end < 0)
        return std::nullopt;
    const QByteArray bytes = block.mid(from, end - from);
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString title = utf8(bytes);
    if (utf8.hasError())
        title = QString::fromLatin1(bytes);
    title = title.simplified();
    return title.isEmpty() ? std::nullopt : std::optional(title);
}

std::optional<QByteArray> IcyBlock::take(const QByteArray &bytes)
{
    qsizetype at = std::min(m_sound, bytes.size());
    m_sound -= at;
    if (at == bytes.size())
        return std::nullopt;
    if (!m_size)
        m_size = qsizetype(uchar(bytes.at(at++))) * 16; // the protocol counts in sixteens
    m_block += bytes.sliced(at, std::min(*m_size - m_block.size(), bytes.size() - at));
    return m_block.size() == *m_size ? std::optional(m_block) : std::nullopt;
}

} // namespace Player
