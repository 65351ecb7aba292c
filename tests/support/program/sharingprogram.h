// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/program/runningprogram.h"

#include <QTemporaryDir>

namespace Testing {

/// segued without sound and without music, that keeps its sessions in a store.
struct SharingProgram {
    QTemporaryDir data;
    RunningProgram program;
    quint16 port = 0;

    [[nodiscard]] bool start(const QString &name, const QString &store, const QStringList &more = {})
    {
        program.start(QStringLiteral("segued"),
                      QStringList{QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--data-dir"),
                                  data.path(), QStringLiteral("--music"), data.path(),
                                  QStringLiteral("--no-audio"), QStringLiteral("--name"), name,
                                  QStringLiteral("--store"), store}
                          + more);
        port = program.readyPort();
        return port != 0;
    }
};

} // namespace Testing
