// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace Player {

/// Knows when the sound server died under Qt. Qt 6.4 then leaves its lock on the server's thread held:
/// whatever touches sound afterwards hangs, the end of the process too. Nothing but what it logs tells.
class SoundLoss : public QObject
{
    Q_OBJECT

public:
    explicit SoundLoss(QObject *parent = nullptr);
    ~SoundLoss() override;
    Q_DISABLE_COPY_MOVE(SoundLoss)

    [[nodiscard]] static bool happened();

Q_SIGNALS:
    void lost();
};

} // namespace Player
