// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/containers.h"

#include <taglib/fileref.h>
#include <taglib/taglib.h>
#include <taglib/tiostream.h>

#include <memory>

namespace Library {

/// An open device as TagLib wants it, and never written to: TagLib's own stream opens files for writing,
/// which those who watch them take for a change.
class TagStream final : public TagLib::IOStream
{
public:
    // TagLib 2 has types of its own for these.
#if TAGLIB_MAJOR_VERSION >= 2
    using Offset = TagLib::offset_t;
    using Start = TagLib::offset_t;
    using Size = std::size_t;
#else
    using Offset = long;
    using Start = unsigned long;
    using Size = unsigned long;
#endif

    TagStream(QIODevice &device, const QByteArray &name)
        : m_device(device)
        , m_name(name)
    {
        m_device.seek(0); // TagLib goes on from where it is
    }

    TagLib::FileName name() const override { return m_name.constData(); }
    TagLib::ByteVector readBlock(Size length) override;
    void seek(Offset offset, Position from) override;
    Offset tell() const override { return Offset(m_device.pos()); }
    Offset length() override { return Offset(m_device.size()); }
    bool readOnly() const override { return true; }
    bool isOpen() const override { return m_device.isOpen(); }

    void writeBlock(const TagLib::ByteVector &) override { }
    void insert(const TagLib::ByteVector &, Start, Size) override { }
    void removeBlock(Start, Size) override { }
    void truncate(Offset) override { }

private:
    // The tags of no honest file need more; TagLib looks for the last page of a cut-off one through
    // gigabytes.
    qint64 m_mayRead = 128 * 1024 * 1024;
    QIODevice &m_device;
    const QByteArray m_name;
};

/// A file as TagLib reads it, for as long as its device lives. May throw what memory runs out with: a damaged
/// tag can ask for any amount.
class TaggedFile
{
public:
    TaggedFile(QIODevice &device, const QString &path, Container container);

    /// Null where TagLib makes nothing of it.
    [[nodiscard]] TagLib::File *get() const { return m_own ? m_own.get() : m_reference.file(); }

private:
    TagStream m_stream;
    std::unique_ptr<TagLib::File> m_own;
    TagLib::FileRef m_reference;
};

} // namespace Library
