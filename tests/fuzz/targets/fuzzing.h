// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <cstdlib>

/// Ends the run where a property does not hold; libFuzzer then keeps the input.
inline void require(bool holds)
{
    if (!holds)
        std::abort();
}

inline QByteArray bytesOf(const unsigned char *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), qsizetype(size)};
}
