// SPDX-License-Identifier: Apache-2.0
#include "options.h"

#include "failure.h"

#include <charconv>

namespace Fanout {

namespace {

int number(std::string_view name, std::string_view word)
{
    int value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc{} || end != word.data() + word.size() || value < 1 || value > 1'000'000)
        throw Failure(std::string(name) + " needs whole numbers above 0");
    return value;
}

std::vector<int> numbers(std::string_view name, std::string_view words)
{
    std::vector<int> values;
    for (std::size_t comma = 0; comma != std::string_view::npos;) {
        comma = words.find(',');
        values.push_back(number(name, words.substr(0, comma)));
        words.remove_prefix(comma == std::string_view::npos ? words.size() : comma + 1);
    }
    return values;
}

void setValue(Options &options, std::string_view name, std::string_view value)
{
    if (name == "--segued")
        options.segued = value;
    else if (name == "--receivers")
        options.receivers = numbers(name, value);
    else if (name == "--rounds")
        options.rounds = number(name, value);
    else if (name == "--seconds")
        options.seconds = number(name, value);
    else if (name == "--pace")
        options.pace = number(name, value);
    else if (name == "--time-limit")
        options.timeLimit = std::chrono::seconds(number(name, value));
    else
        throw Failure("unknown option " + std::string(name) + "; see --help");
}

bool setFlag(Options &options, std::string_view name)
{
    if (name == "--markdown")
        return options.markdown = true;
    if (name == "--self-test")
        return options.selfTest = true;
    if (name == "--serve-raw")
        return options.serveRaw = true;
    if (name == "--help")
        return options.help = true;
    return false;
}

} // namespace

Options Options::from(const std::vector<std::string_view> &words)
{
    Options options;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (setFlag(options, words[i]))
            continue;
        if (i + 1 == words.size())
            throw Failure("unknown option, or no value: " + std::string(words[i]) + "; see --help");
        setValue(options, words[i], words[i + 1]);
        ++i;
    }
    if (options.segued.empty() && !options.selfTest && !options.serveRaw && !options.help)
        throw Failure("--segued PATH is needed; see --help");
    return options;
}

std::string_view Options::usage()
{
    return R"(usage: fanout --segued PATH [options]
Relays from one device to many over loopback: segued beside a bare epoll broadcaster, which is the limit.

  --receivers N,N,...   numbers of receiving devices (100,1000,5000)
  --rounds N            interleaved rounds; medians are printed (3)
  --seconds N           of load per server, number of receivers and round (3)
  --pace N              at most N messages per second, for the latency of a hub with time to spare
  --time-limit N        seconds for the whole run; rounds that do not fit are left out (230)
  --markdown            print the table as Markdown
  --self-test           the broadcaster against itself, briefly
  --serve-raw           be the broadcaster
)";
}

} // namespace Fanout
