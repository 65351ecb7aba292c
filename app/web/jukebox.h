// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/web/personalmusic.h"
#include "sync/sources/jukebox.h"

namespace Web {

/// The library and the stations, by their addresses. HTTP thread.
class Jukebox final : public Sync::Sources::Jukebox
{
public:
    /// Both databases must have been prepared. Throws Sync::DatabaseError.
    Jukebox(const QString &catalogue, const QString &directory, PersonalMusic::Changed changed);

    [[nodiscard]] QList<Sync::Sources::Stream> streams(const QString &user) override;
    [[nodiscard]] QString addStream(const QString &user, const Sync::Sources::Stream &stream) override;
    [[nodiscard]] QString removeStream(const QString &user, const QString &name) override;
    [[nodiscard]] std::variant<Sync::Native::Play, QString> stream(const QString &user,
                                                                   const QString &name) override;
    [[nodiscard]] std::variant<Sync::Native::Play, QString> at(const QString &user, const QUrl &url) override;
    [[nodiscard]] std::variant<Sync::Native::Play, QString>
    same(const Sync::Sources::TrackFacts &track) override;

private:
    using Found = std::optional<Sync::Native::Play>;

    [[nodiscard]] Found ownAddress(const QString &user, const QString &path);
    [[nodiscard]] Found file(const QUrl &url) const;
    [[nodiscard]] Found asSaid(const Sync::Sources::TrackFacts &track) const;
    [[nodiscard]] Found webStream(const QString &user, const QUrl &url);

    PersonalMusic m_music;
    Personal::Stations m_pushed;
};

} // namespace Web
