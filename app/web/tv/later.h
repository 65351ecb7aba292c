// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/request.h"
#include "sync/hub/hub.h"

#include <QFutureWatcher>
#include <QPromise>

#include <functional>
#include <memory>
#include <optional>

/// What is put together on the HTTP thread from what a room, on the hub's, tells.
namespace Web::Television {

using Sync::Http::Answer;
using Sync::Http::Response;

/// What @p look sees in the room that the caller's device is in. Any thread. Where the hub ends it is
/// finished without a result.
template <typename Facts> [[nodiscard]] QFuture<Facts> askRoom(Sync::Hub &hub, const Sync::Caller &caller,
                                                               std::function<Facts(Sync::Room &room)> look)
{
    const auto promise = std::make_shared<QPromise<Facts>>();
    const auto facts = std::make_shared<std::optional<Facts>>(); // of a change that may be made anew
    promise->start();
    hub.visit(
        {.user = caller.user, .device = caller.device},
        [facts, look = std::move(look)](Sync::Room &room) { facts->emplace(look(room)); },
        [promise, facts](Sync::Room &) {
            promise->addResult(*std::move(*facts));
            promise->finish();
        });
    return promise->future();
}

/// Calls @p take once @p future has its result, and not at all where it gets none or @p context goes. On the
/// thread of @p context.
template <typename Facts, typename Take>
void whenReady(QObject &context, const QFuture<Facts> &future, const Take &take)
{
    auto *const watcher = new QFutureWatcher<Facts>(&context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, &context, [watcher, take] {
        if (watcher->future().isResultReadyAt(0))
            take(watcher->result());
        watcher->deleteLater();
    });
    watcher->setFuture(future);
}

/// The answer that @p make makes of what is told, which may itself come later. Where whoever asked is gone by
/// then, nobody works for them.
template <typename Facts> [[nodiscard]] Answer answerLater(QObject &context, const QFuture<Facts> &facts,
                                                           std::function<Answer(const Facts &facts)> make)
{
    const auto promise = std::make_shared<QPromise<Response>>();
    promise->start();
    const auto give = [promise](const Response &response) {
        promise->addResult(response);
        promise->finish();
    };
    whenReady(context, facts, [&context, promise, give, make = std::move(make)](const Facts &told) {
        if (promise->isCanceled())
            return;
        Answer answer = make(told);
        if (const auto *response = std::get_if<Response>(&answer))
            return give(*response);
        auto later = std::get<QFuture<Response>>(answer);
        whenReady(context, later, give);
        auto *const asker = new QFutureWatcher<Response>(&context);
        QObject::connect(asker, &QFutureWatcherBase::canceled, &context,
                         [later]() mutable { later.cancel(); });
        QObject::connect(asker, &QFutureWatcherBase::finished, asker, &QObject::deleteLater);
        asker->setFuture(promise->future());
    });
    return promise->future();
}

} // namespace Web::Television
