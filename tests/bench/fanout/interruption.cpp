// SPDX-License-Identifier: Apache-2.0
#include "interruption.h"

#include "failure.h"

#include <csignal>

namespace Fanout {

namespace {

volatile std::sig_atomic_t interrupted = 0;

} // namespace

void catchInterruptions()
{
    struct sigaction action = {};
    action.sa_handler = [](int) { interrupted = 1; };
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        ::sigaction(signal, &action, nullptr);
}

void failIfInterrupted()
{
    if (interrupted)
        throw Failure("interrupted");
}

} // namespace Fanout
