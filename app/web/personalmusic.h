// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/cataloguereader.h"
#include "app/personal/shelves.h"

#include <QJsonObject>

#include <functional>

namespace Web {

/// What the users of this hub have made of its music, as the addresses below `/api/v1/` share it. HTTP
/// thread.
class PersonalMusic
{
public:
    /// Something of @p user's has been changed from here.
    using Changed = std::function<void(const QString &user)>;
    /// Both databases must have been prepared.
    PersonalMusic(const QString &catalogue, const QString &directory, Changed changed);

    /// Throws Sync::DatabaseError.
    [[nodiscard]] Personal::Shelf &shelfOf(const QString &user) { return m_shelves.of(user); }
    void tellChanged(const QString &user) const { m_changed(user); }
    [[nodiscard]] const Library::CatalogueReader &catalogue() const { return m_catalogue; }

    /// A track of the library, or a station of @p user's; what is neither any more is `missing`, with what
    /// is still known of it.
    [[nodiscard]] QJsonObject describe(const QString &user, Sync::TrackId track);

private:
    const Library::CatalogueReader m_catalogue;
    Personal::Shelves m_shelves;
    const Changed m_changed;
};

} // namespace Web
