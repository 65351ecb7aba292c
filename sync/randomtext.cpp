// SPDX-License-Identifier: Apache-2.0
#include "sync/randomtext.h"

#include <QRandomGenerator>

namespace Sync {

QByteArray randomText(int bytes)
{
    QByteArray random(bytes, Qt::Uninitialized);
    for (char &byte : random)
        byte = char(QRandomGenerator::system()->bounded(256));
    return random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace Sync
