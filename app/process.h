// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/options.h"

namespace App {

class Program;

/// What must happen before there is an application object: signals, sound backend, log format.
void prepareProcess();

[[nodiscard]] QStringList argumentsOf(int argc, char *argv[]);

/// Prints what @p exit has to say and answers its code.
int finish(const Exit &exit);

/// Prints the line that says where the hub accepts connections.
void announce(const Program &program);

/// Makes a token for options.grant.
[[nodiscard]] Exit grantToken(const Options &options);

} // namespace App
