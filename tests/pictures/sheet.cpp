// SPDX-License-Identifier: Apache-2.0
#include "pictures/sheet.h"

#include <QPainter>

namespace Pictures {

bool saveSheet(const QList<QImage> &pictures, int columns, int width, const QString &path)
{
    if (pictures.isEmpty())
        return false;
    constexpr int gap = 8;
    const QSize size = pictures.first().size().scaled(width, width, Qt::KeepAspectRatio);
    const int rows = int(pictures.size() + columns - 1) / columns;
    QImage sheet(columns * (size.width() + gap) + gap, rows * (size.height() + gap) + gap,
                 QImage::Format_RGB32);
    sheet.fill(QColor(0x80, 0x80, 0x80));
    QPainter painter(&sheet);
    for (int i = 0; i < pictures.size(); ++i) {
        const QImage small = pictures.at(i).scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        painter.drawImage(gap + i % columns * (size.width() + gap), gap + i / columns * (size.height() + gap),
                          small);
    }
    painter.end();
    constexpr int smallest = 0; // of what PNG can do
    return sheet.save(path, "PNG", smallest);
}

} // namespace Pictures
