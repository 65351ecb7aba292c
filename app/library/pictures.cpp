// SPDX-License-Identifier: Apache-2.0
#include "app/library/pictures.h"

#include <QBuffer>
#include <QImageReader>

namespace Library {

namespace {

constexpr qint64 pictureBytes = 32 * 1024 * 1024;
constexpr int pictureSide = 16 * 1024;

} // namespace

QImage readPicture(QIODevice &device, int size)
{
    if (size <= 0 || device.size() > pictureBytes)
        return {};
    QImageReader reader(&device);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QSize own = reader.size();
    if (own.width() > pictureSide || own.height() > pictureSide)
        return {};
    if (own.width() > size || own.height() > size)
        reader.setScaledSize(own.scaled(size, size, Qt::KeepAspectRatio).expandedTo({1, 1}));
    QImage image = reader.read();
    if (image.width() <= size && image.height() <= size)
        return image;
    return image.scaled(size, size, Qt::KeepAspectRatio, Qt::SmoothTransformation); // its format hid its size
}

QImage readPicture(const QByteArray &bytes, int size)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return readPicture(buffer, size);
}

} // namespace Library
