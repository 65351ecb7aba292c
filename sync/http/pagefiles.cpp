// SPDX-License-Identifier: Apache-2.0
#include "sync/http/pagefiles.h"

#include <QCryptographicHash>
#include <QDirIterator>

#include <zlib.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sync::Http {

namespace {

constexpr qsizetype hashLength = 16; // as written; nobody is to be fooled by it, only told apart
constexpr qsizetype smallestPacked = 512; // fits into one packet either way

struct FileType {
    QLatin1StringView suffix;
    QByteArrayView name;
    bool isText;
};
constexpr std::array<FileType, 7> types{{
    {"css"_L1, "text/css; charset=utf-8", true},
    {"html"_L1, "text/html; charset=utf-8", true},
    {"js"_L1, "text/javascript; charset=utf-8", true},
    {"png"_L1, "image/png", false},
    {"svg"_L1, "image/svg+xml", true},
    {"wav"_L1, "audio/wav", false},
    {"webmanifest"_L1, "application/manifest+json", true},
}};

QByteArray gzip(const QByteArray &bytes)
{
    z_stream stream{};
    constexpr int window = 15 + 16; // with the head of gzip
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray packed(qsizetype(deflateBound(&stream, uLong(bytes.size()))), Qt::Uninitialized);
    // zlib reads only, but says so only where it is built to.
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    const bool whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    packed.truncate(whole ? qsizetype(stream.total_out) : 0);
    deflateEnd(&stream);
    return packed;
}

} // namespace

PageFiles::PageFiles(const QString &root, const Fill &fill)
{
    QList<std::pair<QByteArray, QByteArray>> found;
    QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            found.emplaceBack(file.fileName().sliced(root.size() + 1).toUtf8(), file.readAll());
    }
    std::ranges::sort(found);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto &[path, bytes] : found) {
        hash.addData(path + '\0' + QByteArray::number(bytes.size()) + '\0');
        hash.addData(bytes);
    }
    m_hash = hash.result().toHex().first(hashLength);
    for (auto &[path, bytes] : found) {
        if (fill)
            fill(path, m_hash, bytes);
        add(path, std::move(bytes));
    }
}

void PageFiles::add(const QByteArray &path, QByteArray bytes)
{
    const auto type = std::ranges::find_if(
        types, [&](const FileType &each) { return path.endsWith(QByteArray(".") + each.suffix.data()); });
    if (type == types.end())
        return; // for those who work on the page
    PageFile file{.type = type->name.toByteArray(), .bytes = std::move(bytes), .packed = {}};
    if (type->isText && file.bytes.size() >= smallestPacked)
        file.packed = gzip(file.bytes);
    m_files.insert(path, file);
}

const PageFile *PageFiles::find(const QByteArray &path) const
{
    const auto found = m_files.constFind(path);
    return found == m_files.cend() ? nullptr : &*found;
}

Response send(const RequestHead &head, const PageFile &file)
{
    Response response{.contentType = file.type, .body = file.bytes};
    if (!file.packed.isEmpty()) {
        response.headers.emplaceBack("Vary", "Accept-Encoding");
        if (head.lists("Accept-Encoding", "gzip")) {
            response.headers.emplaceBack("Content-Encoding", "gzip");
            response.body = file.packed;
        }
    }
    return response;
}

Response sendFresh(const RequestHead &head, const PageFile &file, const QByteArray &hash)
{
    Response response = send(head, file);
    // The two forms are not the same bytes, so their tags differ too.
    const bool packed = response.body.size() != file.bytes.size();
    const QByteArray tag = '"' + hash + (packed ? "-gzip\"" : "\"");
    response.headers.emplaceBack("ETag", tag);
    response.cacheControl = "no-cache";
    if (head.lists("If-None-Match", tag)) {
        response.status = 304;
        response.body.clear();
    }
    return response;
}

} // namespace Sync::Http
