// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Bench {

/// Something that plays the same on both sinks of a hall for as long as it lives.
class System
{
public:
    virtual ~System() = default;
};

} // namespace Bench
