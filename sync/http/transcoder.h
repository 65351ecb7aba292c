// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/filecache.h"
#include "sync/http/request.h"
#include "sync/http/transcodingjob.h"

#include <QPromise>

#include <map>

namespace Sync::Http {

/// Answers with tracks in other formats: from its cache, or from a file that one ffmpeg for all who want it
/// is still writing. HTTP thread.
class Transcoder : public QObject
{
    Q_OBJECT

public:
    /// @p folder: the cache's own.
    explicit Transcoder(const QString &folder);
    ~Transcoder() override;
    Q_DISABLE_COPY_MOVE(Transcoder)

    [[nodiscard]] Answer answer(const RequestHead &head, const MediaPart &part,
                                const Transcoding &transcoding);

private:
    struct Waiting {
        RequestHead head;
        std::shared_ptr<QPromise<Response>> promise;
    };
    struct Work {
        MediaPart part;
        Transcoding transcoding;
        TranscodedNames names;
        QList<Waiting> waiting{};
        std::unique_ptr<TranscodingJob> job{}; ///< once its turn has come
        bool isStopped = false; ///< nobody wanted it; it has not yet ended

        [[nodiscard]] bool isWanted() const;
        [[nodiscard]] std::shared_ptr<GrowingFile> growing() const;
    };

    void startNext();
    void start(Work &work);
    void look(Work &work);
    void end(const QString &name, const QString &fault);
    [[nodiscard]] Response outcome(const RequestHead &head, const QString &name, const QString &fault) const;
    void removeParts(const TranscodedNames &names) const;

    FileCache m_cache;
    QStringList m_queue; ///< those whose turn has not come
    std::map<QString, Work> m_works; ///< by the name of the finished file
};

} // namespace Sync::Http
