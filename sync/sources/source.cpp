// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/source.h"

#include <QPromise>

namespace Sync::Sources {

QFuture<QString> answered(const QString &reason)
{
    QPromise<QString> promise;
    promise.start();
    promise.addResult(reason);
    promise.finish();
    return promise.future();
}

} // namespace Sync::Sources
