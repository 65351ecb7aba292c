// SPDX-License-Identifier: Apache-2.0
#include "app/player/soundloss.h"

#include <QMutex>

#include <atomic>
#include <cstdio>
#include <cstdlib>

#include <unistd.h>

namespace Player {

namespace {

std::atomic<bool> lossHappened = false;
QtMessageHandler handlerBefore = nullptr;
Q_CONSTINIT QBasicMutex watcherMutex;
SoundLoss *watcher = nullptr; // guarded by the mutex: the message comes from the engine's thread

void leaveAtOnce(int status, void *)
{
    std::fflush(nullptr);
    _exit(status); // what would come next waits for the lock for ever
}

void listen(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (handlerBefore != nullptr)
        handlerBefore(type, context, message);
    if (!QByteArrayView(context.category).startsWith("qt.multimedia.pulseaudio")
        || !message.startsWith(QLatin1StringView("pa_stream_begin_write error"))
        || lossHappened.exchange(true))
        return;
    on_exit(leaveAtOnce, nullptr);
    const QMutexLocker locker(&watcherMutex);
    if (watcher != nullptr)
        QMetaObject::invokeMethod(watcher, &SoundLoss::lost, Qt::QueuedConnection);
}

} // namespace

SoundLoss::SoundLoss(QObject *parent)
    : QObject(parent)
{
    const QMutexLocker locker(&watcherMutex);
    if (handlerBefore == nullptr)
        handlerBefore = qInstallMessageHandler(listen);
    watcher = this;
}

SoundLoss::~SoundLoss()
{
    const QMutexLocker locker(&watcherMutex);
    if (watcher == this)
        watcher = nullptr;
}

bool SoundLoss::happened() { return lossHappened; }

} // namespace Player
