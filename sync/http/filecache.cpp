// SPDX-License-Identifier: Apache-2.0
#include "sync/http/filecache.h"

#include "sync/limits.h"
#include "sync/logging.h"

#include <QDir>
#include <QStorageInfo>

#include <algorithm>

namespace Sync::Http {

QStringList toEvict(QList<CachedFile> files, qint64 most)
{
    std::ranges::sort(files, std::ranges::greater(), &CachedFile::used);
    QStringList names;
    qint64 kept = 0;
    for (const CachedFile &file : std::as_const(files)) {
        kept += file.bytes;
        if (kept > most)
            names.append(file.name);
    }
    return names;
}

qint64 mostCached(qint64 used, qint64 free)
{
    return std::clamp<qint64>(used + free - Limits::diskLeftFree, 0, Limits::transcodedBytes);
}

FileCache::FileCache(QString folder, const std::function<bool(const QString &)> &isName)
    : m_folder(std::move(folder))
    , m_isName(isName)
{
    if (!QDir().mkpath(m_folder))
        qCWarning(httpLog).noquote()
            << "The folder" << m_folder
            << "cannot be made: nothing will be transcoded. Make its parent writable.";
    for (const QString &name : QDir(m_folder).entryList(QDir::Files | QDir::Hidden))
        if (!m_isName(name))
            remove(name);
    makeRoom();
}

std::shared_ptr<QFile> FileCache::open(const QString &name) const
{
    auto file = std::make_shared<QFile>(pathOf(name));
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return nullptr;
    // Not left to the system: many disks are mounted so that it does not note it, or once a day.
    file->setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileAccessTime);
    return file;
}

bool FileCache::keep(const QString &part, const QString &name)
{
    remove(name);
    const bool kept = QFile::rename(pathOf(part), pathOf(name));
    makeRoom();
    return kept;
}

void FileCache::remove(const QString &name) const { QFile::remove(pathOf(name)); }

void FileCache::makeRoom() const
{
    QList<CachedFile> files;
    qint64 used = 0;
    for (const QFileInfo &info : QDir(m_folder).entryInfoList(QDir::Files)) {
        if (!m_isName(info.fileName()))
            continue;
        files.append({.name = info.fileName(), .bytes = info.size(), .used = info.lastRead()});
        used += info.size();
    }
    for (const QString &name : toEvict(files, mostCached(used, QStorageInfo(m_folder).bytesAvailable())))
        remove(name);
}

} // namespace Sync::Http
