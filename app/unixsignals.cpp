// SPDX-License-Identifier: Apache-2.0
#include "app/unixsignals.h"

#include <csignal>

#include <sys/signalfd.h>
#include <unistd.h>

namespace App {

namespace {

sigset_t endingSignals()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGHUP);
    return set;
}

} // namespace

void blockEndingSignals()
{
    const sigset_t set = endingSignals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

UnixSignals::UnixSignals(QObject *parent)
    : QObject(parent)
{
    const sigset_t set = endingSignals();
    const int descriptor = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
    m_notifier = std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this, descriptor] {
        signalfd_siginfo info{};
        if (::read(descriptor, &info, sizeof info) != ssize_t(sizeof info))
            return;
        const sigset_t ending = endingSignals();
        pthread_sigmask(SIG_UNBLOCK, &ending, nullptr); // the next one need not wait for us
        Q_EMIT asked();
    });
}

UnixSignals::~UnixSignals() { ::close(int(m_notifier->socket())); }

} // namespace App
