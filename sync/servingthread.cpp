// SPDX-License-Identifier: Apache-2.0
#include "sync/servingthread.h"

#include <QSemaphore>

#include <sys/resource.h>

namespace Sync {

ServingThread::ServingThread(const QString &name, int niceness)
{
    m_thread.setObjectName(name);
    // The choice of the event loop is made from the environment when a thread starts.
    const bool wasSet = qEnvironmentVariableIsSet("QT_NO_GLIB");
    if (!wasSet)
        qputenv("QT_NO_GLIB", "1");
    QSemaphore running;
    const auto connection = QObject::connect(
        &m_thread, &QThread::started, &m_thread,
        [&] {
            if (niceness != 0)
                ::setpriority(PRIO_PROCESS, 0, niceness); // on Linux the calling thread's alone
            running.release();
        },
        Qt::DirectConnection);
    m_thread.start();
    running.acquire();
    QObject::disconnect(connection);
    if (!wasSet)
        qunsetenv("QT_NO_GLIB");
}

ServingThread::~ServingThread()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace Sync
