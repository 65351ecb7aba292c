// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/cataloguereader.h"
#include "sync/http/media.h"

namespace Library {

/// The catalogue's files, for devices that have none themselves.
class MediaFiles final : public Sync::Http::MediaSource
{
public:
    /// The database must have been prepared.
    explicit MediaFiles(const QString &catalogue)
        : m_reader(catalogue)
    {
    }
    [[nodiscard]] QString pathOf(Sync::TrackId id) const override { return m_reader.pathOf(id); }

private:
    const CatalogueReader m_reader;
};

} // namespace Library
