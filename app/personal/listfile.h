// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <variant>

/// Playlist files: M3U (.m3u, .m3u8) and PLS. Values in, values out; no file is touched.
namespace Personal {

/// A line of a playlist file: a file or a stream, and what is said of it.
struct ListEntry {
    QString path{}; ///< absolute; empty for a stream
    QUrl url{}; ///< http or https; empty for a file
    QString title{}; ///< often "artist - title"
    std::chrono::milliseconds duration{0}; ///< zero where it is not told

    bool operator==(const ListEntry &) const = default;
};

/// A line that could not be used, and why, in a sentence.
struct RefusedLine {
    int line = 0; ///< from 1
    QString reason{};

    bool operator==(const RefusedLine &) const = default;
};

struct ListFile {
    QString name{}; ///< empty where the file does not tell
    QList<ListEntry> entries{};
    QList<RefusedLine> refused{};

    bool operator==(const ListFile &) const = default;
};

/// What a playlist file in @p folder says, or, in a sentence, why it is none. PLS is told by its content, all
/// else is M3U. UTF-8 where it is that or says so, otherwise Latin-1.
[[nodiscard]] std::variant<ListFile, QString> parseListFile(const QByteArray &bytes, const QString &folder);

/// The path a file:// URL stands for; empty for another machine's. Forgives a '#' or '?' nobody encoded.
[[nodiscard]] QString pathOfFileUrl(const QString &url);

/// Paths as they are, or as seen from the folder the file is to lie in.
enum class Paths { Absolute, Relative };
[[nodiscard]] QByteArray toM3u(const ListFile &list, const QString &folder, Paths paths);
[[nodiscard]] QByteArray toPls(const ListFile &list);

} // namespace Personal
