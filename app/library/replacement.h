// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <stdexcept>

namespace Library {

/// Why a file could not be changed. what() is a sentence for the person at the machine.
class FileError : public std::runtime_error
{
public:
    explicit FileError(const QString &sentence)
        : std::runtime_error(sentence.toStdString())
    {
    }
};

/// A copy of a file in its own folder, hidden, to be changed and put in its place in one step. Until then,
/// and where that fails, the file is as it was, whatever happens to us. Every function throws FileError.
class Replacement
{
public:
    explicit Replacement(const QString &path);
    ~Replacement();
    Replacement(const Replacement &) = delete;
    Replacement &operator=(const Replacement &) = delete;

    [[nodiscard]] const QString &path() const { return m_copy; }

    /// Puts the copy in the file's place, safe on the disk. Refuses where somebody else changed the file.
    void commit();

private:
    struct Stamp {
        qint64 size = 0;
        qint64 mtimeNs = 0;
        quint64 inode = 0;

        bool operator==(const Stamp &) const = default;
    };
    [[nodiscard]] static Stamp stampOf(const QString &path);
    void make();

    const QString m_original; ///< what a link leads to: the link stays one
    const Stamp m_stamp;
    QString m_copy;
    bool m_committed = false;
};

} // namespace Library
