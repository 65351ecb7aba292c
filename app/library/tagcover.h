// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace TagLib {
class File;
}

namespace Library {

/// The front cover in an opened file, or its first picture for want of one; empty where there is none.
[[nodiscard]] QByteArray coverIn(TagLib::File &file);

/// Puts @p picture in that one's place, or takes it out where @p picture is empty. Other pictures stay. False
/// where the format holds no pictures.
[[nodiscard]] bool setCover(TagLib::File &file, const QByteArray &picture);

} // namespace Library
