// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bench/engine/child.h"
#include "bench/engine/material.h"
#include "bench/insync/system.h"

#include <array>
#include <memory>

namespace Bench {

/// Two processes with a QMediaPlayer each, told to play at the same time. Throws where they do not come up.
class QtPair : public System
{
public:
    QtPair(const QProcessEnvironment &sound, const Material &material, const QString &backend);

private:
    std::array<Child, 2> m_children;
};

} // namespace Bench
