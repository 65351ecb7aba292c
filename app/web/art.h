// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QCache>
#include <QHash>
#include <QImage>
#include <QMutex>
#include <QThreadPool>

#include <functional>

namespace Web {

/// A picture as it is sent; without bytes there is none.
struct Picture {
    QByteArray bytes;
    QByteArray type;
    QByteArray etag; ///< strong, with its quotation marks

    bool operator==(const Picture &) const = default;
};

/// JPEG, or PNG where something shows through.
[[nodiscard]] Picture encode(const QImage &image);

/// Makes albums' covers ready to be sent, on threads of its own, and remembers them. Any thread.
class Art
{
public:
    using Receive = std::function<void(const Picture &)>;

    explicit Art(QString catalogue);
    /// Whoever still waits is told nothing.
    ~Art();
    Q_DISABLE_COPY_MOVE(Art)

    /// @p receive is called once, on a thread of this. Who asks for the same meanwhile gets the same picture.
    void ask(quint64 albumId, int size, Receive receive);

private:
    using Wanted = std::pair<quint64, int>;
    struct Kept {
        QByteArray version;
        Picture picture;
    };
    void make(const Wanted &wanted);
    [[nodiscard]] Picture pictureOf(const Wanted &wanted);

    const QString m_catalogue;
    QMutex m_lock; ///< guards the next two
    QCache<Wanted, Kept> m_kept; ///< costs are bytes
    QHash<Wanted, QList<Receive>> m_waiting;
    QThreadPool m_pool; // last: its threads use the others
};

} // namespace Web
