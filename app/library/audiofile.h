// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIODevice>

#include <array>

namespace Library {

/// A file opened to be looked at here and there: what lies near the last few looks is not read again.
class AudioFile final : public QIODevice
{
    Q_OBJECT

public:
    /// Opens it where it can be; see isOpen() and errorString().
    explicit AudioFile(const QString &path);
    ~AudioFile() override;

    [[nodiscard]] qint64 size() const override { return m_size; }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    static constexpr qint64 blockBytes = 8 * 1024;

    struct Block {
        qint64 begin = -1;
        qint64 size = 0;
        qint64 lastUse = 0;
        std::array<char, blockBytes> bytes;
    };

    [[nodiscard]] const Block *blockAt(qint64 position);
    qint64 readFile(char *data, qint64 position, qint64 most) const;

    int m_descriptor = -1;
    qint64 m_size = 0;
    qint64 m_use = 0;
    std::array<Block, 8> m_blocks;
};

} // namespace Library
