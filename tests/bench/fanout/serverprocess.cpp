// SPDX-License-Identifier: Apache-2.0
#include "serverprocess.h"

#include "failure.h"
#include "interruption.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <sstream>
#include <thread>

namespace Fanout {

using namespace std::chrono_literals;

namespace {

constexpr auto lookAgainAfter = 5ms;
constexpr auto stopWithin = 10s;

std::string contents(const std::filesystem::path &file)
{
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

// Runs in the child, after fork: only calls that are allowed there.
[[noreturn]] void become(char *const *words, const char *output, const char *errors, pid_t parent)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent)
        ::_exit(126); // the parent was gone before the line above
    ::dup2(::open("/dev/null", O_RDONLY), STDIN_FILENO);
    ::dup2(::open(output, O_WRONLY | O_CREAT | O_TRUNC, 0600), STDOUT_FILENO);
    ::dup2(::open(errors, O_WRONLY | O_CREAT | O_TRUNC, 0600), STDERR_FILENO);
    ::execv(words[0], words);
    ::_exit(127);
}

} // namespace

TemporaryDirectory::TemporaryDirectory()
{
    std::string pattern = (std::filesystem::temp_directory_path() / "fanout-XXXXXX").string();
    if (!::mkdtemp(pattern.data()))
        failWithErrno("cannot create " + pattern);
    m_path = pattern;
}

TemporaryDirectory::~TemporaryDirectory()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

std::string lastWords(const std::filesystem::path &logs)
{
    constexpr std::size_t enough = 1000;
    const std::string text = contents(logs / "stderr");
    if (text.empty())
        return {};
    return "; it said:\n" + text.substr(text.size() - std::min(text.size(), enough));
}

ServerProcess::ServerProcess(std::vector<std::string> command, std::filesystem::path logs,
                             Clock::time_point readyUntil)
    : m_logs(std::move(logs))
{
    start(std::move(command));
    try {
        waitUntilReady(readyUntil);
    } catch (...) {
        // A constructor that throws gets no destructor.
        signal(SIGKILL);
        endsWithin(stopWithin);
        throw;
    }
}

ServerProcess::~ServerProcess()
{
    signal(SIGTERM);
    if (endsWithin(2s))
        return;
    signal(SIGKILL);
    endsWithin(stopWithin);
}

void ServerProcess::start(std::vector<std::string> command)
{
    std::vector<char *> words;
    words.reserve(command.size() + 1);
    for (std::string &word : command)
        words.push_back(word.data());
    words.push_back(nullptr);
    const std::string output = m_logs / "stdout";
    const std::string errors = m_logs / "stderr";
    const pid_t parent = ::getpid();
    m_process = ::fork();
    if (m_process < 0)
        failWithErrno("cannot fork");
    if (m_process == 0)
        become(words.data(), output.c_str(), errors.c_str(), parent);
}

void ServerProcess::waitUntilReady(Clock::time_point until)
{
    constexpr std::string_view announcement = "ready http://127.0.0.1:";
    while (Clock::now() < until) {
        failIfInterrupted();
        const std::string text = contents(m_logs / "stdout");
        const std::size_t at = text.find(announcement);
        if (at != std::string::npos && text.find('\n', at) != std::string::npos) {
            m_port = std::atoi(text.c_str() + at + announcement.size());
            return;
        }
        if (hasEnded())
            throw Failure("the server ended instead of becoming ready");
        std::this_thread::sleep_for(lookAgainAfter);
    }
    throw Failure("the server did not become ready in time");
}

Microseconds ServerProcess::processorTime() const
{
    // User and system time of all threads, like /proc/PID/stat, but in nanoseconds instead of ticks.
    clockid_t clock = {};
    timespec spent = {};
    if (::clock_getcpuclockid(m_process, &clock) != 0 || ::clock_gettime(clock, &spent) != 0)
        throw Failure("cannot read the server's processor time");
    return std::chrono::seconds(spent.tv_sec) + std::chrono::nanoseconds(spent.tv_nsec);
}

double ServerProcess::anonymousKib() const
{
    std::ifstream rollup("/proc/" + std::to_string(m_process) + "/smaps_rollup");
    std::string word;
    double kib = 0;
    while (rollup >> word) {
        if (word == "Anonymous:" && rollup >> kib)
            return kib;
    }
    throw Failure("cannot read the server's memory");
}

void ServerProcess::stop()
{
    signal(SIGTERM);
    if (!endsWithin(stopWithin))
        throw Failure("the server did not stop within 10 s of SIGTERM");
    const bool terminated = WIFSIGNALED(m_status) && WTERMSIG(m_status) == SIGTERM;
    const bool finished = WIFEXITED(m_status) && WEXITSTATUS(m_status) == 0;
    if (!terminated && !finished)
        throw Failure("the server ended badly (wait status " + std::to_string(m_status) + ")");
}

void ServerProcess::signal(int number) const
{
    if (m_process > 0) // kill(-1) would mean every process we may signal
        ::kill(m_process, number);
}

bool ServerProcess::hasEnded()
{
    if (m_process > 0 && ::waitpid(m_process, &m_status, WNOHANG) == m_process)
        m_process = -1;
    return m_process < 0;
}

bool ServerProcess::endsWithin(Clock::duration limit)
{
    const auto until = Clock::now() + limit;
    while (!hasEnded() && Clock::now() < until)
        std::this_thread::sleep_for(lookAgainAfter);
    return m_process < 0;
}

} // namespace Fanout
