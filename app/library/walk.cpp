// SPDX-License-Identifier: Apache-2.0
#include "app/library/walk.h"

#include "app/library/reasons.h"

#include <QSet>
#include <QUtf8StringView>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace Library {

namespace {

struct CloseFolder {
    void operator()(DIR *folder) const { ::closedir(folder); }
};
using OpenFolder = std::unique_ptr<DIR, CloseFolder>;

/// What is in a folder; its kind as the folder itself knows it, which spares looking at each.
struct Entry {
    std::string name;
    unsigned char kind = DT_UNKNOWN;
};

QByteArray endingOf(std::string_view name)
{
    const auto dot = name.rfind('.');
    if (dot == std::string_view::npos)
        return {};
    return QByteArray(name.data() + dot + 1, qsizetype(name.size() - dot - 1)).toLower();
}

bool isSheetName(std::string_view name) { return endingOf(name) == "cue"; }

bool isText(const std::string &name)
{
    return QUtf8StringView(name.data(), qsizetype(name.size())).isValidUtf8();
}

bool isAudioName(std::string_view name)
{
    static const QSet<QByteArray> endings{"aac", "aif",  "aifc", "aiff", "ape", "flac", "m4a",
                                          "m4b", "mka",  "mp2",  "mp3",  "mp4", "mpc",  "oga",
                                          "ogg", "opus", "spx",  "tta",  "wav", "wma",  "wv"};
    return endings.contains(endingOf(name));
}

QString because(int error) { return QString::fromLocal8Bit(std::generic_category().message(error).c_str()); }

/// Gives up its state by walking; one for each walk.
class Walker
{
public:
    Walker(const std::atomic_bool &cancelled, const WalkListener &listener)
        : m_cancelled(cancelled)
        , m_listener(listener)
    {
    }

    Walk look(const QStringList &roots)
    {
        for (const QString &root : roots)
            lookAtRoot(root);
        // Links come last, so that a folder keeps its own path where a link leads to it as well.
        for (std::size_t i = 0; i < m_links.size() && !m_cancelled; ++i)
            drain(m_links[i]);
        return std::move(m_walk);
    }

private:
    void lookAtRoot(const QString &root)
    {
        const auto device = deviceOf(root);
        if (!device)
            return fail(root, Reasons::tr("This music folder is not available; what it holds is kept."));
        const qsizetype before = m_walk.unseen.size();
        m_root = {.device = *device};
        drain(root.toStdString());
        if (m_walk.unseen.size() == before || m_walk.unseen[before] != root)
            m_walk.roots.insert(root, m_root);
    }

    void drain(const std::string &top)
    {
        m_folders.push_back(top);
        while (!m_folders.empty() && !m_cancelled) {
            const std::string folder = std::move(m_folders.back());
            m_folders.pop_back();
            lookInto(folder);
        }
        m_folders.clear();
    }

    void lookInto(const std::string &path)
    {
        const QString name = QString::fromStdString(path);
        m_listener.entering(name);
        const OpenFolder folder(::opendir(path.c_str()));
        struct stat status{};
        if (!folder || ::fstat(::dirfd(folder.get()), &status) != 0)
            return failToRead(name, errno);
        if (!m_visited.insert({status.st_dev, status.st_ino}).second)
            return;
        std::vector<Entry> entries;
        errno = 0;
        while (const dirent *entry = ::readdir(folder.get()))
            entries.push_back({entry->d_name, entry->d_type});
        if (errno != 0)
            return failToRead(name, errno);
        std::ranges::sort(entries, {}, &Entry::name);
        takeAll(entries, folder.get(), path, name);
    }

    void takeAll(const std::vector<Entry> &entries, DIR *folder, const std::string &path, const QString &name)
    {
        const std::string within = path.ends_with('/') ? path : path + '/';
        const QString shown = name.endsWith(u'/') ? name : name + u'/';
        std::vector<std::string> below;
        QList<FoundFile> files;
        QList<FoundFile> sheets;
        for (const Entry &entry : entries) {
            if (entry.name != "." && entry.name != "..")
                m_root.isEmpty = false;
            if (entry.name.starts_with('.'))
                continue;
            switch (kindOf(entry, folder)) {
            case Kind::Folder:
                enterLater(below, within, entry.name);
                break;
            case Kind::LinkToFolder:
                enterLater(m_links, within, entry.name);
                break;
            case Kind::Audio:
                take(entry, folder, shown, files);
                break;
            case Kind::Sheet:
                take(entry, folder, shown, sheets);
                break;
            case Kind::Other:
                break;
            }
        }
        m_folders.insert(m_folders.end(), below.rbegin(), below.rend()); // the first one is then the next
        if (!sheets.isEmpty())
            layBeside(files, sheets, name);
        if (!files.isEmpty())
            m_listener.found(files);
    }

