// SPDX-License-Identifier: Apache-2.0
#include "sync/pairing/qrcode.h"

#include <qrcodegen.hpp>

namespace Sync {

QStringList qrCode(const QByteArray &text)
{
    QStringList rows;
    try {
        const auto code = qrcodegen::QrCode::encodeText(text.constData(), qrcodegen::QrCode::Ecc::MEDIUM);
        for (int y = 0; y < code.getSize(); ++y) {
            QString row;
            for (int x = 0; x < code.getSize(); ++x)
                row += code.getModule(x, y) ? u'1' : u'0';
            rows.append(row);
        }
    } catch (const qrcodegen::data_too_long &) {
        rows.clear();
    }
    return rows;
}

} // namespace Sync
