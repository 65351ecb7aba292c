// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bench/insync/system.h"

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>
#include <QWebSocket>

namespace Bench {

/// A Chromium nobody looks at, with one page open. All that is asked of it throws where it does not come
/// about.
class Chromium : public System
{
public:
    Chromium(const QProcessEnvironment &environment, const QUrl &page);
    ~Chromium() override;
    Q_DISABLE_COPY_MOVE(Chromium)

    /// As a person does, once there is a button that says so.
    void press(const QString &button);

private:
    [[nodiscard]] quint16 awaitPort();
    [[nodiscard]] QUrl addressOfPage(quint16 port);
    /// What @p script, run in the page, resolves to.
    [[nodiscard]] QJsonObject evaluate(const QString &script);

    QTemporaryDir m_folder;
    QProcess m_process;
    QWebSocket m_socket;
};

} // namespace Bench
