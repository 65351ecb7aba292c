// SPDX-License-Identifier: Apache-2.0
#include "sync/http/ranges.h"

#include <QLocale>

#include <algorithm>
#include <charconv>

namespace Sync::Http {

namespace {

constexpr QByteArrayView unit{"bytes="};

QString dateFormat() { return QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"); }

/// Digits and nothing else; a number too large for any file is the largest.
std::optional<qint64> numberIn(QByteArrayView text)
{
    qint64 number = 0;
    if (text.isEmpty() || !std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc::result_out_of_range ? std::numeric_limits<qint64>::max() : number;
}

bool isSame(const RequestHead &head, const FileFacts &file)
{
    if (!head.has("If-Range"))
        return true;
    const auto seen = head.header("If-Range");
    return seen == file.etag || seen == httpDate(file.modified);
}

std::variant<Whole, Part, Outside> lastOf(QByteArrayView text, qint64 size)
{
    const auto count = numberIn(text);
    if (!count)
        return Whole{};
    if (*count == 0 || size == 0)
        return Outside{};
    const qint64 given = std::min(*count, size);
    return Part{.first = size - given, .count = given};
}

} // namespace

std::variant<Whole, Part, Outside> chooseRange(const RequestHead &head, const FileFacts &file)
{
    const auto range = head.header("Range");
    if (head.method != Method::Get || !range || !isSame(head, file)
        || QByteArrayView(*range)
                .first(std::min(range->size(), unit.size()))
                .compare(unit, Qt::CaseInsensitive)
            != 0)
        return Whole{};
    const QByteArray asked = range->sliced(unit.size()).trimmed();
    const qsizetype dash = asked.indexOf('-');
    if (dash < 0)
        return Whole{};
    const QByteArray from = asked.first(dash).trimmed();
    const QByteArray to = asked.sliced(dash + 1).trimmed();
    if (from.isEmpty())
        return lastOf(to, file.size);
    const auto first = numberIn(from);
    const auto last = to.isEmpty() ? std::optional(file.size - 1) : numberIn(to);
    if (!first || !last || (!to.isEmpty() && *last < *first))
        return Whole{};
    if (*first >= file.size)
        return Outside{};
    return Part{.first = *first, .count = std::min(*last, file.size - 1) - *first + 1};
}

bool isUnchanged(const RequestHead &head, const FileFacts &file)
{
    if (head.has("If-None-Match"))
        return head.lists("If-None-Match", file.etag) || head.lists("If-None-Match", "W/" + file.etag)
            || head.lists("If-None-Match", "*");
    const auto since = head.header("If-Modified-Since");
    if (!since || !file.modified.isValid())
        return false;
    QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(*since), dateFormat());
    time.setTimeSpec(Qt::UTC);
    return time.isValid() && file.modified.toSecsSinceEpoch() <= time.toSecsSinceEpoch();
}

QByteArray httpDate(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), dateFormat()).toLatin1();
}

} // namespace Sync::Http
