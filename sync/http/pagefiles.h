// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/response.h"

#include <QHash>

#include <functional>

namespace Sync::Http {

struct PageFile {
    QByteArray type;
    QByteArray bytes;
    QByteArray packed; ///< by gzip; empty where that is no gain
};

/// Files that the program carries in itself, by their path. What they are is settled when it is built; those
/// of a type that no page needs are left out. HTTP thread.
class PageFiles
{
public:
    /// Before a file is kept: what is to stand in it besides.
    using Fill = std::function<void(const QByteArray &path, const QByteArray &hash, QByteArray &bytes)>;
    explicit PageFiles(const QString &root, const Fill &fill = {});

    [[nodiscard]] const QByteArray &hash() const { return m_hash; } ///< over all of them
    [[nodiscard]] const PageFile *find(const QByteArray &path) const;

private:
    void add(const QByteArray &path, QByteArray bytes);

    QByteArray m_hash;
    QHash<QByteArray, PageFile> m_files;
};

/// By gzip, where the client takes it.
[[nodiscard]] Response send(const RequestHead &head, const PageFile &file);
/// The same, to be asked about each time: where the client has it, 304. @p hash: of what may have changed.
[[nodiscard]] Response sendFresh(const RequestHead &head, const PageFile &file, const QByteArray &hash);

} // namespace Sync::Http
