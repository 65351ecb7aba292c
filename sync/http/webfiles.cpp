// SPDX-License-Identifier: Apache-2.0
#include "sync/http/webfiles.h"

#include "sync/http/pagefiles.h"

using namespace Qt::StringLiterals;

namespace Sync::Http {

namespace {

constexpr QByteArrayView prefix{"/web/"};

const PageFiles &page()
{
    static const PageFiles files(u":/segue/web"_s,
                                 [](const QByteArray &path, const QByteArray &hash, QByteArray &bytes) {
                                     if (path == "index.html")
                                         bytes.replace("/web/HASH/", prefix.toByteArray() + hash + '/');
                                 });
    return files;
}

} // namespace

bool asksForPage(const RequestHead &head) { return head.path == "/" || head.path.startsWith(prefix); }

Response answerPage(const RequestHead &head)
{
    const PageFile *index = page().find("index.html");
    const QByteArray root = prefix.toByteArray() + page().hash() + '/';
    const bool isIndex = head.path == "/";
    const PageFile *file = isIndex   ? index
        : head.path.startsWith(root) ? page().find(head.path.sliced(root.size()))
                                     : nullptr;
    if (!file || (!isIndex && file == index))
        return nothingHere();
    if (head.method != Method::Get && head.method != Method::Head)
        return onlyReadable();
    if (isIndex)
        return sendFresh(head, *file, page().hash());
    Response response = send(head, *file);
    response.cacheControl = "public, max-age=31536000, immutable";
    return response;
}

} // namespace Sync::Http
