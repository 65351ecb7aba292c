// SPDX-License-Identifier: Apache-2.0
#include "app/library/covers.h"

#include "app/library/cataloguereader.h"
#include "app/library/embeddedcover.h"
#include "app/library/logging.h"
#include "app/library/names.h"
#include "app/library/pictures.h"

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

QImage beside(const QStringList &files, int size)
{
    QStringList folders;
    for (const QString &file : files)
        folders << QFileInfo(file).path() << albumFolder(file).path;
    folders.removeDuplicates();
    for (const QString &folder : std::as_const(folders)) {
        QFile picture(folderImage(folder));
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
