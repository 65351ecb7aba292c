// SPDX-License-Identifier: Apache-2.0
#include "app/library/replacement.h"

#include "app/library/reasons.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Library {

namespace {

constexpr qint64 blockBytes = 1024 * 1024;
constexpr qsizetype attributeBytes = 64 * 1024; // the kernel's limit for a list, and for a value

void copyInto(QTemporaryFile &copy, QFile &original)
{
    for (;;) {
        const QByteArray block = original.read(blockBytes);
        if (block.isEmpty())
            break;
        if (copy.write(block) != block.size() || !copy.flush())
            throw FileError(
                Reasons::tr("There is no room for a copy of the file: %1.").arg(copy.errorString()));
    }
    if (original.error() != QFileDevice::NoError || copy.size() != original.size())
        throw FileError(Reasons::tr("The file cannot be read to its end: %1.").arg(original.errorString()));
}

/// Access lists, and what desktops note on files. Where the file system has no place for one it is lost.
void copyAttributes(int to, int from)
{
    QByteArray names(flistxattr(from, nullptr, 0) > 0 ? attributeBytes : 0, '\0');
    names.resize(std::max<ssize_t>(flistxattr(from, names.data(), size_t(names.size())), 0));
    for (const QByteArray &name : names.split('\0')) {
        QByteArray value(attributeBytes, '\0');
        const ssize_t size =
            name.isEmpty() ? -1 : fgetxattr(from, name.constData(), value.data(), attributeBytes);
        if (size >= 0)
            (void)fsetxattr(to, name.constData(), value.constData(), size_t(size), 0);
    }
}

/// The owner is kept where we may; the mode always.
void copyPermissions(int to, int from)
{
    struct stat info{};
    const bool known = fstat(from, &info) == 0;
    if (known && fchown(to, info.st_uid, info.st_gid) != 0 && fchown(to, uid_t(-1), info.st_gid) != 0)
        errno = 0; // an owner we may not give the file to
    copyAttributes(to, from);
    if (!known || fchmod(to, info.st_mode & 07777) != 0) {
        const QString why = qt_error_string(); // first: it ends with the next call
        throw FileError(Reasons::tr("The file's permissions cannot be kept: %1.").arg(why));
    }
}

/// What a process that was killed has left.
void removeLeftovers(const QString &folder)
{
    const QDateTime longAgo = QDateTime::currentDateTimeUtc().addDays(-1);
    const auto files = QDir(folder).entryInfoList({u".segue-??????.part"_s}, QDir::Files | QDir::Hidden);
    for (const QFileInfo &file : files)
        if (file.lastModified() < longAgo)
            QFile::remove(file.filePath());
}

bool syncToDisk(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    const bool ok = descriptor >= 0 && fsync(descriptor) == 0;
    if (descriptor >= 0)
        ::close(descriptor);
    return ok;
}

} // namespace

Replacement::Replacement(const QString &path)
    : m_original(QFileInfo(path).canonicalFilePath())
    , m_stamp(stampOf(m_original))
{
    make();
}

Replacement::~Replacement()
{
    if (!m_committed)
        QFile::remove(m_copy);
}

Replacement::Stamp Replacement::stampOf(const QString &path)
{
    struct stat info{};
    if (path.isEmpty() || stat(QFile::encodeName(path).constData(), &info) != 0)
        return {};
    return {.size = info.st_size,
            .mtimeNs = info.st_mtim.tv_sec * qint64(1'000'000'000) + info.st_mtim.tv_nsec,
            .inode = info.st_ino};
}

void Replacement::make()
{
    QFile original(m_original);
    if (m_original.isEmpty() || !original.open(QIODevice::ReadOnly))
        throw FileError(Reasons::tr("It cannot be opened: %1.").arg(original.errorString()));
    const QFileDevice::Permissions anyWrites =
        QFileDevice::WriteOwner | QFileDevice::WriteGroup | QFileDevice::WriteOther;
    if (!QFileInfo(m_original).isWritable() || !(original.permissions() & anyWrites)) // root may write all
        throw FileError(Reasons::tr("The file is read-only."));
    const QString folder = QFileInfo(m_original).absolutePath();
    removeLeftovers(folder);
    QTemporaryFile copy(folder + "/.segue-XXXXXX.part"_L1);
    if (!copy.open())
        throw FileError(Reasons::tr("Its folder cannot be written to: %1.").arg(copy.errorString()));
    copyInto(copy, original);
    copyPermissions(copy.handle(), original.handle());
    copy.setAutoRemove(false);
    m_copy = copy.fileName();
}

void Replacement::commit()
{
    if (!syncToDisk(m_copy)) {
        const QString why = qt_error_string(); // first: it ends with the next call
        throw FileError(Reasons::tr("The changed file cannot be written to the disk: %1.").arg(why));
    }
    if (stampOf(m_original) != m_stamp)
        throw FileError(Reasons::tr("Something else has changed the file meanwhile."));
    if (std::rename(QFile::encodeName(m_copy).constData(), QFile::encodeName(m_original).constData()) != 0) {
        const QString why = qt_error_string(); // first: it ends with the next call
        throw FileError(Reasons::tr("The changed file cannot take the old one's place: %1.").arg(why));
    }
    m_committed = true;
    syncToDisk(QFileInfo(m_original).absolutePath()); // it took place; a power cut may still undo it
}

} // namespace Library
