// SPDX-License-Identifier: Apache-2.0
#pragma once

// Every test includes this first (tests/CMakeLists.txt): Qt's own five seconds are too few where a machine is
// busy with other things as well. What comes in time costs nothing.

namespace Testing {

/// How long a test waits for what is bound to come.
inline constexpr int patienceMs = 30'000;

} // namespace Testing

#ifdef QT_TESTLIB_LIB
#include <QTest>
#undef QTRY_VERIFY
#undef QTRY_COMPARE
#define QTRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT((expression), Testing::patienceMs)
#define QTRY_COMPARE(expression, expected)                                                                   \
    QTRY_COMPARE_WITH_TIMEOUT((expression), expected, Testing::patienceMs)
#endif
