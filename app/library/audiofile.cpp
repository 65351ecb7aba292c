// SPDX-License-Identifier: Apache-2.0
#include "app/library/audiofile.h"

#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace Library {

AudioFile::AudioFile(const QString &path)
    : m_descriptor(
          ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) // a pipe waits
{
    struct stat status{};
    int error = m_descriptor < 0 || ::fstat(m_descriptor, &status) != 0 ? errno : 0;
    if (error == 0 && S_ISDIR(status.st_mode))
        error = EISDIR;
    m_size = status.st_size;
    if (error == 0)
        setOpenMode(ReadOnly | Unbuffered);
    else
        setErrorString(QString::fromLocal8Bit(std::generic_category().message(error).c_str()));
}

AudioFile::~AudioFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

qint64 AudioFile::readData(char *data, qint64 most)
{
    qint64 done = 0;
    while (done < most) {
        if (most - done >= blockBytes) { // a picture, say: nobody looks at that twice
            const qint64 size = readFile(data + done, pos() + done, most - done);
            return size > 0 ? done + size : done;
        }
        const Block *block = blockAt(pos() + done);
        if (!block)
            break;
        const qint64 skipped = pos() + done - block->begin;
        const qint64 size = std::min(block->size - skipped, most - done);
        if (size <= 0)
            break;
        std::memcpy(data + done, block->bytes.data() + skipped, std::size_t(size));
        done += size;
    }
    return done;
}

qint64 AudioFile::writeData(const char *, qint64) { return -1; }

const AudioFile::Block *AudioFile::blockAt(qint64 position)
{
    const qint64 begin = position / blockBytes * blockBytes;
    auto block = std::ranges::find(m_blocks, begin, &Block::begin);
    if (block == m_blocks.end()) {
        block = std::ranges::min_element(m_blocks, {}, &Block::lastUse);
        block->begin = -1;
        block->size = readFile(block->bytes.data(), begin, blockBytes);
        if (block->size <= 0)
            return nullptr;
        block->begin = begin;
    }
    block->lastUse = ++m_use;
    return &*block;
}

qint64 AudioFile::readFile(char *data, qint64 position, qint64 most) const
{
    qint64 done = 0;
    while (done < most) {
        const ssize_t size =
            ::pread(m_descriptor, data + done, std::size_t(most - done), off_t(position + done));
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0)
            break;
        done += size;
    }
    return done;
}

} // namespace Library
