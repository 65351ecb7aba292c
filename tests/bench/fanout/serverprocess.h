// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "timing.h"

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace Fanout {

// A directory of our own that goes away with everything in it.
class TemporaryDirectory
{
public:
    TemporaryDirectory();
    ~TemporaryDirectory();
    TemporaryDirectory(const TemporaryDirectory &) = delete;
    TemporaryDirectory &operator=(const TemporaryDirectory &) = delete;

    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

// A server under test: started, measured from outside, and never left behind.
class ServerProcess
{
public:
    // Returns when the server has printed "ready http://127.0.0.1:PORT/".
    ServerProcess(std::vector<std::string> command, std::filesystem::path logs, Clock::time_point readyUntil);
    ~ServerProcess();
    ServerProcess(const ServerProcess &) = delete;
    ServerProcess &operator=(const ServerProcess &) = delete;

    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] Microseconds processorTime() const;
    [[nodiscard]] double anonymousKib() const;
    void stop(); // fails if the server does not end cleanly

private:
    void start(std::vector<std::string> command);
    void waitUntilReady(Clock::time_point until);
    void signal(int number) const;
    bool hasEnded();
    bool endsWithin(Clock::duration limit);

    std::filesystem::path m_logs;
    pid_t m_process = -1;
    int m_status = 0;
    int m_port = 0;
};

[[nodiscard]] std::string lastWords(const std::filesystem::path &logs);

} // namespace Fanout
