// SPDX-License-Identifier: Apache-2.0
#include "app/personal/listfile.h"

#include "app/library/reasons.h"
#include "app/library/textfile.h"
#include "app/personal/limits.h"
#include "app/personal/stations.h"

#include <QDir>
#include <QMap>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Personal {

namespace {

using Place = std::variant<ListEntry, QString>; ///< an entry without a title, or why there is none

/// Not QUrl's word: to that one "C:/a.ogg" has a scheme and "a: b.ogg" too.
bool hasScheme(const QString &location) { return location.indexOf("://"_L1) > 1; }

Place placeAt(const QString &location, const QString &folder)
{
    if (location.contains(QChar(0)))
        return Library::Reasons::tr("It is no name a file can have.");
    if (location.startsWith("file:/"_L1, Qt::CaseInsensitive)) {
        const QString path = pathOfFileUrl(location);
        return path.isEmpty() ? Place(Library::Reasons::tr("It is not on this machine: %1.").arg(location))
                              : ListEntry{.path = QDir::cleanPath(path)};
    }
    if (!hasScheme(location))
        return ListEntry{.path = QDir::cleanPath(QDir(folder).absoluteFilePath(location))};
    const auto url = stationUrl(location);
    return url ? ListEntry{.url = *url}
               : Place(Library::Reasons::tr("It is no address music can be played from: %1.").arg(location));
}

std::chrono::milliseconds durationOf(QStringView seconds)
{
    bool ok = false;
    const double value = seconds.toDouble(&ok);
    constexpr double longest = 366.0 * 24 * 60 * 60;
    return std::chrono::milliseconds(ok && value > 0 && value < longest ? qint64(std::llround(value * 1000))
                                                                        : 0);
}

class M3uParser
{
public:
    explicit M3uParser(const QString &folder)
        : m_folder(folder)
    {
    }

    void read(const QString &line, int number)
    {
        if (line.isEmpty())
            return;
        if (!line.startsWith(u'#'))
            return place(line, number);
        if (line.startsWith("#EXTINF:"_L1, Qt::CaseInsensitive))
            describe(line.sliced(8));
        else if (line.startsWith("#PLAYLIST:"_L1, Qt::CaseInsensitive))
            m_list.name = line.sliced(10).trimmed();
    }
    [[nodiscard]] ListFile take() { return std::move(m_list); }

private:
    /// "123,Ana - Moon", with attributes behind the number in some files: 123 logo="a,b",Ana - Moon
    void describe(const QString &text)
    {
        bool quoted = false;
        qsizetype comma = 0;
        for (; comma < text.size() && (quoted || text[comma] != u','); ++comma)
            quoted ^= text[comma] == u'"';
        m_next.title = text.mid(comma + 1).trimmed();
        m_next.duration = durationOf(QStringView(text).first(comma).trimmed().toString().section(u' ', 0, 0));
    }
    void place(const QString &location, int number)
    {
        Place found = placeAt(location, m_folder);
        const ListEntry described = std::exchange(m_next, {});
        if (const auto *reason = std::get_if<QString>(&found)) {
            m_list.refused.append({number, *reason});
            return;
        }
        auto &entry = std::get<ListEntry>(found);
        entry.title = described.title;
        entry.duration = described.duration;
        m_list.entries.append(entry);
    }

    const QString m_folder;
    ListFile m_list;
    ListEntry m_next;
};

/// "File7=...", "Title7=...", "Length7=...", in any order.
class PlsParser
{
public:
    explicit PlsParser(const QString &folder)
        : m_folder(folder)
    {
    }

    void read(const QString &line, int number)
    {
        const QString value = line.section(u'=', 1).trimmed();
        const QString key = line.section(u'=', 0, 0).trimmed().toLower();
        for (const auto &word : {"file"_L1, "title"_L1, "length"_L1}) {
            bool ok = false;
            const int place = key.startsWith(word) ? QStringView(key).sliced(word.size()).toInt(&ok) : 0;
            if (ok)
                set(m_entries[place], word, value, number);
        }
    }
    [[nodiscard]] ListFile take() const
    {
        ListFile list;
        for (const Entry &entry : m_entries) {
            if (entry.line == 0)
                continue;
            const Place found = placeAt(entry.location, m_folder);
            if (const auto *reason = std::get_if<QString>(&found)) {
                list.refused.append({entry.line, *reason});
                continue;
            }
            list.entries.append(std::get<ListEntry>(found));
            list.entries.last().title = entry.title;
            list.entries.last().duration = entry.duration;
        }
        return list;
    }

private:
    struct Entry {
        int line = 0;
        QString location{};
        QString title{};
        std::chrono::milliseconds duration{0};
    };

