// SPDX-License-Identifier: Apache-2.0
#include "sync/http/transcoder.h"

#include "sync/http/media.h"
#include "sync/limits.h"
#include "sync/logging.h"

#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sync::Http {

namespace {

QString ffmpeg() { return QStandardPaths::findExecutable(u"ffmpeg"_s); }

Response noFfmpeg(AudioFormat format)
{
    return errorResponse(501, "no_ffmpeg",
                         format == AudioFormat::Flac
                             ? "this track is a part of a file, and this hub has no ffmpeg to cut it out; "
                               "install it"
                             : "this hub has no ffmpeg to make other formats with; install it, or ask for the "
                               "file as it is, without format");
}

/// Whether it need not wait until the file is whole.
bool readsAlong(const RequestHead &head, AudioFormat format)
{
    return growsReadably(format) && takesGrowing(head);
}

Response growingResponse(const std::shared_ptr<GrowingFile> &growing, AudioFormat format)
{
    return {.contentType = growingType(format), .headers = {{"Accept-Ranges", "none"}}, .growing = growing};
}

Response busy()
{
    Response response = errorResponse(503, "busy", "too many tracks are being transcoded; ask again later");
    response.headers.emplaceBack("Retry-After", "10");
    return response;
}

void give(QPromise<Response> &promise, Response response)
{
    promise.addResult(std::move(response));
    promise.finish();
}

} // namespace

Transcoder::Transcoder(const QString &folder)
    : m_cache(folder, isTranscodedName)
{
}

Transcoder::~Transcoder()
{
    for (auto &[name, work] : m_works) {
        work.job.reset();
        removeParts(work.names);
    }
}

Answer Transcoder::answer(const RequestHead &head, const MediaPart &part, const Transcoding &transcoding)
{
    const QFileInfo source(part.path);
    if (!source.isReadable())
        return noSuchTrack();
    const auto names =
        transcodedNames(part, source.size(), source.lastModified().toMSecsSinceEpoch(), transcoding);
    if (const auto file = m_cache.open(names.finished))
        return answerFile(head, file);
    if (ffmpeg().isEmpty())
        return noFfmpeg(transcoding.format);
    if (head.method == Method::Head && growsReadably(transcoding.format)) // nothing is made for it, so nothing is known of its length
        return growingResponse(std::make_shared<GrowingFile>(nullptr), transcoding.format);
    const bool isNew = !m_works.contains(names.finished);
    if (isNew && m_queue.size() >= Limits::transcodingsWaiting)
        return busy();
    Work &work =
        m_works.try_emplace(names.finished, Work{.part = part, .transcoding = transcoding, .names = names})
            .first->second;
    if (const auto growing = work.growing(); growing && readsAlong(head, transcoding.format))
        return growingResponse(growing, transcoding.format);
    const auto promise = std::make_shared<QPromise<Response>>();
    promise->start();
    work.waiting.append({.head = head, .promise = promise});
    if (isNew) {
        m_queue.append(names.finished);
        startNext();
    }
    return promise->future();
}

void Transcoder::startNext()
{
    while (!m_queue.isEmpty()
           && std::ranges::count_if(m_works, [](const auto &entry) { return entry.second.job != nullptr; })
               < Limits::transcodersAtOnce) {
        const auto found = m_works.find(m_queue.takeFirst());
        if (found->second.isWanted())
            start(found->second);
        else
            m_works.erase(found);
    }
}

void Transcoder::start(Work &work)
{
    work.job = std::make_unique<TranscodingJob>(m_cache.folder(), work.part, work.transcoding, work.names);
    connect(work.job.get(), &TranscodingJob::progressed, this, [this, &work] { look(work); });
    // Later: it is speaking, and does not outlive this.
    connect(
        work.job.get(), &TranscodingJob::ended, this,
        [this, name = work.names.finished](const QString &fault) { end(name, fault); }, Qt::QueuedConnection);
    work.job->start(ffmpeg());
}

/// Those who need not wait any more are answered; and it goes on only for somebody, or where it is nearly
/// done.
void Transcoder::look(Work &work)
{
    if (const auto growing = work.growing())
        work.waiting.removeIf([&](const Waiting &waiting) {
            if (!readsAlong(waiting.head, work.transcoding.format))
                return false;
            give(*waiting.promise, growingResponse(growing, work.transcoding.format));
            return true;
        });
    if (!work.isWanted() && !work.job->isPastHalf()) {
        work.isStopped = true;
        work.job->stop();
    }
}

void Transcoder::end(const QString &name, const QString &fault)
{
    const auto found = m_works.find(name);
    Work &work = found->second;
    QString problem = fault;
    if (fault.isEmpty() && !m_cache.keep(work.names.part, name))
        problem = u"the file it made cannot be kept"_s;
    const bool wasStopped = std::exchange(work.isStopped, false);
    work.job.reset();
    removeParts(work.names);
    if (wasStopped && !problem.isEmpty() && work.isWanted()) { // by somebody who came since
        m_queue.prepend(name);
    } else {
        if (!problem.isEmpty() && !wasStopped)
            qCInfo(httpLog).noquote() << "A track could not be transcoded:" << problem;
        for (const Waiting &waiting : std::exchange(work.waiting, {}))
            give(*waiting.promise, outcome(waiting.head, name, problem));
        m_works.erase(found);
    }
    startNext();
}

Response Transcoder::outcome(const RequestHead &head, const QString &name, const QString &fault) const
{
    const auto file = fault.isEmpty() ? m_cache.open(name) : nullptr;
    return file ? answerFile(head, file)
                : errorResponse(502, "not_transcoded", "ffmpeg could not do it: " + fault.toUtf8());
}

void Transcoder::removeParts(const TranscodedNames &names) const
{
    m_cache.remove(names.part);
    m_cache.remove(names.growing);
}

/// By somebody who waits for it or reads along.
bool Transcoder::Work::isWanted() const
{
    return std::ranges::any_of(waiting, [](const Waiting &one) { return !one.promise->isCanceled(); })
        || (job && job->growing().use_count() > 1);
}

/// What can be read along with, if anything.
std::shared_ptr<GrowingFile> Transcoder::Work::growing() const
{
    return job && !isStopped ? job->growing() : nullptr;
}

} // namespace Sync::Http
