// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/cataloguereader.h"
#include "sync/http/parameters.h"
#include "sync/http/routedsite.h"

namespace Web {

/// `/api/v1/`: the library for pages and programs, to be read (docs/protocol.md).
class LibraryApi final : public Sync::Http::RoutedSite
{
public:
    /// The database must have been prepared.
    explicit LibraryApi(const QString &catalogue);

private:
    using Parameters = Sync::Http::Parameters;
    using Response = Sync::Http::Response;
    [[nodiscard]] Response tracks(Parameters &parameters) const;
    [[nodiscard]] Response albums(Parameters &parameters) const;
    [[nodiscard]] Response artists(Parameters &parameters) const;
    [[nodiscard]] Response genres(Parameters &parameters) const;
    [[nodiscard]] Response search(Parameters &parameters) const;

    /// One, with what is in it where it holds something.
    using Found = std::optional<QJsonObject>;
    [[nodiscard]] Found track(quint64 id) const;
    [[nodiscard]] Found album(quint64 id) const;
    [[nodiscard]] Found artist(quint64 id) const;
    [[nodiscard]] Found genre(quint64 id) const;

    const Library::CatalogueReader m_reader;
};

} // namespace Web
