// SPDX-License-Identifier: Apache-2.0
#include "app/player/mopidylist.h"

#include <utility>

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Player {

QString addressOf(const Media &media) { return media.url.toString(QUrl::FullyEncoded); }

bool isSameTrack(const Media &one, const Media &other)
{
    return one.url.adjusted(QUrl::RemoveQuery) == other.url.adjusted(QUrl::RemoveQuery);
}

std::optional<milliseconds> lengthOf(const Media &media)
{
    return media.length > 0ms ? std::optional(media.length) : std::nullopt;
}

void MopidyList::begin(const Media &playing)
{
    m_playing = playing;
    m_next.reset();
    m_listed.clear();
    m_isStale = true;
}

void MopidyList::wish(const std::optional<Media> &next)
{
    if (next && m_next && isSameTrack(*next, *m_next))
        return; // as it was told
    // The same one twice could not be told apart.
    m_next = next && next->start == 0ms && !isSameTrack(*next, m_playing) ? next : std::nullopt;
}

std::optional<Sync::Sources::PlayNext> MopidyList::tell(const QString &player,
                                                        std::optional<milliseconds> left)
{
    const QString address = m_next ? addressOf(*m_next) : QString();
    const bool isDue = left && *left <= announcedBefore;
    QStringList others = m_listed;
    const bool isThere = others.removeAll(address) > 0;
    const bool adds = isDue && !address.isEmpty() && !isThere;
    if (m_told || (others.isEmpty() && !adds))
        return std::nullopt;
    if (adds)
        m_listed.append(address); // it may be there from now on
    m_isStale = false;
    m_told = Sync::Sources::PlayNext{.player = player,
                                     .url = adds ? address : QString(),
                                     .length = adds ? lengthOf(*m_next) : std::nullopt,
                                     .others = others};
    return m_told;
}

void MopidyList::answered(bool isDone)
{
    const auto told = std::exchange(m_told, std::nullopt);
    if (!told || m_isStale)
        return;
    if (isDone)
        m_listed.removeIf([&](const QString &address) { return told->others.contains(address); });
    else if (m_next && told->url == addressOf(*m_next))
        m_next.reset(); // it is begun when it is time, with a gap
}

bool MopidyList::hasGoneOnTo(const QString &address) const
{
    return m_next && m_listed.contains(address) && address == addressOf(*m_next);
}

Media MopidyList::goOn()
{
    m_listed = {addressOf(m_playing)}; // in front of it, by now
    if (m_told && !m_told->url.isEmpty() && m_told->url != addressOf(*m_next))
        m_listed.append(m_told->url);
    m_isStale = true;
    m_playing = *std::exchange(m_next, std::nullopt);
    return m_playing;
}

} // namespace Player
