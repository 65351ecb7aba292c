// SPDX-License-Identifier: Apache-2.0
#include "sync/http/webfiles.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QHash>

#include <zlib.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sync::Http {

namespace {

constexpr QByteArrayView prefix{"/web/"};
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

struct WebFile {
    QByteArray type;
    QByteArray bytes;
    QByteArray packed; ///< by gzip; empty where that is no gain
};

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

/// All files of the page by their path. What they are is settled when the program is built.
class WebFiles
{
public:
    explicit WebFiles(const QString &root);

    [[nodiscard]] const QByteArray &hash() const { return m_hash; }
    [[nodiscard]] const WebFile *find(const QByteArray &path) const;

private:
    void add(const QByteArray &path, QByteArray bytes);

    QByteArray m_hash;
    QHash<QByteArray, WebFile> m_files;
};

WebFiles::WebFiles(const QString &root)
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
    for (const auto &[path, bytes] : found)
        add(path, bytes);
}

void WebFiles::add(const QByteArray &path, QByteArray bytes)
{
    const auto type = std::ranges::find_if(
        types, [&](const FileType &each) { return path.endsWith(QByteArray(".") + each.suffix.data()); });
    if (type == types.end())
        return; // for those who work on the page
    if (path == "index.html")
        bytes.replace("/web/HASH/", prefix.toByteArray() + m_hash + '/');
    WebFile file{.type = type->name.toByteArray(), .bytes = std::move(bytes), .packed = {}};
    if (type->isText && file.bytes.size() >= smallestPacked)
        file.packed = gzip(file.bytes);
    m_files.insert(path, file);
}

const WebFile *WebFiles::find(const QByteArray &path) const
{
    const auto found = m_files.constFind(path);
    return found == m_files.cend() ? nullptr : &*found;
}

const WebFiles &page()
{
    static const WebFiles files(u":/segue/web"_s);
    return files;
}

Response send(const RequestHead &head, const WebFile &file)
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

Response sendIndex(const RequestHead &head, const WebFile &index)
{
    Response response = send(head, index);
    // The two forms are not the same bytes, so their tags differ too.
    const bool packed = response.body.size() != index.bytes.size();
    const QByteArray tag = '"' + page().hash() + (packed ? "-gzip\"" : "\"");
    response.headers.emplaceBack("ETag", tag);
    response.cacheControl = "no-cache";
    if (head.lists("If-None-Match", tag)) {
        response.status = 304;
        response.body.clear();
    }
    return response;
}

} // namespace

bool asksForPage(const RequestHead &head) { return head.path == "/" || head.path.startsWith(prefix); }

Response answerPage(const RequestHead &head)
{
    const WebFile *index = page().find("index.html");
    const QByteArray root = prefix.toByteArray() + page().hash() + '/';
    const bool isIndex = head.path == "/";
    const WebFile *file = isIndex    ? index
        : head.path.startsWith(root) ? page().find(head.path.sliced(root.size()))
                                     : nullptr;
    if (!file || (!isIndex && file == index))
        return nothingHere();
    if (head.method != Method::Get && head.method != Method::Head)
        return onlyReadable();
    if (isIndex)
        return sendIndex(head, *file);
    Response response = send(head, *file);
    response.cacheControl = "public, max-age=31536000, immutable";
    return response;
}

} // namespace Sync::Http
