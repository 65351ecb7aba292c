// SPDX-License-Identifier: Apache-2.0
#include "app/library/covers.h"

#include "app/library/cataloguereader.h"
#include "app/library/embeddedcover.h"
#include "app/library/logging.h"
#include "app/library/names.h"
#include "app/library/pictures.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Library {

namespace {

// An album whose first files carry no picture has none in the others either, or it is not worth the reading.
constexpr int filesToTry = 5;

QImage embedded(const QStringList &files, int size)
{
    for (const QString &file : files)
        if (const QByteArray bytes = embeddedCover(file); !bytes.isEmpty())
            if (const QImage image = readPicture(bytes, size); !image.isNull())
                return image;
    return {};
}

/// The pictures beside them and above their discs' folders.
QStringList imagesBeside(const QStringList &files)
{
    QStringList folders;
    for (const QString &file : files)
        folders << QFileInfo(file).path() << albumFolder(file).path;
    folders.removeDuplicates();
    QStringList images;
    for (const QString &folder : std::as_const(folders))
        images << folderImage(folder);
    return images;
}

QImage beside(const QStringList &files, int size)
{
    for (const QString &path : imagesBeside(files)) {
        QFile picture(path);
        if (picture.fileName().isEmpty() || !picture.open(QIODevice::ReadOnly))
            continue;
        if (const QImage image = readPicture(picture, size); !image.isNull())
            return image;
    }
    return {};
}

} // namespace

QImage Covers::cover(quint64 albumId, int size) const
{
    try {
        const QStringList files = CatalogueReader(m_catalogue).filesOfAlbum(albumId, filesToTry);
        const QImage image = embedded(files, size);
        return image.isNull() ? beside(files, size) : image;
    } catch (const Sync::DatabaseError &error) {
        qCWarning(libraryLog) << error.what();
        return {};
    }
}

QByteArray Covers::version(quint64 albumId) const
{
    try {
        QStringList files = CatalogueReader(m_catalogue).filesOfAlbum(albumId, filesToTry);
        files << imagesBeside(files);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (const QString &path : std::as_const(files)) {
            const QFileInfo info(path);
            hash.addData(u"%1\n%2 %3\n"_s.arg(path)
                             .arg(info.size())
                             .arg(info.lastModified().toMSecsSinceEpoch())
                             .toUtf8());
        }
        return hash.result();
    } catch (const Sync::DatabaseError &error) {
        qCWarning(libraryLog) << error.what();
        return {};
    }
}

QString folderImage(const QString &folder)
{
    const QStringList present = QDir(folder).entryList(QDir::Files | QDir::Readable, QDir::Name);
    for (const QString &name : {u"cover"_s, u"folder"_s, u"front"_s})
        for (const QString &ending : {u"jpg"_s, u"jpeg"_s, u"png"_s})
            for (const QString &file : present)
                if (file.compare(name + u'.' + ending, Qt::CaseInsensitive) == 0)
                    return folder + u'/' + file;
    return {};
}

} // namespace Library
