// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/coverprovider.h"

#include "app/desktop/placeholder.h"
#include "app/library/cataloguereader.h"
#include "app/library/covers.h"

#include <atomic>

using namespace Qt::StringLiterals;

namespace Desktop {

namespace {

constexpr int defaultSize = 256;
constexpr int largestSize = 1024;
constexpr int threads = 2;
constexpr int rememberedKib = 96 * 1024;

class Response final : public QQuickImageResponse
{
public:
    QQuickTextureFactory *textureFactory() const override
    {
        return QQuickTextureFactory::textureFactoryForImage(m_image);
    }
    void cancel() override { *m_cancelled = true; }

    void finish(const QImage &image)
    {
        m_image = image;
        Q_EMIT finished();
    }
    [[nodiscard]] std::shared_ptr<const std::atomic_bool> cancelled() const { return m_cancelled; }

private:
    QImage m_image;
    std::shared_ptr<std::atomic_bool> m_cancelled = std::make_shared<std::atomic_bool>(false);
};

/// Carries an image to a response, which may be gone by then.
class Courier final : public QObject
{
    Q_OBJECT
Q_SIGNALS:
    void arrived(const QImage &);
};

QString titleOf(const QString &catalogue, quint64 albumId)
{
    try {
        const auto album = Library::CatalogueReader(catalogue).album(albumId);
        return album ? album->title : QString();
    } catch (const Sync::DatabaseError &) {
        return {}; // whoever reads the covers has said it already
    }
}

} // namespace

CoverProvider::CoverProvider(QString catalogue)
    : m_catalogue(std::move(catalogue))
    , m_images(rememberedKib)
{
    m_pool.setMaxThreadCount(threads);
}

CoverProvider::~CoverProvider()
{
    m_pool.clear();
    m_pool.waitForDone();
}

QQuickImageResponse *CoverProvider::requestImageResponse(const QString &id, const QSize &requestedSize)
{
    const int wanted = std::max(requestedSize.width(), requestedSize.height());
    const int size = wanted > 0 ? std::min(wanted, largestSize) : defaultSize;
    const quint64 albumId = id.section(u'?', 0, 0).toULongLong();
    const QString key = u"%1@%2"_s.arg(id).arg(size);

    auto *response = new Response; // the engine's from now on
    const auto courier = std::make_shared<Courier>();
    QObject::connect(courier.get(), &Courier::arrived, response, &Response::finish, Qt::QueuedConnection);
    if (const QImage image = remembered(key); !image.isNull())
        Q_EMIT courier->arrived(image);
    else
        m_pool.start([this, courier, key, albumId, size, cancelled = response->cancelled()] {
            Q_EMIT courier->arrived(*cancelled ? QImage() : make(key, albumId, size));
        });
    return response;
}

QImage CoverProvider::remembered(const QString &key)
{
    const QMutexLocker locker(&m_lock);
    const QImage *image = m_images.object(key);
    return image ? *image : QImage();
}

QImage CoverProvider::make(const QString &key, quint64 albumId, int size)
{
    QImage cover = albumId != 0 ? Library::Covers(m_catalogue).cover(albumId, size) : QImage();
    if (cover.isNull())
        cover = placeholderCover(albumId, titleOf(m_catalogue, albumId), size);
    const QImage image = roundedSquare(cover, size);

    const QMutexLocker locker(&m_lock);
    m_images.insert(key, new QImage(image), int(image.sizeInBytes() / 1024));
    return image;
}

} // namespace Desktop

#include "coverprovider.moc"
