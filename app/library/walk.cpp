// SPDX-License-Identifier: Apache-2.0
#include "app/library/walk.h"

#include <QSet>

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace Library {

namespace {

bool isAudioName(const std::string &name)
{
    static const QSet<QByteArray> endings{"aac", "aif",  "aifc", "aiff", "ape", "flac", "m4a",
                                          "m4b", "mka",  "mp2",  "mp3",  "mp4", "mpc",  "oga",
                                          "ogg", "opus", "spx",  "tta",  "wav", "wma",  "wv"};
    const auto dot = name.rfind('.');
    return dot != std::string::npos && endings.contains(QByteArray(name.data() + dot + 1).toLower());
}

QString because(int error) { return QString::fromLocal8Bit(std::generic_category().message(error).c_str()); }

/// Gives up its state by walking; one for each walk.
class Walker
{
public:
    Walker(const std::atomic_bool &cancelled, const std::function<void(int, const QString &)> &looking)
        : m_cancelled(cancelled)
        , m_looking(looking)
    {
    }

    Walk look(const QStringList &roots)
    {
        for (const QString &root : roots)
            lookAtRoot(root);
        // Links come last, so that a folder keeps its own path where a link leads to it as well.
        for (qsizetype i = 0; i < m_links.size() && !m_cancelled; ++i)
            drain(fs::path(m_links[i].toStdString()));
        return std::move(m_walk);
    }

private:
    void lookAtRoot(const QString &root)
    {
        struct stat status{};
        const std::string path = root.toStdString();
        if (::stat(path.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) {
            fail(root, u"This music folder is not available; what it holds is kept."_s);
            return;
        }
        const qsizetype before = m_walk.unseen.size();
        m_root = {.device = qint64(status.st_dev)};
        drain(path);
        if (m_walk.unseen.size() == before || m_walk.unseen[before] != root)
            m_walk.roots.insert(root, m_root);
    }

    void drain(const fs::path &top)
    {
        m_folders.push_back(top);
        while (!m_folders.empty() && !m_cancelled) {
            const fs::path folder = std::move(m_folders.back());
            m_folders.pop_back();
            lookInto(folder);
        }
        m_folders.clear();
    }

    void lookInto(const fs::path &folder)
    {
        struct stat status{};
        const QString name = QString::fromStdString(folder.native());
        if (::stat(folder.c_str(), &status) != 0)
            return fail(name, u"This folder cannot be read: %1."_s.arg(because(errno)));
        if (!m_visited.insert({status.st_dev, status.st_ino}).second)
            return;
        m_looking(int(m_walk.files.size()), name);
        std::error_code error;
        std::vector<fs::directory_entry> entries;
        for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
            entries.push_back(*it);
        if (error)
            return fail(name, u"This folder cannot be read: %1."_s.arg(because(error.value())));
        std::ranges::sort(entries, std::greater{},
                          [](const fs::directory_entry &e) { return e.path().native(); });
        for (const auto &entry : entries)
            sortOut(entry);
    }

    void sortOut(const fs::directory_entry &entry)
    {
        m_root.isEmpty = false;
        const std::string name = entry.path().filename().native();
        if (name.starts_with('.'))
            return;
        std::error_code error;
        const bool isFolder = entry.is_directory(error);
        if (isFolder && entry.is_symlink(error))
            m_links.append(QString::fromStdString(entry.path().native()));
        else if (isFolder)
            m_folders.push_back(entry.path());
        else if (isAudioName(name))
            take(entry.path());
    }

    void take(const fs::path &file)
    {
        struct stat status{};
        const QString path = QString::fromStdString(file.native());
        if (path.toStdString() != file.native())
            m_walk.problems.append({path, u"The file's name is not valid UTF-8; rename it to play it."_s});
        else if (::stat(file.c_str(), &status) != 0)
            fail(path, u"The file cannot be looked at: %1."_s.arg(because(errno)));
        else if (S_ISREG(status.st_mode))
            m_walk.files.append({path, {status.st_size, stampOf(status)}});
    }

    static qint64 stampOf(const struct stat &status)
    {
        return qint64(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec;
    }

    void fail(const QString &path, const QString &reason)
    {
        m_walk.unseen.append(path);
        m_walk.problems.append({path, reason});
    }

    const std::atomic_bool &m_cancelled;
    const std::function<void(int, const QString &)> &m_looking;
    Walk m_walk;
    RootState m_root;
    std::vector<fs::path> m_folders;
    QStringList m_links;
    std::set<std::pair<dev_t, ino_t>> m_visited;
};

} // namespace

Walk walk(const QStringList &roots, const std::atomic_bool &cancelled,
          const std::function<void(int, const QString &)> &looking)
{
    return Walker(cancelled, looking).look(roots);
}

bool isWithin(const QString &path, const QString &folder)
{
    if (!path.startsWith(folder))
        return false;
    return path.size() == folder.size() || folder.endsWith(u'/') || path[folder.size()] == u'/';
}

} // namespace Library
