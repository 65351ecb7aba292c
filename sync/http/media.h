// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/response.h"

namespace Sync::Http {

/// An open file, or as much of it as is asked for.
[[nodiscard]] Response answerFile(const RequestHead &head, const std::shared_ptr<QFile> &file);
/// The same of the file at @p path; 404 where it cannot be read.
[[nodiscard]] Response answerFileAt(const RequestHead &head, const QString &path);
/// Where a track's file is, at any hub.
[[nodiscard]] QByteArray mediaPath(quint64 track);
/// 404.
[[nodiscard]] Response noSuchTrack();

} // namespace Sync::Http
