// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/window.h"
#include "app/library/catalogue.h"
#include "app/library/cataloguewriter.h"
#include "app/library/ids.h"
#include "app/library/tracksource.h"
#include "sync/server.h"
#include "sync/store/memorystore.h"

#include <QQuickWindow>
#include <QTemporaryDir>

/// The whole window against a hub of its own: the album "Night" by Ana with the tracks 1 to 3, "Zero" by Zed
/// with track 4.
class House
{
public:
    House()
    {
        Library::prepareCatalogue(catalogue);
        Library::CatalogueWriter writer(catalogue);
        writer.store({file(1, "Ana", "Night"), file(2, "Ana", "Night"), file(3, "Ana", "Night"),
                      file(4, "Zed", "Zero")});
        writer.settle();
    }
    ~House()
    {
        window.reset(); // it speaks to all the others until it is gone
        link.reset();
    }
    House(const House &) = delete;
    House &operator=(const House &) = delete;

    /// Whether there is a window now, and a hub on its way.
    bool open()
    {
        server = std::make_unique<Sync::Server>(
            std::make_unique<Sync::MemoryStore>(),
            Sync::ServerOptions{
                .identity = {.id = "hub", .name = "Attic"},
                .makeTracks = [path = catalogue] { return std::make_unique<Library::CatalogueTracks>(path); },
                .makeJukebox = makeJukebox,
                .makeSources = makeSources,
                .tokensIn = folder.path()});
        const auto listening = server->listen();
        const auto *found = std::get_if<quint16>(&listening);
        port = found ? *found : 0;
        const QUrl hub(QString("ws://127.0.0.1:%1").arg(port));
        reader = std::make_unique<Library::CatalogueReader>(catalogue);
        scanner = std::make_unique<Library::Scanner>(catalogue);
        scanner->setRoots({"/m"});
        link = std::make_unique<Sync::Link>(Sync::DeviceIdentity{.id = "me", .name = "Me", .output = true});
        window = std::make_unique<Desktop::Window>(Desktop::WindowParts{
            .link = *link,
            .deviceId = "me",
            .ownHub = true,
            .catalogue = *reader,
            .cataloguePath = catalogue,
            .scanner = *scanner,
            .data = folder.path(),
            .options = {.dataDir = folder.path(), .theme = App::Theme::Dark},
            .hub = hub,
            .listenAt = [this](const QHostAddress &where) { return server->listenAt(where); }});
        if (port == 0 || !window->show())
            return false;
        address = hub;
        link->open(hub);
        return true;
    }
    [[nodiscard]] QQuickWindow *view() const { return window->view(); }

    QTemporaryDir folder;
    QString catalogue = folder.filePath("catalogue.db");
    QUrl address; ///< of the hub
    // What more the hub has, set before open(); see Sync::ServerOptions.
    std::function<std::shared_ptr<Sync::Sources::Jukebox>()> makeJukebox;
    std::function<std::vector<std::unique_ptr<Sync::Sources::Source>>()> makeSources;
    std::unique_ptr<Sync::Server> server;
    quint16 port = 0;
    std::unique_ptr<Library::CatalogueReader> reader;
    std::unique_ptr<Library::Scanner> scanner;
    std::unique_ptr<Sync::Link> link;
    std::unique_ptr<Desktop::Window> window;

private:
    static Library::ReadFile file(quint64 id, const QString &artist, const QString &album)
    {
        return {{.id = id,
                 .path = QString("/m/%1/%2.ogg").arg(album).arg(id),
                 .title = QString("Track %1").arg(id),
                 .artist = artist,
                 .album = album,
                 .trackNumber = int(id),
                 .duration = std::chrono::seconds(100),
                 .albumId = Library::albumId(artist, album),
                 .artistId = Library::artistId(artist)},
                {.size = 1, .mtimeNs = 1}};
    }
};
