// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// The library's views, one at a time.
StackLayout {
    id: pages

    required property LibraryController library
    required property BrowseController browse
    required property SearchController search
    required property PersonalController personal
    required property PlayerController player
    required property QueueModel queue
    required property SettingsController settings
    required property FoldersController folders
    required property WelcomeController welcome
    required property DeviceModel devices
    required property string section
    /// Somebody types into the search field and wants to go on.
    required property bool typing
    signal entryWanted(string section, string entryId)
    signal folderWanted
    signal problemsWanted

    readonly property Item shown: children[currentIndex]
    readonly property bool moving: grid.activeFocus || searchPage.moving || browsePage.moving
        || settingsPage.activeFocus || welcomePage.activeFocus
    readonly property bool searching: search.text !== "" || section === "search"

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
        if (browse.section !== "")
            return browsePage;
        if (welcome.shown)
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
        playingAlbumId: pages.player.albumId
        onOpened: albumId => pages.library.openAlbum(albumId)
    }
    TrackList {
        id: tracks

        model: pages.library.tracks
        player: pages.player
        queue: pages.queue
        personal: pages.personal
        numbered: false
        fromIs: "tracks"
        fromIsId: "0"
    }
    AlbumPage {
        id: albumPage

        library: pages.library
        player: pages.player
        queue: pages.queue
        personal: pages.personal
    }
    EmptyPage {
        id: emptyPage

        text: pages.library.emptyText
        detail: pages.library.emptyDetail
    }
    SettingsPage {
        id: settingsPage

        settings: pages.settings
        folders: pages.folders
        library: pages.library
        devices: pages.devices
        player: pages.player
        onFolderWanted: pages.folderWanted()
        onProblemsWanted: pages.problemsWanted()
    }
    WelcomePage {
        id: welcomePage

        welcome: pages.welcome
        folders: pages.folders
        library: pages.library
        onFolderWanted: pages.folderWanted()
    }
    BrowsePage {
        id: browsePage

        browse: pages.browse
        library: pages.library
        personal: pages.personal
        player: pages.player
        queue: pages.queue
    }
    SearchPage {
        id: searchPage

        search: pages.search
        library: pages.library
        personal: pages.personal
        player: pages.player
        queue: pages.queue
        onEntryWanted: (section, entryId) => pages.entryWanted(section, entryId)
    }
}
