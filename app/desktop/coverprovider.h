// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCache>
#include <QMutex>
#include <QQuickAsyncImageProvider>
#include <QThreadPool>

namespace Desktop {

/// "image://cover/ALBUMID?REVISION": an album's cover, or a picture made for it, square with rounded corners.
class CoverProvider final : public QQuickAsyncImageProvider
{
public:
    explicit CoverProvider(QString catalogue);
    ~CoverProvider() override;

    QQuickImageResponse *requestImageResponse(const QString &id, const QSize &requestedSize) override;

private:
    [[nodiscard]] QImage remembered(const QString &key);
    [[nodiscard]] QImage make(const QString &key, quint64 albumId, int size);

    const QString m_catalogue;
    QMutex m_lock; ///< guards m_images
    QCache<QString, QImage> m_images; ///< costs are KiB
    QThreadPool m_pool;
};

} // namespace Desktop
