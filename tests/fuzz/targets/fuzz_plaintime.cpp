// SPDX-License-Identifier: Apache-2.0
#include "fuzzing.h"

#include "sync/protocol/plaintime.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const auto time = Sync::parsePlainTime(QString::fromUtf8(bytesOf(data, size)));
    if (!time)
        return 0;
    const QString written = Sync::plainTime(*time);
    // Offsets may lead out of the four-digit years, which nobody who is believed can stamp.
    const bool fourDigits = written.size() >= 24 && written.at(4) == u'-' && !written.startsWith(u"0000");
    require(!fourDigits || Sync::parsePlainTime(written) == time);
    return 0;
}
