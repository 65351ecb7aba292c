// SPDX-License-Identifier: Apache-2.0
#include "app/listhubs.h"

#include "sync/discovery/browser.h"

#include <QEventLoop>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace App {

namespace {

constexpr std::chrono::seconds lookFor{3};

} // namespace

Exit listHubs()
{
    Sync::Discovery::Avahi avahi(QDBusConnection::systemBus());
    const Sync::Discovery::Browser browser(avahi, {});
    QEventLoop loop;
    QTimer::singleShot(lookFor, &loop, &QEventLoop::quit);
    loop.exec();
    QStringList lines;
    for (const auto &hub : browser.hubs())
        lines.append(QStringList{hub.name, hub.urlAt(hub.addresses.first()).toString(), hub.id}.join(u'\t'));
    if (lines.isEmpty())
        return {.code = ExitCode::unavailable, .text = u"No hub is found on this network."_s};
    return {.code = 0, .text = lines.join(u'\n')};
}

} // namespace App
