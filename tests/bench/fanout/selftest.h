// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Fanout {

void checkFrames(); // throws a Failure that names what is wrong

} // namespace Fanout
