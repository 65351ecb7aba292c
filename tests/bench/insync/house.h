// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bench/engine/material.h"
#include "bench/insync/system.h"
#include "support/hub/nativeclient.h"
#include "support/program/runningprogram.h"

#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace Bench {

/// A hub without sound that has one track, and outputs that have joined it, each on a sink of its own. Their
/// names are the sinks'. All that is asked of it throws where it does not come about.
class House : public System
{
public:
    House(const QProcessEnvironment &sound, const Material &material);

    [[nodiscard]] quint16 port() const { return m_port; }
    /// Starts one that joins at @p port, and waits until the hub has it.
    void addOutput(const QString &sink, quint16 port);
    /// Ends the output that came last.
    void removeOutput();
    /// The track from its beginning; waits until all outputs say that they sound.
    void play();
    /// Exactly these sound from now on; waits for nothing.
    void choose(const QStringList &sinks);
    /// Until so many say that they sound.
    void awaitSounding(int count);
    [[nodiscard]] Testing::NativeClient &remote() { return m_remote; }

private:
    struct Output {
        QTemporaryDir data;
        Testing::RunningProgram program;
    };

    [[nodiscard]] QString idOf(const QString &sink) const;
    /// Until @p is true of what the hub has told.
    void await(const std::string &what, const std::function<bool()> &isTrue);

    QProcessEnvironment m_sound;
    QTemporaryDir m_data;
    QTemporaryDir m_music;
    Testing::RunningProgram m_hub;
    quint16 m_port = 0;
    Testing::NativeClient m_remote;
    std::vector<std::unique_ptr<Output>> m_outputs;
};

/// The usual one: both sinks, playing.
[[nodiscard]] std::unique_ptr<House> playingHouse(const QProcessEnvironment &sound, const Material &material);

} // namespace Bench
