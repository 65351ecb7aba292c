// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Segue

/// The library's views, one at a time.
StackLayout {
    id: pages

    required property LibraryController library
    required property BrowseController browse
    required property RadioController radio
    required property SearchController search
    required property PersonalController personal
    required property PlayerController player
    required property QueueModel queue
    required property string section
    /// Somebody types into the search field and wants to go on.
    required property bool typing
    signal entryWanted(string section, string entryId)

    readonly property Item shown: children[currentIndex]
    readonly property bool moving: grid.activeFocus || searchPage.moving || browsePage.moving
    readonly property bool searching: search.text !== "" || section === "search"

    function enter() {
        shown.forceActiveFocus();
    }
    function pageFor(): Item {
        if (library.albumOpen)
            return albumPage;
        if (searching)
            return searchPage;
        if (section === "radio")
            return radioPage;
        if (browse.section !== "")
            return browsePage;
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
    RadioPage {
        id: radioPage

        radio: pages.radio
        player: pages.player
    }
}
