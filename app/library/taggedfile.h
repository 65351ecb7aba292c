// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/containers.h"

#include <QString>

#include <taglib/fileref.h>

#include <memory>

namespace Library {

/// A file as TagLib reads it, and what keeps it open. May throw what memory runs out with: a damaged tag can
/// ask for any amount.
class TaggedFile
{
public:
    TaggedFile(const QString &path, Container container);

    /// Null where TagLib makes nothing of it.
    [[nodiscard]] TagLib::File *get() const { return m_own ? m_own.get() : m_reference.file(); }

private:
    std::unique_ptr<TagLib::File> m_own;
    TagLib::FileRef m_reference;
};

} // namespace Library
