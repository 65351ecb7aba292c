// SPDX-License-Identifier: Apache-2.0
#include "app/player/engine/oggchain.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace Player {

namespace {

constexpr std::string_view pageBegins("OggS\0", 5); // with the version
constexpr std::int64_t headerSize = 27;
constexpr std::int64_t flagsOffset = 5;
constexpr std::int64_t serialOffset = 14;
constexpr char beginsStream = 2;
constexpr char endsStream = 4;
constexpr std::int64_t window = 128 * 1024; // bytes; more than two pages of the largest size
constexpr std::size_t mostLinks = 1000;

struct Page {
    std::int64_t at = 0;
    quint32 serial = 0;
    bool begins = false; ///< its stream
    bool ends = false;
};
using Serials = std::vector<quint32>;

bool has(const Serials &serials, quint32 serial)
{
    return std::ranges::find(serials, serial) != serials.end();
}

class Pages
{
public:
    Pages(std::int64_t size, const ReadBytes &read)
        : m_size(size)
        , m_read(read)
    {
    }

    /// The first that begins at that place or behind it, within a window.
    std::optional<Page> firstFrom(std::int64_t at)
    {
        load(at);
        return pageAt(m_loaded.find(pageBegins, std::size_t(at - m_at)));
    }
    std::optional<Page> last()
    {
        load(std::max<std::int64_t>(m_size - window, 0));
        return pageAt(m_loaded.rfind(pageBegins));
    }
    /// Of the streams that begin there together.
    Serials beginningAt(std::int64_t at)
    {
        Serials serials;
        for (auto page = firstFrom(at); page && page->begins; page = firstFrom(page->at + headerSize))
            serials.push_back(page->serial);
        return serials;
    }

private:
    void load(std::int64_t at)
    {
        const std::int64_t needed = std::min(window / 2, m_size - at);
        if (at >= m_at && at + needed <= m_at + std::int64_t(m_loaded.size()))
            return;
        m_bytes.resize(std::size_t(std::min(window, m_size - at)));
        const int got = m_read(at, m_bytes);
        m_loaded = std::string_view(m_bytes.data(), std::size_t(std::max(got, 0)));
        m_at = at;
    }
    std::optional<Page> pageAt(std::size_t offset) const
    {
        if (offset == std::string_view::npos || offset + headerSize > m_loaded.size())
            return {};
        const char *header = m_loaded.data() + offset;
        return Page{.at = m_at + std::int64_t(offset),
                    .serial = qFromLittleEndian<quint32>(header + serialOffset),
                    .begins = (header[flagsOffset] & beginsStream) != 0,
                    .ends = (header[flagsOffset] & endsStream) != 0};
    }

    const std::int64_t m_size;
    const ReadBytes &m_read;
    std::vector<char> m_bytes;
    std::string_view m_loaded;
    std::int64_t m_at = 0;
};

/// Where the link ends that begins there; nothing where that cannot be told.
std::optional<std::int64_t> endOfLink(Pages &pages, const Serials &ours, std::int64_t begin,
                                      std::int64_t size)
{
    std::int64_t low = begin; // a page of ours begins there or behind it
    std::int64_t high = size;
    while (high - low > window / 4) {
        const std::int64_t middle = low + (high - low) / 2;
        const auto page = pages.firstFrom(middle);
        if (page && page->at < high && has(ours, page->serial))
            low = middle;
        else
            high = middle;
    }
    for (auto page = pages.firstFrom(low); page; page = pages.firstFrom(page->at + headerSize))
        if (!has(ours, page->serial))
            return page->begins ? std::optional(page->at) : std::nullopt;
    return {};
}

} // namespace

OggShape oggShapeOf(std::int64_t size, const ReadBytes &read)
{
    Pages pages(size, read);
    const auto last = pages.last();
    OggShape single{.links = {{0, size}}, .endIsMarked = last && last->ends};
    OggShape shape{.endIsMarked = single.endIsMarked};
    for (std::int64_t begin = 0; last && shape.links.size() < mostLinks;) {
        const Serials ours = pages.beginningAt(begin);
        if (ours.empty())
            return single;
        if (has(ours, last->serial)) {
            shape.links.push_back({begin, size});
            return shape;
        }
        const auto end = endOfLink(pages, ours, begin, size);
        if (!end)
            return single;
        shape.links.push_back({begin, *end});
        begin = *end;
    }
    return single;
}

} // namespace Player
