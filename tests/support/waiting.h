// SPDX-License-Identifier: Apache-2.0
#pragma once

// Tests that wait include this instead of QTest, whose own five seconds are too few where a machine is busy
// with other things as well.

#include "support/patience.h"

#include <QTest>

#undef QTRY_VERIFY
#undef QTRY_COMPARE
#define QTRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT((expression), Testing::patienceMs)
#define QTRY_COMPARE(expression, expected)                                                                   \
    QTRY_COMPARE_WITH_TIMEOUT((expression), expected, Testing::patienceMs)
