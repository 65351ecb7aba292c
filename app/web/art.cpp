// SPDX-License-Identifier: Apache-2.0
#include "app/web/art.h"

#include "app/library/covers.h"

#include <QBuffer>
#include <QCryptographicHash>

namespace Web {

namespace {

constexpr int threads = 2;
constexpr qsizetype keptBytes = 48 * 1024 * 1024;
constexpr qsizetype entryBytes = 256; // what an album without a picture takes as well
constexpr int jpegQuality = 85;

bool showsThrough(const QImage &image)
{
    if (!image.hasAlphaChannel())
        return false;
    const QImage pixels = image.convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < pixels.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(pixels.constScanLine(y));
        if (std::any_of(line, line + pixels.width(), [](QRgb pixel) { return qAlpha(pixel) != 255; }))
            return true;
    }
    return false;
}

} // namespace

Picture encode(const QImage &image)
{
    if (image.isNull())
        return {};
    const bool png = showsThrough(image);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const bool written = png ? image.save(&buffer, "PNG")
                             : image.convertToFormat(QImage::Format_RGB32).save(&buffer, "JPG", jpegQuality);
    if (!written)
        return {};
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).first(12);
    return {.bytes = bytes,
            .type = png ? "image/png" : "image/jpeg",
            .etag = '"' + hash.toBase64(QByteArray::Base64UrlEncoding) + '"'};
}

Art::Art(QString catalogue)
    : m_catalogue(std::move(catalogue))
    , m_kept(keptBytes)
{
    m_pool.setMaxThreadCount(threads);
}

Art::~Art()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void Art::ask(quint64 albumId, int size, Receive receive)
{
    const Wanted wanted{albumId, size};
    const QMutexLocker locker(&m_lock);
    QList<Receive> &waiting = m_waiting[wanted];
    waiting.append(std::move(receive));
    if (waiting.size() == 1)
        m_pool.start([this, wanted] { make(wanted); });
}

void Art::make(const Wanted &wanted)
{
    const Picture picture = pictureOf(wanted);
    QMutexLocker locker(&m_lock);
    const QList<Receive> waiting = m_waiting.take(wanted);
    locker.unlock();
    for (const Receive &receive : waiting)
        receive(picture);
}

/// What is kept is right as long as the files it came from are as they were.
Picture Art::pictureOf(const Wanted &wanted)
{
    const auto &[albumId, size] = wanted;
    const Library::Covers covers(m_catalogue);
    const QByteArray version = covers.version(albumId);
    {
        const QMutexLocker locker(&m_lock);
        if (const Kept *kept = m_kept.object(wanted); kept && kept->version == version)
            return kept->picture;
    }
    const Picture picture = encode(covers.cover(albumId, size));
    const QMutexLocker locker(&m_lock);
    m_kept.insert(wanted, new Kept{version, picture}, entryBytes + picture.bytes.size());
    return picture;
}

} // namespace Web
