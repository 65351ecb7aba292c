// SPDX-License-Identifier: Apache-2.0
#include "sync/http/transcodingjob.h"

#include "sync/limits.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <QDir>
#include <QFileInfo>

#include <csignal>

using namespace Qt::StringLiterals;

namespace Sync::Http {

namespace {

constexpr int niceness = 10; // what sounds goes first

void becomeLowly()
{
    ::setpriority(PRIO_PROCESS, 0, niceness);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // also where this program is killed
}

} // namespace

TranscodingJob::TranscodingJob(QString folder, MediaPart part, const Transcoding &transcoding,
                               TranscodedNames names)
    : m_folder(std::move(folder))
    , m_part(std::move(part))
    , m_transcoding(transcoding)
    , m_names(std::move(names))
{
    m_silent.setSingleShot(true);
    m_silent.setInterval(Limits::transcoderSilentFor);
    connect(&m_silent, &QTimer::timeout, this, [this] {
        m_said += "\nit got no further for too long";
        stop();
    });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &TranscodingJob::readProgress);
    connect(&m_process, &QProcess::readyReadStandardError, this, [this] {
        m_said += m_process.readAllStandardError();
        m_said = m_said.last(std::min(m_said.size(), Limits::transcoderWordsBytes));
    });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finish(u"ffmpeg cannot be started: "_s + m_process.errorString());
    });
    connect(&m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        readProgress();
        const bool whole = status == QProcess::NormalExit && code == 0 && m_growing && m_done.count() > 0;
        finish(whole ? QString() : lastWords(m_said, m_part));
    });
}

TranscodingJob::~TranscodingJob()
{
    m_process.disconnect(this);
    m_process.kill();
    m_process.waitForFinished();
}

void TranscodingJob::start(const QString &ffmpeg)
{
    QDir().mkpath(m_folder);
    m_process.setWorkingDirectory(m_folder);
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setChildProcessModifier(becomeLowly);
    m_silent.start();
    m_process.start(ffmpeg, ffmpegArguments(m_part, m_transcoding, m_names));
}

bool TranscodingJob::isPastHalf() const
{
    return m_part.duration.count() > 0 && m_done * 2 > m_part.duration;
}

void TranscodingJob::readProgress()
{
    while (m_process.canReadLine())
        if (const auto done = doneIn(m_process.readLine()); done && *done > m_done) {
            m_done = *done;
            m_silent.start();
        }
    grow(GrowingFile::State::Growing);
    Q_EMIT progressed();
}

void TranscodingJob::grow(GrowingFile::State state)
{
    const QString path = m_folder + u'/' + m_names.growing;
    const qint64 size = QFileInfo(path).size();
    if (!m_growing && size > 0) {
        auto file = std::make_shared<QFile>(path);
        if (file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            m_growing = std::make_shared<GrowingFile>(std::move(file));
    }
    if (m_growing)
        m_growing->become(size, state);
}

void TranscodingJob::finish(const QString &fault)
{
    if (std::exchange(m_ended, true))
        return;
    m_silent.stop();
    grow(fault.isEmpty() ? GrowingFile::State::Whole : GrowingFile::State::Broken);
    Q_EMIT ended(fault);
}

} // namespace Sync::Http
