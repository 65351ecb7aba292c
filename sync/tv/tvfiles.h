// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/pagefiles.h"
#include "sync/http/site.h"

namespace Sync::Tv {

/// Where Media Station X has its plugin library; resources/msx/plugin.html names it.
inline constexpr QByteArrayView usualLibrary{"http://msx.benzac.de/js/tvx-plugin.min.js"};

/// `/msx/start.json`, the plugin below `/msx/`, and the page for televisions that have a browser only, at
/// `/tv`: the same for all, open to everybody, and made to be framed by the app (docs/tv.md). HTTP thread.
class TvFiles final : public Http::Site
{
public:
    /// @p library: where the plugin's page loads Media Station X's library from.
    explicit TvFiles(const QByteArray &library);

    [[nodiscard]] std::optional<Http::Answer> answer(const Http::Request &request) override;

private:
    [[nodiscard]] Http::Response start(const Http::Request &request) const;
    [[nodiscard]] Http::Response send(const Http::Request &request, const Http::PageFile &file,
                                      const QByteArray &hash) const;

    const QByteArray m_library;
    const Http::PageFiles m_msx;
    const Http::PageFiles m_tv;
    const QByteArray m_msxHash; ///< of its files with the library's address in them
};

/// "http://HOST:PORT" or "https://...", as whoever asks @p request reaches this hub. The gate has seen to the
/// host.
[[nodiscard]] QByteArray baseOf(const Http::Request &request);

} // namespace Sync::Tv
