// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/folderscontroller.h"

#include "app/library/scanner.h"
#include "app/options.h"
#include "app/settingsfile.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace Desktop {

FoldersController::FoldersController(Library::Scanner &scanner, QString settingsFile, bool fixed,
                                     QObject *parent)
    : QObject(parent)
    , m_scanner(scanner)
    , m_settingsFile(std::move(settingsFile))
    , m_fixed(fixed)
{
}

QStringList FoldersController::folders() const { return m_scanner.roots(); }

void FoldersController::add(const QUrl &folder)
{
    const QString path = QDir::cleanPath(folder.toLocalFile());
    if (const QString reason = whyNot(path); !reason.isEmpty())
        return failed(reason);
    if (become(folders() << path) && path == m_removed)
        forgetRemoved();
}

QString FoldersController::whyNot(const QString &folder) const
{
    const QFileInfo info(folder);
    if (!info.isDir() || !info.isReadable() || !info.isExecutable())
        return tr("The folder %1 cannot be read.").arg(folder);
    const QStringList known = folders();
    const auto around = std::ranges::find_if(known, [&folder](const QString &root) {
        return root == u"/" || folder == root || folder.startsWith(root + u'/');
    });
    return around == known.end() ? QString() : tr("%1 belongs to your music already.").arg(folder);
}

void FoldersController::remove(const QString &folder)
{
    QStringList rest = folders();
    const qsizetype place = rest.indexOf(folder);
    if (place < 0)
        return;
    rest.removeAt(place);
    if (!become(rest))
        return;
    m_removed = folder;
    m_removedFrom = place;
    Q_EMIT changed();
}

void FoldersController::putBack()
{
    QStringList all = folders();
    if (m_removed.isEmpty() || all.contains(m_removed))
        return forgetRemoved();
    all.insert(std::min(m_removedFrom, all.size()), m_removed);
    if (become(all))
        forgetRemoved();
}

void FoldersController::forgetRemoved()
{
    m_removed.clear();
    Q_EMIT changed();
}

void FoldersController::scan() { m_scanner.scan(); }

void FoldersController::cancelScan() { m_scanner.cancel(); }

bool FoldersController::become(const QStringList &folders)
{
    if (m_fixed)
        return false;
    const QString fault = App::writeSetting(m_settingsFile, App::SettingName::music, folders);
    Q_EMIT failed(fault);
    if (!fault.isEmpty())
        return false;
    m_scanner.cancel(); // a scan that runs has the folders of before
    m_scanner.setRoots(folders);
    m_scanner.scan();
    Q_EMIT changed();
    return true;
}

} // namespace Desktop
