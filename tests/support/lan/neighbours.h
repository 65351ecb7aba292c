// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/lan/machine.h"

namespace Testing {

/// Two machines with a cable between them, each with a bus and an Avahi: "attic" and "den".
class Neighbours
{
public:
    /// @p network: "192.168.77", of which they have .1 and .2. @p whereAttic: whether the test runs there.
    explicit Neighbours(const QString &network, Machine::Where whereAttic = Machine::Where::Here);

    /// False where something could not be started; why() says what.
    [[nodiscard]] bool start();
    [[nodiscard]] QString why() const { return m_why; }

    [[nodiscard]] Machine &attic() { return m_attic; }
    [[nodiscard]] Machine &den() { return m_den; }
    /// Whether somebody in the den can connect to what listens in the attic.
    [[nodiscard]] bool denReaches(quint16 port);

private:
    Machine m_attic;
    Machine m_den;
    QString m_why;
};

} // namespace Testing
