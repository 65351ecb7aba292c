// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bench/engine/material.h"
#include "bench/insync/system.h"

#include <QProcess>
#include <QTemporaryDir>

#include <array>

namespace Bench {

/// A Snapcast server that plays the music over and over, and a client for each sink. Throws where they do not
/// come up.
class Snapcast : public System
{
public:
    Snapcast(const QProcessEnvironment &sound, const Material &material);
    ~Snapcast() override;
    Q_DISABLE_COPY_MOVE(Snapcast)

    [[nodiscard]] static bool isInstalled();

private:
    void startServer(const QString &music, quint16 port);
    void awaitServer(quint16 port);

    QProcessEnvironment m_environment;
    QTemporaryDir m_folder;
    QProcess m_server;
    std::array<QProcess, 2> m_clients;
};

} // namespace Bench
