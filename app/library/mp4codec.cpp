// SPDX-License-Identifier: Apache-2.0
#include "app/library/mp4codec.h"

#include <QFile>

#include <taglib/mp4file.h>
#include <taglib/mp4properties.h>

namespace Library {

bool isAlac(const QString &path)
{
    TagLib::MP4::File file(QFile::encodeName(path).constData(), true, TagLib::AudioProperties::Fast);
    const auto *properties = file.isValid() ? file.audioProperties() : nullptr;
    return properties && properties->codec() == TagLib::MP4::Properties::ALAC;
}

} // namespace Library
