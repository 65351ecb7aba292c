// SPDX-License-Identifier: Apache-2.0
#include "app/library/watchedfolders.h"

#include "app/library/logging.h"

#include <QFile>

#include <sys/inotify.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>

using namespace Qt::StringLiterals;

namespace Library {

namespace {

constexpr std::uint32_t changes = IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE
    | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK;

/// NFS, SMB in three generations, FUSE, 9p.
bool isElsewhere(const QByteArray &folder)
{
    constexpr std::array<std::uint32_t, 6> kinds{0x6969,     0x517b,     0xfe534d42,
                                                 0xff534d42, 0x65735546, 0x01021997};
    struct statfs system{};
    return ::statfs(folder.constData(), &system) == 0
        && std::ranges::find(kinds, std::uint32_t(system.f_type)) != kinds.end();
}

} // namespace

WatchedFolders::WatchedFolders()
    : m_descriptor(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
{
    if (m_descriptor < 0)
        giveUpOn(u"the system watches no more for this user"_s);
}

WatchedFolders::~WatchedFolders()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void WatchedFolders::add(const QString &folder)
{
    const QByteArray path = QFile::encodeName(folder);
    if (m_descriptor < 0)
        return;
    if (::inotify_add_watch(m_descriptor, path.constData(), changes) < 0
        && (errno == ENOSPC || errno == ENOMEM))
        giveUpOn(u"fs.inotify.max_user_watches is too low for so many"_s);
    else if (isElsewhere(path))
        giveUpOn(u"%1 can change from elsewhere"_s.arg(folder));
}

bool WatchedFolders::takeChanges() const
{
    alignas(inotify_event) std::array<char, 64 * 1024> buffer{};
    bool concernsMusic = false;
    for (;;) {
        const ssize_t size = ::read(m_descriptor, buffer.data(), buffer.size());
        if (size <= 0)
            return concernsMusic;
        for (ssize_t at = 0; at < size;) {
            const auto *event = reinterpret_cast<const inotify_event *>(buffer.data() + at);
            const bool isHidden = event->len > 0 && event->name[0] == '.';
            concernsMusic |= !isHidden && event->mask != IN_IGNORED;
            at += ssize_t(sizeof(inotify_event) + event->len);
        }
    }
}

void WatchedFolders::giveUpOn(const QString &reason)
{
    if (m_isComplete.exchange(false))
        qCWarning(libraryLog).noquote()
            << "not all music folders can be watched, so they are also scanned every minute:" << reason;
}

} // namespace Library
