// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/growingfile.h"
#include "sync/http/transcoding.h"

#include <QProcess>
#include <QTimer>

namespace Sync::Http {

/// One ffmpeg, at a low priority, and the file it writes. It ends with this program. One thread.
class TranscodingJob : public QObject
{
    Q_OBJECT

public:
    TranscodingJob(QString folder, MediaPart part, const Transcoding &transcoding, TranscodedNames names);
    /// Kills it where it still runs.
    ~TranscodingJob() override;
    Q_DISABLE_COPY_MOVE(TranscodingJob)

    void start(const QString &ffmpeg);
    /// It ends soon, with a fault.
    void stop() { m_process.kill(); }

    /// None before its first byte.
    [[nodiscard]] const std::shared_ptr<GrowingFile> &growing() const { return m_growing; }
    [[nodiscard]] bool isPastHalf() const;

Q_SIGNALS:
    void progressed();
    /// @p fault: what it said; empty where `names().part` is whole.
    void ended(const QString &fault);

private:
    void readProgress();
    void grow(GrowingFile::State state);
    void finish(const QString &fault);

    const QString m_folder;
    const MediaPart m_part;
    const Transcoding m_transcoding;
    const TranscodedNames m_names;
    std::shared_ptr<GrowingFile> m_growing;
    std::chrono::microseconds m_done{0};
    QByteArray m_said;
    QTimer m_silent;
    bool m_ended = false;
    QProcess m_process; // last: it speaks while it dies
};

} // namespace Sync::Http
