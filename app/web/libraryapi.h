// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/cataloguereader.h"
#include "sync/http/site.h"

namespace Web {

class Parameters;

/// `/api/v1/`: the library for pages and programs, to be read (docs/protocol.md).
class LibraryApi final : public Sync::Http::Site
{
public:
    static constexpr quint64 pageUsual = 100;
    static constexpr quint64 pageMost = 500;

    /// The database must have been prepared.
    explicit LibraryApi(const QString &catalogue);

    [[nodiscard]] std::optional<Sync::Http::Answer> answer(const Sync::Http::Request &request) override;

private:
    [[nodiscard]] Sync::Http::Response tracks(Parameters &parameters) const;
    [[nodiscard]] Sync::Http::Response albums(Parameters &parameters) const;
    [[nodiscard]] Sync::Http::Response artists(Parameters &parameters) const;
    [[nodiscard]] Sync::Http::Response genres(Parameters &parameters) const;
    [[nodiscard]] Sync::Http::Response search(Parameters &parameters) const;
    [[nodiscard]] std::optional<QJsonObject> one(QByteArrayView kind, quint64 id) const;

    const Library::CatalogueReader m_reader;
};

} // namespace Web
