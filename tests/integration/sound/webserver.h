// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QUrl>

/// A real web server that offers the files of one folder, on loopback, for as long as this lives.
class WebServer
{
public:
    enum class Kind {
        Ranges, ///< busybox: sends parts of a file as well
        NoRanges, ///< Python's: only from the beginning
    };

    ~WebServer();

    /// False where its program is not installed or does not start.
    [[nodiscard]] bool start(Kind kind, const QString &folder);
    [[nodiscard]] QUrl urlOf(const QString &name) const;

    /// It is gone, with all its connections.
    void kill();
    /// It takes connections and says nothing.
    void freeze();

private:
    void signal(int number);

    QProcess m_process;
    quint16 m_port = 0;
};
