// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <atomic>

namespace Library {

/// Folders the kernel tells changes of: all that inotify shows of itself. Any thread may add one.
///
/// QFileSystemWatcher would not do: of a folder it tells neither that a file in it was rewritten nor that one
/// is whole.
class WatchedFolders
{
public:
    WatchedFolders();
    ~WatchedFolders();
    WatchedFolders(const WatchedFolders &) = delete;
    WatchedFolders &operator=(const WatchedFolders &) = delete;

    /// Becomes readable when something changes; -1 where the system has no more of these.
    [[nodiscard]] int descriptor() const { return m_descriptor; }

    /// Once more is as good as once.
    void add(const QString &folder);

    /// Takes in what is to be read; whether any of it may concern music.
    [[nodiscard]] bool takeChanges() const;

    /// Whether every folder added is watched. Not those that others may change from elsewhere: shares on the
    /// network.
    [[nodiscard]] bool isComplete() const { return m_isComplete; }

private:
    void giveUpOn(const QString &reason);

    const int m_descriptor;
    std::atomic_bool m_isComplete = true;
};

} // namespace Library
