// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/sources/pulsemirror.h"

#include <memory>

namespace Sync::Sources {

/// One connection to a sound server: what it says, carried to this object's thread, and commands to it. Never
/// starts a server. When it has ended it is of no use any more.
class PulseClient : public QObject
{
    Q_OBJECT

public:
    /// A command has been carried out, or why not; what it changed was told before.
    struct Done {
        quint64 task = 0;
        QString reason; ///< empty: done
    };
    using Heard = std::variant<Pulse::News, Done>;

    /// @p server as libpulse has it; empty: this user's.
    explicit PulseClient(const QString &server);
    ~PulseClient() override;

    /// Sinks and inputs it names are there, names of new ones are plain; one for a player does nothing.
    void carryOut(quint64 task, const Command &command);
    /// A listing of all there is comes next.
    void askAnew();

Q_SIGNALS:
    void heard(const QList<Sync::Sources::PulseClient::Heard> &heard);
    /// It could not be made, or is over.
    void ended();

private:
    class Loop;

    void drain();

    std::unique_ptr<Loop> m_loop;
};

} // namespace Sync::Sources