    /// What a sheet says of a file is part of it: the file has changed when the sheet has.
    static void layBeside(QList<FoundFile> &files, const QList<FoundFile> &sheets, const QString &folder)
    {
        const auto nameOf = [](const FoundFile &file) { return file.path.section(u'/', -1); };
        CueFolder cues{.path = folder};
        FileStamp theirs;
        for (const FoundFile &sheet : sheets) {
            cues.sheets.append(nameOf(sheet));
            theirs.size += sheet.stamp.size;
            theirs.mtimeNs = std::max(theirs.mtimeNs, sheet.stamp.mtimeNs);
        }
        std::ranges::transform(files, std::back_inserter(cues.audio), nameOf);
        const auto shared = std::make_shared<const CueFolder>(std::move(cues));
        for (FoundFile &file : files) {
            file.stamp.size += theirs.size;
            file.stamp.mtimeNs = std::max(file.stamp.mtimeNs, theirs.mtimeNs);
            file.cues = shared;
        }
    }

    enum class Kind { Folder, LinkToFolder, Audio, Sheet, Other };

    static Kind kindOf(const Entry &entry, DIR *folder)
    {
        const bool mayLead = entry.kind == DT_LNK || entry.kind == DT_UNKNOWN;
        struct stat status{};
        if (entry.kind == DT_DIR)
            return Kind::Folder;
        if (mayLead && ::fstatat(::dirfd(folder), entry.name.c_str(), &status, 0) == 0
            && S_ISDIR(status.st_mode))
            return entry.kind == DT_LNK || isLink(entry, folder) ? Kind::LinkToFolder : Kind::Folder;
        if (isAudioName(entry.name))
            return Kind::Audio;
        return isSheetName(entry.name) ? Kind::Sheet : Kind::Other;
    }

    static bool isLink(const Entry &entry, DIR *folder)
    {
        struct stat status{};
        return ::fstatat(::dirfd(folder), entry.name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0
            && S_ISLNK(status.st_mode);
    }

    void enterLater(std::vector<std::string> &folders, const std::string &within, const std::string &name)
    {
        const std::string path = within + name;
        if (isText(name))
            folders.push_back(path);
        else
            m_walk.problems.append(
                {QString::fromStdString(path),
                 Reasons::tr("The folder's name is not valid UTF-8; rename it to play what it holds.")});
    }

    void take(const Entry &entry, DIR *folder, const QString &within, QList<FoundFile> &files)
    {
        struct stat status{};
        const QString path = within + QString::fromStdString(entry.name);
        if (!isText(entry.name))
            m_walk.problems.append(
                {path, Reasons::tr("The file's name is not valid UTF-8; rename it to play it.")});
        else if (::fstatat(::dirfd(folder), entry.name.c_str(), &status, 0) != 0)
            failToLookAt(path, errno);
        else if (S_ISREG(status.st_mode))
            files.append({path, {status.st_size, stampOf(status)}});
    }

    static qint64 stampOf(const struct stat &status)
    {
        return qint64(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec;
    }

    void failToRead(const QString &folder, int error)
    {
        fail(folder, Reasons::tr("This folder cannot be read: %1.").arg(because(error)));
    }
    void failToLookAt(const QString &path, int error)
    {
        fail(path, Reasons::tr("The file cannot be looked at: %1.").arg(because(error)));
    }
    void fail(const QString &path, const QString &reason)
    {
        m_walk.unseen.append(path);
        m_walk.problems.append({path, reason});
    }

    const std::atomic_bool &m_cancelled;
    const WalkListener &m_listener;
    Walk m_walk;
    RootState m_root;
    std::vector<std::string> m_folders;
    std::vector<std::string> m_links;
    std::set<std::pair<dev_t, ino_t>> m_visited;
};

} // namespace

Walk walk(const QStringList &roots, const std::atomic_bool &cancelled, const WalkListener &listener)
{
    return Walker(cancelled, listener).look(roots);
}

std::optional<qint64> deviceOf(const QString &folder)
{
    struct stat status{};
    if (::stat(folder.toStdString().c_str(), &status) != 0 || !S_ISDIR(status.st_mode))
        return std::nullopt;
    return qint64(status.st_dev);
}

bool isWithin(const QString &path, const QString &folder)
{
    if (!path.startsWith(folder))
        return false;
    return path.size() == folder.size() || folder.endsWith(u'/') || path[folder.size()] == u'/';
}

} // namespace Library
