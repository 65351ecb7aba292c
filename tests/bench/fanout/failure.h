// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <string>

namespace Fanout {

// Something went wrong, as opposed to: is slow. Ends the run with its text.
class Failure : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

[[noreturn]] inline void failWithErrno(const std::string &what)
{
    throw Failure(what + ": " + std::strerror(errno));
}

} // namespace Fanout
