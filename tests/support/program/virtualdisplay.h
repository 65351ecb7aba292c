// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>

namespace Testing {

/// A screen nobody looks at (Xvfb), for as long as this lives.
class VirtualDisplay
{
public:
    ~VirtualDisplay();

    /// False where Xvfb is not installed or does not start.
    [[nodiscard]] bool start();
    /// What a window needs in its environment to open here.
    [[nodiscard]] QProcessEnvironment environment() const;
    /// Types @p keys ("ctrl+q") into the window whose title has @p title; false if there is none.
    [[nodiscard]] bool type(const QString &title, const QString &keys) const;

private:
    [[nodiscard]] bool run(const QString &program, const QStringList &arguments) const;

    QProcess m_server;
    QString m_name;
};

} // namespace Testing
