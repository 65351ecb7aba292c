// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/placeholder.h"

#include <QLinearGradient>
#include <QPainter>

namespace Desktop {

namespace {

constexpr double cornerPart = 0.035; // of the side

QString initialOf(const QString &title)
{
    for (qsizetype i = 0; i < title.size(); ++i) {
        if (title.at(i).isHighSurrogate() && i + 1 < title.size())
            return title.mid(i, 2);
        if (title.at(i).isLetterOrNumber())
            return title.at(i).toUpper();
    }
    return {};
}

void drawGrooves(QPainter &painter, int size)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(255, 255, 255, 26), size / 160.0));
    const QPointF centre(size * 0.82, size * 0.84);
    for (double radius = 0.16; radius < 1.3; radius += 0.085)
        painter.drawEllipse(centre, size * radius, size * radius);
}

void drawInitial(QPainter &painter, const QString &initial, int size)
{
    QFont font = painter.font();
    font.setPixelSize(std::max(1, size / 2));
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(QColor(255, 255, 255, 225));
    const QRectF place(size * 0.1, size * 0.04, size * 0.8, size * 0.62);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, initial);
}

} // namespace

QImage placeholderCover(quint64 albumId, const QString &title, int size)
{
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);

    const int hue = int(albumId % 360);
    QLinearGradient colours(0, 0, size, size);
    colours.setColorAt(0, QColor::fromHsl(hue, 105, 118));
    colours.setColorAt(1, QColor::fromHsl((hue + 38) % 360, 120, 66));
    painter.fillRect(image.rect(), colours);
    drawGrooves(painter, size);
    drawInitial(painter, initialOf(title), size);
    return image;
}

QImage roundedSquare(const QImage &picture, int size)
{
    const int side = std::min(picture.width(), picture.height());
    const QRect middle((picture.width() - side) / 2, (picture.height() - side) / 2, side, side);
    const QImage square =
        picture.copy(middle).scaled(size, size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);

    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QBrush(square));
    painter.drawRoundedRect(image.rect(), size * cornerPart, size * cornerPart);
    return image;
}

} // namespace Desktop
