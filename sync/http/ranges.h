// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/requesthead.h"

#include <QDateTime>

namespace Sync::Http {

/// What tells one state of a file from another.
struct FileFacts {
    qint64 size = 0; ///< bytes
    QDateTime modified;
    QByteArray etag; ///< strong, with its quotation marks
};

/// Bytes of a file.
struct Whole {
    bool operator==(const Whole &) const = default;
};
struct Part {
    qint64 first = 0;
    qint64 count = 0;

    bool operator==(const Part &) const = default;
};
struct Outside {
    bool operator==(const Outside &) const = default;
};

/// What a GET asks for (RFC 9110, 14). A range that cannot be read, several at once, and one of a file that
/// is not the one `If-Range` speaks of, are answered with the whole.
[[nodiscard]] std::variant<Whole, Part, Outside> chooseRange(const RequestHead &head, const FileFacts &file);

/// Whether whoever asks has it already: `If-None-Match`, or `If-Modified-Since` without that.
[[nodiscard]] bool isUnchanged(const RequestHead &head, const FileFacts &file);

/// As in `Last-Modified`.
[[nodiscard]] QByteArray httpDate(const QDateTime &time);

} // namespace Sync::Http
