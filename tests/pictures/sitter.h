// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/windowedprogram.h"
#include "sync/link/hubhttp.h"

#include <QImage>
#include <QQuickWindow>

namespace Pictures {

/// A program with its window, which sits for pictures. What does not come within a while ends the process.
class Sitter
{
public:
    /// Waits until it has scanned its music and its hub answers.
    explicit Sitter(const App::Options &options);

    [[nodiscard]] App::Program &program() { return m_segue.program(); }
    [[nodiscard]] Desktop::Window &window() { return m_segue.window(); }
    /// Of that title.
    [[nodiscard]] Library::Track track(const QString &title);
    /// Asks the hub as this machine; what it answers.
    QJsonObject ask(const QByteArray &verb, const QString &path, const QJsonObject &body = {});
    /// Plays all tracks from that one on and stops at that position.
    void playUntil(const QString &title, std::chrono::milliseconds position);

    void press(int key, Qt::KeyboardModifiers modifiers = {});
    void type(const QString &text);
    /// Chooses what has that icon in the sidebar.
    void choose(const QString &icon);
    /// Scrolls what scrolls on the page that is seen; from 0 to 1.
    void scrollTo(double part);
    /// Once nothing moves any more.
    [[nodiscard]] QImage picture();

private:
    App::WindowedProgram m_segue;
    Sync::HubHttp m_http;
};

/// Until it is so, or the process ends with what was awaited in vain.
void await(const std::function<bool()> &isSo, const char *what);

} // namespace Pictures
