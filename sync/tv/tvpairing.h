// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/routedsite.h"
#include "sync/tv/msx.h"

#include <QCoreApplication>

#include <memory>

namespace Sync::Tv {

/// `/msx/pair` and `/msx/pair.json`: how a television is let in that runs no script of ours. HTTP thread.
class TvPairing final : public Http::RoutedSite
{
    Q_DECLARE_TR_FUNCTIONS(TvPairing)

public:
    /// @p pairing: the site of `/api/v1/pairing/`, which does it all.
    explicit TvPairing(std::shared_ptr<Http::Site> pairing);

private:
    [[nodiscard]] Http::Response ask(const Http::Request &request);
    [[nodiscard]] Http::Response look(const Http::Request &request);
    [[nodiscard]] QJsonObject passOn(const Http::Request &request, const QByteArray &path,
                                     const QJsonObject &body) const;

    const std::shared_ptr<Http::Site> m_pairing;
};

/// The only page of a television that was not let in: how it can be.
[[nodiscard]] Page askingPage(const Addresses &addresses);

} // namespace Sync::Tv
