// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace App {

/// To be called first in main(): a thread started before would still die of the signals.
void blockEndingSignals();

/// SIGTERM, SIGINT and SIGHUP as a Qt signal. The second one ends the program at once.
class UnixSignals : public QObject
{
    Q_OBJECT

public:
    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;

Q_SIGNALS:
    void asked();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace App
