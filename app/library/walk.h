// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/track.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <atomic>
#include <functional>

namespace Library {

struct FoundFile {
    QString path;
    FileStamp stamp;
};

/// A root as it was found.
struct RootState {
    qint64 device = 0;
    bool isEmpty = true;
};

struct Walk {
    QList<FoundFile> files; ///< every audio file, by its name
    QList<Problem> problems;
    QStringList unseen; ///< folders and files that may hold music but could not be looked at
    QHash<QString, RootState> roots; ///< those that could be read
};

/// Looks through the roots without opening a file. Each folder is visited once, however many links lead to
/// it.
/// @p looking is told of every folder with the number of files found so far.
[[nodiscard]] Walk walk(const QStringList &roots, const std::atomic_bool &cancelled,
                        const std::function<void(int found, const QString &folder)> &looking);

/// Whether @p path is @p folder or lies anywhere below it.
[[nodiscard]] bool isWithin(const QString &path, const QString &folder);

} // namespace Library
