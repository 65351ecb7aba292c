// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/cueparts.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace Library {

/// With cue sheets beside a file its stamp changes whenever one of them does.
struct FoundFile {
    QString path;
    FileStamp stamp;
    std::shared_ptr<const CueFolder> cues{}; ///< nothing where there are no sheets
};

/// A root as it was found.
struct RootState {
    qint64 device = 0;
    bool isEmpty = true;
};

struct Walk {
    QList<Problem> problems;
    QStringList unseen; ///< folders and files that may hold music but could not be looked at
    QHash<QString, RootState> roots; ///< those that could be read
};

/// Told by a walk as it goes.
struct WalkListener {
    std::function<void(const QString &folder)> entering; ///< before it is read
    std::function<void(const QList<FoundFile> &files)> found; ///< the audio files of one folder, by name
};

/// Looks through the roots without opening a file. Each folder is visited once, however many links lead to
/// it.
[[nodiscard]] Walk walk(const QStringList &roots, const std::atomic_bool &cancelled,
                        const WalkListener &listener);

/// The file system a folder is on; nothing where it is not there.
[[nodiscard]] std::optional<qint64> deviceOf(const QString &folder);

/// Whether @p path is @p folder or lies anywhere below it.
[[nodiscard]] bool isWithin(const QString &path, const QString &folder);

} // namespace Library
