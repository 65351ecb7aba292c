// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/protocol/clientmessages.h"
#include "sync/sources/source.h"

#include <QUrl>

namespace Sync::Sources {

/// A radio station by the name its user gave it.
struct Stream {
    QString name;
    QUrl url;
};

/// The music a hub can be asked for by a name or an address. Used on the HTTP thread. Answers that are texts
/// are sentences about why not, and empty ones where it is done. May throw DatabaseError.
class Jukebox
{
public:
    Jukebox() = default;
    virtual ~Jukebox() = default;
    Q_DISABLE_COPY_MOVE(Jukebox)

    [[nodiscard]] virtual QList<Stream> streams(const QString &user) = 0;
    [[nodiscard]] virtual QString addStream(const QString &user, const Stream &stream) = 0;
    [[nodiscard]] virtual QString removeStream(const QString &user, const QString &name) = 0;
    /// What plays that station.
    [[nodiscard]] virtual std::variant<Native::Play, QString> stream(const QString &user,
                                                                     const QString &name) = 0;
    /// What plays that: `segue:track/ID` and its like, a file of the library, or the stream at an address of
    /// the web, which has been judged already.
    [[nodiscard]] virtual std::variant<Native::Play, QString> at(const QString &user, const QUrl &url) = 0;
    /// What plays the track that a foreign player has: by its address, or by what is said of it.
    [[nodiscard]] virtual std::variant<Native::Play, QString> same(const TrackFacts &track) = 0;
};

} // namespace Sync::Sources
