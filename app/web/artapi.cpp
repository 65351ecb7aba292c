// SPDX-License-Identifier: Apache-2.0
#include "app/web/artapi.h"

#include "sync/http/parameters.h"
#include "sync/http/ranges.h"
#include "sync/http/routes.h"

#include <QPromise>

#include <algorithm>
#include <array>

using Sync::Http::Response;

namespace Web {

namespace {

constexpr std::array sizes{64, 128, 256, 512, 1024};
constexpr int usualSize = 256;

Response noArt() { return Sync::Http::errorResponse(404, "no_art", "this album has no picture"); }

} // namespace

ArtApi::ArtApi(const QString &catalogue)
    : m_art(catalogue)
{
    serveQuery("/art/{id}", Sync::Role::Listener,
               [this](const Sync::Http::Request &request, const auto &parts) {
                   return cover(request.head, parts.first());
               });
}

Sync::Http::Answer ArtApi::cover(const Sync::Http::RequestHead &head, const QByteArray &album)
{
    Sync::Http::Parameters parameters(head.query);
    const auto size = int(parameters.number("size", usualSize, sizes.front(), sizes.back()));
    const bool versioned = !parameters.text("v").isEmpty();
    if (auto refusal = parameters.refusal())
        return *std::move(refusal);
    const auto id = Sync::Http::idIn(album);
    if (!id)
        return noArt();
    const auto promise = std::make_shared<QPromise<Response>>();
    promise->start();
    m_art.ask(*id, artSize(size), [promise, head, versioned](const Picture &picture) {
        promise->addResult(artResponse(head, picture, versioned));
        promise->finish();
    });
    return promise->future();
}

int artSize(int wanted)
{
    const auto *const found = std::ranges::lower_bound(sizes, wanted);
    return found == sizes.end() ? sizes.back() : *found;
}

Response artResponse(const Sync::Http::RequestHead &head, const Picture &picture, bool versioned)
{
    if (picture.bytes.isEmpty())
        return noArt();
    Response response{.contentType = picture.type,
                      .headers = {{"ETag", picture.etag}},
                      .cacheControl =
                          versioned ? "private, max-age=31536000, immutable" : "private, max-age=3600"};
    if (Sync::Http::isUnchanged(head, {.size = picture.bytes.size(), .etag = picture.etag}))
        response.status = 304;
    else
        response.body = picture.bytes;
    return response;
}

} // namespace Web
