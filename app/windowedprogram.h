// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/window.h"
#include "app/program.h"

namespace App {

/// A program with its window, wired: all that `segue` is beside its process. Main thread.
class WindowedProgram
{
public:
    /// Throws StartError.
    explicit WindowedProgram(const Options &options);
    Q_DISABLE_COPY_MOVE(WindowedProgram)

    [[nodiscard]] Program &program() { return m_program; }
    [[nodiscard]] Desktop::Window &window() { return m_window; }

private:
    [[nodiscard]] Desktop::WindowParts parts(const Options &options);

    Program m_program;
    std::unique_ptr<Player::PulseServer> m_soundServer; ///< none for a program without sound
    Desktop::Window m_window;
};

} // namespace App
