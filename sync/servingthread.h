// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QThread>

#include <utility>

namespace Sync {

/// A thread for sockets: it runs Qt's unix event loop until this ends. The GLib one toggles a notifier in
/// O(N) for each buffered write; one broadcast to 5000 clients took it 1.7 s.
class ServingThread
{
public:
    /// Runs when this returns. @p niceness: as of a process; others go first by so much. Threads that begin
    /// there inherit it.
    explicit ServingThread(const QString &name, int niceness = 0);
    /// Whatever lives there must have gone.
    ~ServingThread();
    Q_DISABLE_COPY_MOVE(ServingThread)

    [[nodiscard]] QThread &thread() { return m_thread; }

    /// Runs @p work there and waits for it.
    template <typename Work> void run(Work work)
    {
        QObject context;
        context.moveToThread(&m_thread);
        QMetaObject::invokeMethod(
            &context,
            [&] {
                work();
                context.moveToThread(nullptr); // so that it may die on the waiting thread
            },
            Qt::BlockingQueuedConnection);
    }

private:
    QThread m_thread;
};

} // namespace Sync
