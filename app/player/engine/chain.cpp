// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/chain.h"

#include <algorithm>

namespace Player {

QString Chain::open()
{
    m_stream = std::make_unique<Stream>(m_url, ByteRange(), m_deadline);
    if (QString reason = m_stream->open(); !reason.isEmpty())
        return reason;
    m_format = m_stream->format();
    m_length = m_stream->length();
    m_lengthIsSure = m_stream->lengthIsSure();
    m_links = {{.range = {}, .sampleRate = m_format.sampleRate}};
    if (const auto shape = m_stream->oggShape()) {
        m_endIsMarked = shape->endIsMarked;
        if (shape->links.size() > 1)
            findLinks(shape->links);
    }
    return {};
}

/// Each is opened once, to know how long it is.
void Chain::findLinks(const std::vector<ByteRange> &ranges)
{
    std::vector<Link> links;
    std::int64_t begin = 0;
    bool allSure = true;
    for (const ByteRange &range : ranges) {
        Stream stream(m_url, range, m_deadline);
        if (!stream.open().isEmpty())
            continue;
        if (links.empty())
            m_format = stream.format();
        allSure = allSure && stream.lengthIsSure();
        const int rate = stream.format().sampleRate;
        links.push_back({.range = range, .sampleRate = rate, .begin = begin});
        begin += av_rescale(stream.length(), m_format.sampleRate, rate);
    }
    if (links.empty())
        return;
    m_damage.inARow = links.size() < ranges.size();
    m_links = links;
    m_length = begin;
    m_lengthIsSure = allSure;
    (void)openLink(0);
}

bool Chain::openLink(std::size_t index)
{
    m_damage = damage();
    m_link = index;
    m_stream = std::make_unique<Stream>(m_url, m_links[index].range, m_deadline);
    return m_stream->open().isEmpty();
}

std::int64_t Chain::fromLink(std::int64_t frame) const
{
    const Link &link = m_links[m_link];
    return link.begin + av_rescale(frame, m_format.sampleRate, link.sampleRate);
}

void Chain::seek(std::int64_t frame)
{
    const auto behind = std::ranges::upper_bound(m_links, frame, {}, &Link::begin);
    const auto index = std::size_t(std::max<std::ptrdiff_t>(behind - m_links.begin() - 1, 0));
    if (index != m_link && !openLink(index))
        return;
    const Link &link = m_links[index];
    m_stream->seek(av_rescale(frame - link.begin, link.sampleRate, m_format.sampleRate));
}

bool Chain::next()
{
    while (!m_stream->next())
        if (m_link + 1 == m_links.size() || m_deadline.isCancelled() || !openLink(m_link + 1))
            return false;
    return true;
}

Stream::Damage Chain::damage() const
{
    Stream::Damage all = m_stream->damage();
    if (all.places > 0)
        all.first = fromLink(all.first);
    if (m_damage.places > 0)
        all.first = m_damage.first;
    all.places += m_damage.places;
    all.inARow = all.inARow || m_damage.inARow;
    return all;
}

} // namespace Player
