// SPDX-License-Identifier: Apache-2.0
#include "app/library/cuesheet.h"

#include "app/library/reasons.h"
#include "app/library/textfile.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Library {

namespace {

using std::chrono::milliseconds;

/// The first word of @p line, which it is taken from; quotes keep words together.
QString takeWord(QStringView &line)
{
    line = line.trimmed();
    const bool isQuoted = line.startsWith(u'"');
    qsizetype end = isQuoted ? line.indexOf(u'"', 1) : 0;
    if (isQuoted && end < 0)
        end = line.size(); // nobody closed it
    while (!isQuoted && end < line.size() && !line[end].isSpace())
        ++end;
    const QString word = line.sliced(isQuoted ? 1 : 0, end - (isQuoted ? 1 : 0)).toString();
    line = line.sliced(std::min(end + (isQuoted ? 1 : 0), line.size()));
    return word;
}

/// All that is left of a line, with its quotes taken off.
QString text(QStringView line)
{
    line = line.trimmed();
    const bool isQuoted = line.size() >= 2 && line.startsWith(u'"') && line.endsWith(u'"');
    return (isQuoted ? line.sliced(1, line.size() - 2) : line).toString().simplified();
}

/// "FILE name WAVE": the name may have spaces without being quoted.
QString fileName(QStringView line)
{
    line = line.trimmed();
    if (line.startsWith(u'"'))
        return takeWord(line);
    const qsizetype space = line.lastIndexOf(u' ');
    return (space < 0 ? line : line.first(space).trimmed()).toString();
}

/// Minutes, seconds and frames of which a second has 75.
std::optional<milliseconds> timeIn(const QString &text)
{
    static const QRegularExpression pattern(u"^(\\d{1,4}):([0-5]?\\d):(\\d{1,2})$"_s);
    const auto match = pattern.match(text);
    const int frames = match.captured(3).toInt();
    constexpr int framesPerSecond = 75;
    if (!match.hasMatch() || frames >= framesPerSecond)
        return std::nullopt;
    const qint64 seconds = match.captured(1).toLongLong() * 60 + match.captured(2).toInt();
    return milliseconds((seconds * framesPerSecond + frames) * 1000 / framesPerSecond);
}

class Parser
{
public:
    /// Why the line makes no sense; nothing where it does.
    std::optional<QString> read(QStringView line)
    {
        if (line.size() > CueLimits::characters)
            return Reasons::tr("The line is longer than %1 characters.").arg(CueLimits::characters);
        const QString word = takeWord(line).toUpper();
        if (word == "FILE"_L1)
            return beginFile(line);
        if (word == "TRACK"_L1)
            return beginTrack(line);
        if (word == "INDEX"_L1)
            return index(line);
        if (word == "TITLE"_L1)
            (m_open ? m_open->track.title : m_sheet.title) = text(line);
        else if (word == "PERFORMER"_L1)
            (m_open ? m_open->track.performer : m_sheet.performer) = text(line);
        else if (word == "REM"_L1)
            remark(line);
        return std::nullopt; // PREGAP is silence no file has; CATALOG, FLAGS, ISRC and the like are not
                             // needed
    }

    std::optional<QString> finish()
    {
        if (auto reason = endTrack(); reason)
            return reason;
        return m_tracks.isEmpty() ? std::optional(Reasons::tr("There is no track in this sheet."))
                                  : std::nullopt;
    }
    [[nodiscard]] CueSheet take()
    {
        for (auto &[track, isAudio, hasStart] : m_tracks) {
            if (track.performer.isEmpty())
                track.performer = m_sheet.performer;
            if (isAudio)
                m_sheet.tracks.append(track);
        }
        return std::move(m_sheet);
    }

private:
    struct OpenTrack {
        CueTrack track;
        bool isAudio = true;
        bool hasStart = false;
    };

    std::optional<QString> beginFile(QStringView line)
    {
        m_file = fileName(line);
        if (m_file.isEmpty())
            return Reasons::tr("FILE names no file.");
        m_latest = {}; // times begin anew
        return std::nullopt;
    }

    std::optional<QString> beginTrack(QStringView line)
    {
        if (auto reason = endTrack(); reason)
            return reason;
        bool ok = false;
        const int number = takeWord(line).toInt(&ok);
        if (!ok || number < 1 || number > CueLimits::tracks)
            return Reasons::tr("TRACK has no number between 1 and %1.").arg(CueLimits::tracks);
        if (m_file.isEmpty())
            return Reasons::tr("TRACK comes before FILE.");
        if (m_tracks.size() == CueLimits::tracks)
            return Reasons::tr("There are more than %1 tracks.").arg(CueLimits::tracks);
        const QString kind = takeWord(line).toUpper();
        m_open = OpenTrack{.track = {.number = number}, .isAudio = kind.isEmpty() || kind == "AUDIO"_L1};
        return std::nullopt;
    }

    std::optional<QString> index(QStringView line)
    {
        if (!m_open)
            return Reasons::tr("INDEX comes before TRACK.");
        bool ok = false;
        const int number = takeWord(line).toInt(&ok);
        const auto time = timeIn(takeWord(line));
        if (!ok || number < 0 || number > 99)
            return Reasons::tr("INDEX has no number between 0 and 99.");
        if (!time)
            return Reasons::tr("INDEX has no time like 04:33:00.");
        if (m_latest && *time < *m_latest)
            return Reasons::tr("INDEX goes back in time.");
        m_latest = time;
        if (number == 1) {
            endPrevious(*time);
            m_open->track.file = m_file;
            m_open->track.start = *time;
            m_open->hasStart = true;
        }
        return std::nullopt;
    }

    /// In another file the one before reaches to the end of its own.
    void endPrevious(milliseconds time)
    {
        if (!m_tracks.isEmpty() && m_tracks.last().track.file == m_file && !m_tracks.last().track.end)
            m_tracks.last().track.end = time;
    }

    std::optional<QString> endTrack()
    {
        if (!m_open)
            return std::nullopt;
        if (!m_open->hasStart)
            return Reasons::tr("Track %1 has no INDEX 01.").arg(m_open->track.number);
        m_tracks.append(*std::exchange(m_open, std::nullopt));
        return std::nullopt;
    }

    void remark(QStringView line)
    {
        const QString word = takeWord(line).toUpper();
        if (word == "DATE"_L1)
            m_sheet.date = text(line);
        else if (word == "GENRE"_L1)
            m_sheet.genre = text(line);
    }

    CueSheet m_sheet;
    QString m_file;
    std::optional<milliseconds> m_latest; ///< in this file
    std::optional<OpenTrack> m_open;
    QList<OpenTrack> m_tracks; ///< those that are complete
};

} // namespace

std::variant<CueSheet, CueError> parseCueSheet(const QByteArray &bytes)
{
    if (bytes.size() > CueLimits::bytes)
        return CueError{.reason =
                            Reasons::tr("The sheet is larger than %1 KiB.").arg(CueLimits::bytes / 1024)};
    const QStringList lines = linesOf(bytes);
    Parser parser;
    for (qsizetype i = 0; i < lines.size(); ++i)
        if (const auto reason = parser.read(lines[i]))
            return CueError{.line = int(i) + 1, .reason = *reason};
    if (const auto reason = parser.finish())
        return CueError{.reason = *reason};
    return parser.take();
}

} // namespace Library