    static void set(Entry &entry, QLatin1StringView word, const QString &value, int number)
    {
        if (word == "title"_L1) {
            entry.title = value;
        } else if (word == "length"_L1) {
            entry.duration = durationOf(value);
        } else if (!value.isEmpty()) {
            entry.location = value;
            entry.line = number;
        }
    }

    const QString m_folder;
    QMap<int, Entry> m_entries; ///< by their number
};

template <typename Parser> ListFile parsed(Parser parser, const QStringList &lines)
{
    for (qsizetype i = 0; i < lines.size(); ++i)
        parser.read(lines[i].trimmed(), int(i) + 1);
    return parser.take();
}

QString oneLine(const QString &text) { return text.simplified(); }

QByteArray seconds(std::chrono::milliseconds duration)
{
    using std::chrono::seconds;
    return duration.count() > 0 ? QByteArray::number(qint64(std::chrono::round<seconds>(duration).count()))
                                : "-1";
}

/// A name a reader would take for something else is written as a URL.
QByteArray location(const ListEntry &entry, const QString &folder, Paths paths)
{
    if (entry.path.isEmpty())
        return entry.url.toEncoded();
    const bool isPlain = entry.path.trimmed() == entry.path && !hasScheme(entry.path)
        && std::ranges::all_of(entry.path, [](QChar c) { return c.unicode() >= u' '; });
    if (!isPlain)
        return QUrl::fromLocalFile(entry.path).toEncoded();
    const QString path = paths == Paths::Relative ? QDir(folder).relativeFilePath(entry.path) : entry.path;
    const bool isMistakable = path.startsWith(u'#') || path.startsWith("file:"_L1) || path.trimmed() != path;
    return (isMistakable ? "./"_L1 + path : path).toUtf8();
}

} // namespace

std::variant<ListFile, QString> parseListFile(const QByteArray &bytes, const QString &folder)
{
    if (bytes.size() > Limits::listFileBytes)
        return Library::Reasons::tr("The playlist is larger than %1 MiB.")
            .arg(Limits::listFileBytes / 1024 / 1024);
    const QStringList lines = Library::linesOf(bytes);
    if (std::ranges::count_if(lines, [](const QString &line) { return line.contains(QChar(0)); }) * 2
        > lines.size())
        return Library::Reasons::tr("This is not a playlist but something else.");
    if (lines.size() > Limits::listFileLines)
        return Library::Reasons::tr("The playlist has more than %1 lines.").arg(Limits::listFileLines);
    const auto first =
        std::ranges::find_if(lines, [](const QString &line) { return !line.trimmed().isEmpty(); });
    const bool isPls =
        first != lines.end() && first->trimmed().compare("[playlist]"_L1, Qt::CaseInsensitive) == 0;
    return isPls ? parsed(PlsParser(folder), lines) : parsed(M3uParser(folder), lines);
}

QString pathOfFileUrl(const QString &url)
{
    QUrl parsed(QString(url).replace(u'#', "%23"_L1).replace(u'?', "%3F"_L1), QUrl::TolerantMode);
    if (!parsed.isLocalFile() || (!parsed.host().isEmpty() && parsed.host() != "localhost"_L1))
        return {};
    parsed.setHost({});
    return parsed.toLocalFile();
}

QByteArray toM3u(const ListFile &list, const QString &folder, Paths paths)
{
    QByteArray text = "#EXTM3U\n";
    if (!list.name.isEmpty())
        text += "#PLAYLIST:" + oneLine(list.name).toUtf8() + '\n';
    for (const ListEntry &entry : list.entries) {
        if (!entry.title.isEmpty() || entry.duration.count() > 0)
            text += "#EXTINF:" + seconds(entry.duration) + ',' + oneLine(entry.title).toUtf8() + '\n';
        text += location(entry, folder, paths) + '\n';
    }
    return text;
}

QByteArray toPls(const ListFile &list)
{
    QByteArray text = "[playlist]\n";
    for (qsizetype i = 0; i < list.entries.size(); ++i) {
        const ListEntry &entry = list.entries[i];
        const QByteArray number = QByteArray::number(i + 1) + '=';
        text += "File" + number + location(entry, {}, Paths::Absolute) + '\n';
        text += "Title" + number + oneLine(entry.title).toUtf8() + '\n';
        text += "Length" + number + seconds(entry.duration) + '\n';
    }
    return text + "NumberOfEntries=" + QByteArray::number(list.entries.size()) + "\nVersion=2\n";
}

} // namespace Personal
