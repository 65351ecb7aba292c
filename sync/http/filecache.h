// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QFile>
#include <QStringList>

#include <functional>
#include <memory>

namespace Sync::Http {

struct CachedFile {
    QString name;
    qint64 bytes = 0;
    QDateTime used;
};

/// Who has to go so that the others are no more than @p most bytes: those not used for the longest time.
[[nodiscard]] QStringList toEvict(QList<CachedFile> files, qint64 most);

/// How many bytes a cache may have that has @p used, on a disk that has @p free left.
[[nodiscard]] qint64 mostCached(qint64 used, qint64 free);

/// A folder of files that can be made again. Any one thread.
class FileCache
{
public:
    /// Removes what a crash has left behind: all that has none of its names. @p isName: which those are.
    FileCache(QString folder, const std::function<bool(const QString &)> &isName);

    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] QString pathOf(const QString &name) const { return m_folder + u'/' + name; }
    /// Open for reading, and used just now; none where it is not there.
    [[nodiscard]] std::shared_ptr<QFile> open(const QString &name) const;
    /// Makes @p part the file of that name, and room for it. What is being read stays readable.
    [[nodiscard]] bool keep(const QString &part, const QString &name);
    void remove(const QString &name) const;

private:
    void makeRoom() const;

    const QString m_folder;
    const std::function<bool(const QString &)> m_isName;
};

} // namespace Sync::Http
