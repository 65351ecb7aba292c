// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/frame.h"

#include <QtEndian>

namespace Sync {

namespace {

constexpr char finalText = char(0x81);
constexpr char finalPing = char(0x89);

QByteArray length(qsizetype size)
{
    if (size < 126)
        return QByteArray(1, char(size));
    if (size <= 0xffff) {
        QByteArray bytes(3, char(126));
        qToBigEndian(quint16(size), bytes.data() + 1);
        return bytes;
    }
    QByteArray bytes(9, char(127));
    qToBigEndian(quint64(size), bytes.data() + 1);
    return bytes;
}

} // namespace

Frame Frame::text(QByteArrayView payload)
{
    return Frame(finalText + length(payload.size()) + payload.toByteArray());
}

Frame Frame::ping() { return Frame(finalPing + length(0)); }

} // namespace Sync
