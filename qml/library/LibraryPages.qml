// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// The library's views, one at a time.
StackLayout {
    id: pages

    required property Controllers controllers
    readonly property LibraryController library: controllers.library
    required property string section
    /// Somebody types into the search field and wants to go on.
    required property bool typing
    required property bool searching
    signal folderWanted
    signal problemsWanted
    signal entryWanted(string section, string entryId)

    readonly property Item shown: children[currentIndex]
    readonly property bool moving: grid.activeFocus || searchPage.moving || browsePage.moving
        || settingsPage.activeFocus || welcomePage.activeFocus

    function enter() {
        shown.forceActiveFocus();
    }
    function pageFor(): Item {
        if (library.albumOpen)
            return albumPage;
        if (searching)
            return searchPage;
        if (section === "settings")
            return settingsPage;
        if (section === "radio")
            return radioPage;
        if (controllers.browse.section !== "")
            return browsePage;
        if (controllers.welcome.shown)
            return welcomePage;
        if (library.emptyText !== "")
            return emptyPage;
        return section === "tracks" ? tracks : grid;
    }

    function indexOf(page: Item): int {
        for (let i = 0; i < count; ++i)
            if (children[i] === page)
                return i;
        return 0;
    }

    currentIndex: indexOf(pageFor())
    onShownChanged: if (!typing) enter()

    AlbumGrid {
        id: grid

        leftMargin: Theme.gap
        library: pages.library
        playingAlbumId: pages.controllers.player.albumId
        onOpened: albumId => pages.library.openAlbum(albumId)
    }
    TrackList {
        id: tracks

        model: pages.library.tracks
        player: pages.controllers.player
        queue: pages.controllers.queue
        personal: pages.controllers.personal
        tags: pages.controllers.tags
        numbered: false
        fromIs: "tracks"
        fromIsId: "0"
    }
    AlbumPage {
        id: albumPage

        library: pages.library
        player: pages.controllers.player
        queue: pages.controllers.queue
        personal: pages.controllers.personal
        tags: pages.controllers.tags
    }
    EmptyPage {
        id: emptyPage

        text: pages.library.emptyText
        detail: pages.library.emptyDetail
    }
    SettingsPage {
        id: settingsPage

        settings: pages.controllers.settings
        sound: pages.controllers.sound
        loudness: pages.controllers.loudness
        folders: pages.controllers.folders
        library: pages.library
        devices: pages.controllers.devices
        player: pages.controllers.player
        admission: pages.controllers.admission
        invitation: pages.controllers.invitation
        hubs: pages.controllers.hubs
        users: pages.controllers.users
        onFolderWanted: pages.folderWanted()
        onProblemsWanted: pages.problemsWanted()
    }
    WelcomePage {
        id: welcomePage

        welcome: pages.controllers.welcome
        folders: pages.controllers.folders
        library: pages.library
        onFolderWanted: pages.folderWanted()
    }
    BrowsePage {
        id: browsePage

        browse: pages.controllers.browse
        library: pages.library
        personal: pages.controllers.personal
        imports: pages.controllers.imports
        tags: pages.controllers.tags
        player: pages.controllers.player
        queue: pages.controllers.queue
    }
    SearchPage {
        id: searchPage

        search: pages.controllers.search
        library: pages.library
        personal: pages.controllers.personal
        tags: pages.controllers.tags
        player: pages.controllers.player
        queue: pages.controllers.queue
        onEntryWanted: (section, entryId) => pages.entryWanted(section, entryId)
    }
    RadioPage {
        id: radioPage

        radio: pages.controllers.radio
        imports: pages.controllers.imports
        player: pages.controllers.player
    }
}
