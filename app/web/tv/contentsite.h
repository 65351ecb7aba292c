// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/web/personalmusic.h"
#include "sync/http/parameters.h"
#include "sync/http/routedsite.h"
#include "sync/tv/msx.h"

#include <QCoreApplication>

namespace Web::Television {

/// `/msx/menu.json` and the pages below it: the library and what the caller makes of it, for Media Station X
/// (docs/tv.md). A television that was not let in gets a page that says how it is. HTTP thread.
class ContentSite final : public Sync::Http::RoutedSite
{
    Q_DECLARE_TR_FUNCTIONS(ContentSite)

public:
    explicit ContentSite(std::shared_ptr<Web::PersonalMusic> music);

private:
    using Page = Sync::Tv::Page;
    using Item = Sync::Tv::Item;
    /// What a page is made for.
    struct Wish {
        QString user;
        Sync::Tv::Addresses addresses;
        QByteArray path;
        Sync::Http::Page part;
        quint64 id = 0; ///< of the one thing it is about
        QString typed{}; ///< into the search
    };
    using Make = std::optional<Page> (ContentSite::*)(const Wish &wish) const;

    void addList(const QByteArray &path, Make make);
    /// Below its list: "/msx/albums/{id}.json".
    void addOne(const QByteArray &list, Make make);
    [[nodiscard]] Sync::Http::Response show(const Sync::Http::Request &request, Make make, quint64 id) const;
    [[nodiscard]] Sync::Http::Response menu(const Sync::Http::Request &request) const;

    // Nothing where there is no such thing
    [[nodiscard]] std::optional<Page> albums(const Wish &wish) const;
    [[nodiscard]] std::optional<Page> artists(const Wish &wish) const;
    [[nodiscard]] std::optional<Page> playlists(const Wish &wish) const;
    [[nodiscard]] std::optional<Page> favourites(const Wish &wish) const;
    [[nodiscard]] std::optional<Page> tracks(const Wish &wish) const;
    [[nodiscard]] std::optional<Page> radio(const Wish &wish) const;
    [[nodiscard]] std::optional<Page> recent(const Wish &wish) const;
    [[nodiscard]] std::optional<Page> search(const Wish &wish) const;
    [[nodiscard]] std::optional<Page> album(const Wish &wish) const;
    [[nodiscard]] std::optional<Page> artist(const Wish &wish) const;
    [[nodiscard]] std::optional<Page> playlist(const Wish &wish) const;

    [[nodiscard]] Page songPage(const Wish &wish, const QString &headline, const Sync::Context &context,
                                const QList<Sync::TrackId> &tracks) const;
    void addMore(Page &page, const Wish &wish, qsizetype total) const;

    const std::shared_ptr<Web::PersonalMusic> m_music;
};

} // namespace Web::Television
